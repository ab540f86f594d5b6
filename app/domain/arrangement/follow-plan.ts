import { type LocalDate } from "../calendar.ts";
import { type Cents, largest, minus, plus, smallest, sum, ZERO } from "../money.ts";
import type { ArrangementPolicy } from "./policy.ts";

/** An instalment as agreed, with what has become of its due day since. */
export type PlannedInstalment = {
  readonly seq: number;
  /** The day that counts now. */
  readonly dueOn: LocalDate;
  readonly amount: Cents;
  readonly originalDueOn: LocalDate;
  /** The due day on which it was missed, before it moved to the end. */
  readonly movedFrom: LocalDate | null;
  readonly postponed: boolean;
  readonly skipped: boolean;
};

/** Money kept on the claims of the arrangement since it was accepted: a payment less what went back of it. */
export type Received = { readonly on: LocalDate; readonly amount: Cents };

/**
 * paid: in full. not_needed: nothing is left to pay on it. late: due before today. due: today. partly_paid: a part of it
 * came before its day. upcoming: later.
 */
export type InstalmentState = "paid" | "not_needed" | "late" | "due" | "partly_paid" | "upcoming";

export type FollowedInstalment = PlannedInstalment & {
  /** As agreed; `amount` is what it has become: amount = paid + open. */
  readonly planned: Cents;
  readonly paid: Cents;
  readonly open: Cents;
  readonly state: InstalmentState;
  /** The day of the receipt that completed it. */
  readonly paidOn: LocalDate | null;
};

export type FollowedPlan = {
  /** By due day, then number. */
  readonly instalments: readonly FollowedInstalment[];
  readonly paid: Cents;
  /** Still to pay in this plan. */
  readonly open: Cents;
  /** The one to pay first, late ones included; null when nothing is open. */
  readonly next: FollowedInstalment | null;
  /** Open on instalments whose day has passed. */
  readonly behind: Cents;
};

/**
 * A plan as the ledger sees it. What is still to pay is what is open on the claims less the discount, and never below
 * zero: when that is less than agreed (a credit note, a waiver), the plan is cut from the end; when it is more (interest
 * that runs on, new costs, an earlier payment that went back), it comes on the last instalment. Money fills the
 * instalments by due day; with `extraPayments` "last", what comes above the due ones and the next fills from the end.
 */
export function followPlan(input: {
  readonly instalments: readonly PlannedInstalment[];
  /** By day of receipt. */
  readonly received: readonly Received[];
  /** All that is open on the claims today. */
  readonly open: Cents;
  /** Given up by the creditor when the plan is paid. */
  readonly discount: Cents;
  readonly today: LocalDate;
  readonly extraPayments: ArrangementPolicy["extraPayments"];
}): FollowedPlan {
  const { received, discount, today, extraPayments } = input;
  const open = largest(ZERO, minus(input.open, discount));
  const paid = sum(received.map(({ amount }) => amount));
  const slots = slotsOf(input.instalments, plus(paid, open));
  for (const receipt of received) fill(slots, receipt, extraPayments);
  const instalments = slots.map((slot) => asFollowed(slot, today));
  const late = instalments.filter(({ state }) => state === "late");
  return {
    instalments,
    paid,
    open,
    next: instalments.find((instalment) => instalment.open > 0n) ?? null,
    behind: sum(late.map((instalment) => instalment.open)),
  };
}

type Slot = { readonly planned: PlannedInstalment; amount: Cents; paid: Cents; paidOn: LocalDate | null };

/** The instalments by due day, cut or raised from the end so that they add up to `whole`. */
function slotsOf(instalments: readonly PlannedInstalment[], whole: Cents): Slot[] {
  const byDueDay = [...instalments].sort((left, right) => compare(left.dueOn, right.dueOn) || left.seq - right.seq);
  let left = whole;
  const slots = byDueDay.map((planned): Slot => {
    const amount = smallest(planned.amount, left);
    left = minus(left, amount);
    return { planned, amount, paid: ZERO, paidOn: null };
  });
  const last = slots.at(-1);
  if (last === undefined && left > 0n) throw new RangeError("a plan has at least one instalment");
  if (last !== undefined) last.amount = plus(last.amount, left);
  return slots;
}

function fill(slots: readonly Slot[], receipt: Received, extraPayments: ArrangementPolicy["extraPayments"]): void {
  let left = receipt.amount;
  for (const slot of orderFor(slots, receipt.on, extraPayments)) {
    const part = smallest(left, minus(slot.amount, slot.paid));
    if (part === ZERO) continue;
    slot.paid = plus(slot.paid, part);
    if (slot.paid === slot.amount) slot.paidOn = receipt.on;
    left = minus(left, part);
  }
}

/** From the end means by the agreed days: what was paid in advance stays paid when another instalment moves behind it. */
function orderFor(
  slots: readonly Slot[],
  on: LocalDate,
  extraPayments: ArrangementPolicy["extraPayments"],
): readonly Slot[] {
  if (extraPayments === "next") return slots;
  const due = slots.filter(({ planned }) => planned.dueOn <= on);
  const [next, ...later] = slots.filter(({ planned }) => planned.dueOn > on);
  const fromTheEnd = later.sort(
    (left, right) =>
      compare(right.planned.originalDueOn, left.planned.originalDueOn) || right.planned.seq - left.planned.seq,
  );
  return [...due, ...(next === undefined ? [] : [next]), ...fromTheEnd];
}

function asFollowed({ planned, amount, paid, paidOn }: Slot, today: LocalDate): FollowedInstalment {
  const open = minus(amount, paid);
  return { ...planned, planned: planned.amount, amount, paid, open, paidOn, state: stateOf() };

  function stateOf(): InstalmentState {
    if (open === ZERO) return amount === ZERO ? "not_needed" : "paid";
    if (planned.dueOn < today) return "late";
    if (planned.dueOn === today) return "due";
    return paid > 0n ? "partly_paid" : "upcoming";
  }
}

function compare(left: LocalDate, right: LocalDate): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
