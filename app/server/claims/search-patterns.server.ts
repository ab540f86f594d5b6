import { parseEuro } from "#app/domain/money-text.ts";

/** Fewer characters than this are the beginning of a word: anything else would be found everywhere. */
const SHORTEST_PART = 3;

/**
 * The patterns of `LIKE` that find what somebody typed in the search text of claims: as part of it, or as an amount, which
 * stands there in cents. What has no letter and no digit finds nothing.
 */
export function searchPatterns(typed: string): readonly string[] {
  const text = typed.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/\s+/g, " ").trim();
  if (!/[\p{L}\p{N}]/u.test(text)) return [];
  const literal = text.replace(/[\\%_]/g, "\\$&");
  const amount = parseEuro(text);
  const asAmount = amount.ok ? [`% eur${amount.value} %`] : [];
  // With its cents, or with the sign, it is an amount and nothing else.
  if (asAmount.length > 0 && /[.,]\d{1,2}$|€|^eur/.test(text)) return asAmount;
  return [
    text.length < SHORTEST_PART ? `% ${literal}%` : `%${literal}%`,
    ...asAmount,
    // A creditor reference stands in fours on a bank statement.
    ...(/^rf\d\d /.test(text) ? [`%${literal.replaceAll(" ", "")}%`] : []),
  ];
}
