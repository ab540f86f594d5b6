import type { ReactNode } from "react";
import { BUTTON_CLASSES, type ButtonKind } from "./button-classes.ts";
import { ButtonFace } from "./button-face.tsx";

export type ButtonProps = {
  children: ReactNode;
  kind?: ButtonKind | undefined;
  /** Sent with the form, to tell which of its buttons was pressed. */
  name?: string | undefined;
  value?: string | undefined;
};

/** Sends the form it stands in. */
export function Button({ children, kind = "main", name, value }: ButtonProps) {
  return (
    <button type="submit" name={name} value={value} className={BUTTON_CLASSES[kind]}>
      <ButtonFace kind={kind}>{children}</ButtonFace>
    </button>
  );
}
