import { addMonths, later, type LocalDate, parts } from "./calendar.ts";

/** What decides how long a claim is kept. */
export type KeptClaim = {
  /** Null while something is still to be settled. */
  readonly endedOn: LocalDate | null;
  /** The last day on which anything was booked on it. */
  readonly lastBookedOn: LocalDate;
};

/** Until which day, included, what is known of a debtor has to be kept, and by which rule. */
export type Retention =
  | { readonly kind: "open_claim" }
  | { readonly kind: "kept"; readonly rule: "bookkeeping" | "dossier"; readonly until: LocalDate }
  | { readonly kind: "free" };

const BOOKKEEPING_YEARS = 7;
const DOSSIER_MONTHS = 24;

/** Books are kept for seven years after the year in which something was booked (AWR art. 52). */
export function bookkeepingUntil(lastBookedOn: LocalDate): LocalDate {
  const [year] = parts(lastBookedOn);
  return `${year + BOOKKEEPING_YEARS}-12-31` as LocalDate;
}

/** The file of a claim is kept for two years after it was closed (Bki art. 5.1). */
export function dossierUntil(endedOn: LocalDate): LocalDate {
  return addMonths(endedOn, DOSSIER_MONTHS);
}

/**
 * Whether what is known of a debtor may be erased (AVG art. 17 lid 3): not while a claim is open, and after that only once
 * the longest term of all claims is over.
 */
export function retentionOf(claims: readonly KeptClaim[], today: LocalDate): Retention {
  let latest: Extract<Retention, { kind: "kept" }> | null = null;
  for (const { endedOn, lastBookedOn } of claims) {
    if (endedOn === null) return { kind: "open_claim" };
    const [books, file] = [bookkeepingUntil(lastBookedOn), dossierUntil(endedOn)];
    const until = later(books, file);
    if (latest === null || until > latest.until) {
      latest = { kind: "kept", rule: books >= file ? "bookkeeping" : "dossier", until };
    }
  }
  return latest === null || latest.until < today ? { kind: "free" } : latest;
}
