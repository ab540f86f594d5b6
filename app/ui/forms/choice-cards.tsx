import { ChoiceGroup, type ChoiceGroupProps } from "./choice-group.tsx";

export type ChoiceCardsProps = Omit<ChoiceGroupProps, "type" | "isChosen"> & { value?: string | undefined };

/** One answer out of a few. */
export function ChoiceCards({ value, ...question }: ChoiceCardsProps) {
  return <ChoiceGroup {...question} type="radio" isChosen={(answer) => answer === value} />;
}
