/** `main` is the one act of the page, `second` the other great choices below it, `quiet` the way out. */
export type ButtonKind = "main" | "second" | "quiet";

const SHAPE =
  "flex min-h-button w-full items-center gap-2 rounded-card border-2 px-4 py-3 font-semibold leading-tight print:hidden";

/** In the reader's own colours the main act is filled too, with those of the text the other way around. */
const FILLED =
  "forced-color-adjust-none border-green bg-green text-card " +
  "forced-colors:border-[ButtonText] forced-colors:bg-[ButtonText] forced-colors:text-[ButtonFace]";

export const BUTTON_CLASSES: Readonly<Record<ButtonKind, string>> = {
  main: `${SHAPE} ${FILLED} justify-center text-center no-underline hover:underline`,
  second: `${SHAPE} justify-between text-start border-line bg-transparent text-ink no-underline hover:border-ink-soft`,
  quiet: "inline-flex min-h-target items-center text-start text-ink underline underline-offset-4 print:hidden",
};
