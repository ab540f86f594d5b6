import type { Allocation, PlacedPart } from "./account.ts";
import type { LocalDate } from "./calendar.ts";
import { isReversal, type LedgerEntryType } from "./ledger.ts";
import { asCents, type Cents, minus, plus, ZERO } from "./money.ts";
import { keptAfter, type KeptPayment, type Replayed } from "./replay.ts";

export type StatementEntry = {
  readonly factKey: string;
  readonly date: LocalDate;
  readonly type: Exclude<LedgerEntryType, "principal">;
  readonly amount: Cents;
  /**
   * As the account stands on the day of the statement. Of a payment: all of it, also what went back later. Of a refund
   * or chargeback: what it took back, negative. So each column adds up to what is paid, credited and waived in total.
   */
  readonly allocation: Allocation;
};

const NOTHING: Allocation = { costs: ZERO, vat: ZERO, interest: ZERO, principal: ZERO, credit: ZERO };

/** The facts of the ledger other than its charges, oldest first, each with where it went. */
export function statementEntries({ entries, placed, payments }: Replayed): StatementEntry[] {
  const reversed = new Map(
    payments.flatMap((kept) => {
      const place = placed.get(kept.payment.factKey);
      return takenBack(kept, [...(place?.used ?? []), ...(place?.gone ?? [])]);
    }),
  );
  return entries.flatMap((entry) => {
    if (entry.type === "principal") return [];
    const place = placed.get(entry.factKey);
    const all = allocationOf([...(place?.used ?? []), ...(place?.gone ?? [])]);
    const allocation = !isReversal(entry) ? all : place ? negated(all) : (reversed.get(entry.factKey) ?? NOTHING);
    return [{ factKey: entry.factKey, date: entry.valueDate, type: entry.type, amount: entry.amount, allocation }];
  });
}

/** The last cents that a payment placed are the first to go back; what comes back again, goes where it was. */
function takenBack(kept: KeptPayment, parts: readonly PlacedPart[]): [factKey: string, allocation: Allocation][] {
  return kept.reversals.map((reversal, index) => {
    const before = keptAfter(kept, kept.reversals.slice(0, index));
    const after = keptAfter(kept, kept.reversals.slice(0, index + 1));
    const moved = between(parts, before < after ? before : after, before < after ? after : before);
    return [reversal.factKey, after < before ? negated(allocationOf(moved)) : allocationOf(moved)];
  });
}

/** The parts of a payment from its `from`-th cent up to its `to`-th. */
function between(parts: readonly PlacedPart[], from: Cents, to: Cents): PlacedPart[] {
  let start = ZERO;
  return parts.flatMap(({ component, amount }) => {
    const end = plus(start, amount);
    const low = start > from ? start : from;
    const high = end < to ? end : to;
    start = end;
    return high > low ? [{ component, amount: minus(high, low) }] : [];
  });
}

function allocationOf(parts: readonly PlacedPart[]): Allocation {
  const allocation = { ...NOTHING };
  for (const { component, amount } of parts) allocation[component] = plus(allocation[component], amount);
  return allocation;
}

function negated(allocation: Allocation): Allocation {
  return {
    costs: asCents(-allocation.costs),
    vat: asCents(-allocation.vat),
    interest: asCents(-allocation.interest),
    principal: asCents(-allocation.principal),
    credit: asCents(-allocation.credit),
  };
}
