/** Stands behind a value that ends in a mark of its own. Unicode gives it no meaning, so no value has it. */
const ENDED = "\uFFFF";

const AFTER_END = /\uFFFF(?:(\*\*)?\.(?!\.))?/g;

type Values = Readonly<Record<string, string | number>>;

/** Values before they are filled in; `shown` is how they will stand there, where that is not as they are. */
export function markEnds(values: Values, shown: Values = values): Values {
  if (!Object.values(values).some(endsItself)) return shown;
  return Object.fromEntries(
    Object.entries(shown).map(([name, value]) => [name, endsItself(values[name] ?? "") ? `${value}${ENDED}` : value]),
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
  return typeof value === "string" && /[.!?…؟]$/.test(value);
}
