import type { ReactNode } from "react";

export type Choice = {
  readonly value: string;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  /** A further question that shows once this is chosen, without any script. */
  readonly extra?: ReactNode;
};

/** The first answer carries the name itself as id, so that the error summary leads to it. */
export function choiceId(name: string, index: number): string {
  return index === 0 ? name : `${name}-${index + 1}`;
}
