/** FIRST STRONG ISOLATE and POP DIRECTIONAL ISOLATE, of the Unicode bidirectional algorithm (UAX 9). */
const OPEN = "\u2068";
const CLOSE = "\u2069";

type Values = Readonly<Record<string, string | number>>;

/**
 * Values as they stand in a sentence that runs from right to left: a name, an amount or an address in it runs in its own
 * direction and moves nothing around it. Numbers need no help, and a web address gets none: what stands against it would
 * become part of the link that a mail program makes of it.
 */
export function isolateValues(values: Values): Values {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, isolated(value)]));
}

function isolated(value: string | number): string | number {
  if (typeof value === "number" || value === "" || /^https?:/.test(value)) return value;
  return `${OPEN}${value}${CLOSE}`;
}
