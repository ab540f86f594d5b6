import { asCents, type Cents, largest, minus, plus, smallest, ZERO } from "./money.ts";

/** What of a refund or chargeback is taken from the share of one claim. */
export type TakenPart = { readonly claimId: string; readonly amount: Cents };

type Share = { readonly claimId: string; readonly amount: Cents };

/** Money of the payment that is in the ledger of one claim. */
type Booked = Share & { readonly type: string };

export type MoneyToSplit = {
  readonly shares: readonly Share[];
  readonly booked: readonly Booked[];
  readonly amount: Cents;
  /** The claim whose money it is, where that was said. */
  readonly claimId?: string | undefined;
  /** What was overpaid on the claims, in cents: a refund gives that back before it opens anything again. */
  readonly credits?: ReadonlyMap<string, Cents>;
};

/**
 * From whose shares money of a payment for several claims goes back, each claim once: from the claim that was named, then
 * from what was overpaid (BW 6:203), then from the last share on. More than was paid can go back (a goodwill refund): what
 * no share holds any more is the first one's. The parts add up to the amount.
 */
export function splitRefund({ shares, booked, amount, claimId, credits = new Map() }: MoneyToSplit): TakenPart[] {
  const backwards = [...shares].reverse();
  const taken = new Map<string, Cents>();
  let left = amount;
  const take = (share: Share, most: Cents) => {
    const already = taken.get(share.claimId) ?? ZERO;
    const part = smallest(left, smallest(most, largest(ZERO, minus(keptOfShare(booked, share), already))));
    if (part > 0n) taken.set(share.claimId, plus(already, part));
    left = minus(left, part);
  };
  for (const share of backwards) if (share.claimId === claimId) take(share, left);
  for (const share of backwards) if (share.claimId !== claimId) take(share, credits.get(share.claimId) ?? ZERO);
  for (const share of backwards) take(share, left);
  const first = shares[0]?.claimId;
  if (left > 0n && first !== undefined) taken.set(first, plus(taken.get(first) ?? ZERO, left));
  return [...taken].map(([claim, part]) => ({ claimId: claim, amount: part }));
}

const SIGNS: Readonly<Record<string, bigint>> = {
  refund: -1n,
  chargeback: -1n,
  refund_failed: 1n,
  chargeback_reversed: 1n,
};

function keptOfShare(booked: readonly Booked[], share: Share): Cents {
  const ofClaim = booked.filter((fact) => fact.claimId === share.claimId);
  return asCents(ofClaim.reduce((kept, fact) => kept + (SIGNS[fact.type] ?? 0n) * fact.amount, share.amount as bigint));
}
