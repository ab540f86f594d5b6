import { cutWhole } from "#app/server/platform/text/cut-whole.server.ts";
/** Some hundred lines of an invoice: who wants more on a phone opens the file. */
const LONGEST = 50_000;

/** The text as far as a page shows it, ended at a line and with a word in Dutch on where the rest is. */
export function cutText(text: string): string {
  if (text.length <= LONGEST) return text;
  const kept = cutWhole(text, LONGEST);
  const whole = kept.includes("\n") ? kept.slice(0, kept.lastIndexOf("\n")) : kept;
  return `${whole.trimEnd()}\n\nDe rest staat in het bestand.`;
}
