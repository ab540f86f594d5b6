/** `main` is the one act of the page, `second` the other great choices below it, `quiet` the way out. */
export type ButtonKind = "main" | "second" | "quiet";

const SHAPE =
  "flex min-h-button w-full items-center gap-2 rounded-card border-2 px-4 py-3 font-semibold leading-tight print:hidden";

export const BUTTON_CLASSES: Readonly<Record<ButtonKind, string>> = {
  main: `${SHAPE} justify-center border-green bg-green text-center text-card no-underline hover:underline`,
  second: `${SHAPE} justify-between text-start border-line bg-transparent text-ink no-underline hover:border-ink-soft`,
  quiet: "inline-flex min-h-target items-center text-start text-ink underline underline-offset-4 print:hidden",
};
