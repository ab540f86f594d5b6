/** Stands behind a value that ends in a mark of its own. Unicode gives it no meaning, so no value has it. */
const ENDED = "\uFFFF";

const AFTER_END = /\uFFFF(?:(\*\*)?\.(?!\.))?/g;

type Values = Readonly<Record<string, string | number>>;

/** Values before they are filled in. */
export function markEnds(values: Values): Values {
  if (!Object.values(values).some(endsItself)) return values;
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, endsItself(value) ? `${value}${ENDED}` : value]),
  );
}

/**
 * The text with its values filled in, where a value that ends in a mark of its own ends the sentence too: `Jansen B.V.`
 * and the text's full stop are one. Emphasis may close in between.
 */
export function joinFullStops(filled: string): string {
  return filled.includes(ENDED) ? filled.replace(AFTER_END, "$1") : filled;
}

/** The full stop after words that a page puts together by itself: none where they bring their own. */
export function fullStopAfter(words: string): "" | "." {
  return endsItself(words) ? "" : ".";
}

function endsItself(value: string | number): boolean {
  return typeof value === "string" && /[.!?…]$/.test(value);
}
