const TERM_IN_DAYS =
  /(?<![\d.,-])(\d{1,3})\s*(?:kalender)?(?:dagen|dag|dgn|days|day)(?![\p{L}\d])(\s+(?:na|vanaf|after|from)\s+[\p{L}\s]*)?/giu;
const NET_TERM = /\bnet(?:to)?\s*(\d{1,3})(?=[\s.,;]*$)/i;
const FROM_THE_INVOICE =
  /^\s+(?:na|vanaf|after|from)\s+(?:de\s+|the\s+)?(?:factuurdatum|dagtekening|datum\s+(?:van\s+)?(?:de\s+)?factuur|invoice\s+date|date\s+of\s+(?:the\s+)?invoice)(?!\p{L})/iu;
const OTHER_MEANING =
  /%|korting|discount|rente|interest|boete|penalty|toeslag|surcharge|einde? (?:van )?(?:de )?maand|end of|\beom\b|termijnen|instal/i;
const LONGEST_NOTE = 1_000;

/**
 * The days in which an invoice is to be paid, read from the note in its payment terms: `"14 dagen netto"`, `"30 days"`,
 * `"Betaling binnen 8 dagen na factuurdatum"`, `"Net 30"`. Null unless exactly one term from 1 to 365 days can be meant:
 * a discount, a surcharge, another day to count from or two terms are for a person to read.
 */
export function readPaymentTerm(note: string): number | null {
  if (note.length > LONGEST_NOTE || OTHER_MEANING.test(note)) return null;
  const terms = new Set<number>();
  for (const [, days, countedFrom] of note.matchAll(TERM_IN_DAYS)) {
    if (countedFrom !== undefined && !FROM_THE_INVOICE.test(countedFrom)) return null;
    terms.add(Number(days));
  }
  if (terms.size === 0) terms.add(Number(NET_TERM.exec(note)?.[1] ?? 0));
  const [term = 0, ...others] = terms;
  return others.length === 0 && term >= 1 && term <= 365 ? term : null;
}
