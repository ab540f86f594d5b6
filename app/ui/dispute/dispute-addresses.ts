import type { DisputeGround } from "#app/domain/dispute/grounds.ts";

type DisputeAddress = {
  /** A question after the first, or a file; left out: the page of the dispute itself. */
  readonly step?: "paid" | "part" | "story" | "evidence" | "check" | "confirmation";
  /** Only this answer changes. */
  readonly change?: "1";
  /** Another dispute after one that ended. */
  readonly new?: "1";
  /** Asks whether it is really withdrawn. */
  readonly withdraw?: "1";
  /** The files belong to an answer. */
  readonly for?: "answer";
  /** Chosen beforehand. */
  readonly ground?: DisputeGround;
};

/** A page about a dispute; `claim` is null where the debtor has only one. */
export function disputeHref(claim: string | null, { step, ...query }: DisputeAddress = {}): string {
  const path = step === undefined ? "/claim/dispute" : `/claim/dispute/${step}`;
  const search = new URLSearchParams({ ...(claim === null ? {} : { claim }), ...query }).toString();
  return search === "" ? path : `${path}?${search}`;
}

/** Paying what is not disputed. */
export function payRestHref(claim: string | null): string {
  return claim === null ? "/claim/pay?rest=1" : `/claim/pay?claim=${encodeURIComponent(claim)}&rest=1`;
}

export function overviewHref(claim: string | null): string {
  return claim === null ? "/claim" : `/claim?claim=${encodeURIComponent(claim)}`;
}

/** A complaint is about how somebody was treated, a dispute about what is asked. */
export function complaintHref(claim: string | null): string {
  return claim === null ? "/claim/complaint" : `/claim/complaint?claim=${encodeURIComponent(claim)}`;
}
