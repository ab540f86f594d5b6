import type { ReactNode } from "react";
import { BUTTON_CLASSES, type ButtonKind } from "./button-classes.ts";
import { ButtonFace } from "./button-face.tsx";

/** A link that looks like a button: it goes somewhere and changes nothing. */
export function ButtonLink({
  href,
  kind = "main",
  children,
}: {
  href: string;
  kind?: ButtonKind | undefined;
  children: ReactNode;
}) {
  return (
    <a href={href} className={BUTTON_CLASSES[kind]}>
      <ButtonFace kind={kind}>{children}</ButtonFace>
    </a>
  );
}
