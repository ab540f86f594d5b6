import { followPlan, type PlannedInstalment, type Received } from "#app/domain/arrangement/follow-plan.ts";
import { DEFAULT_POLICY } from "#app/domain/arrangement/policy.ts";
import { buildSchedule, type Schedule } from "#app/domain/arrangement/schedule.ts";
import { addMonths, day, type LocalDate } from "#app/domain/calendar.ts";
import { asCents, type Cents, minus, sum, ZERO } from "#app/domain/money.ts";
import type { ArrangementView } from "#app/ui/arrangement/arrangement-view.ts";

export const TODAY = day("2026-11-22");
const TOTAL = asCents(162_31n);

const monthly = (total: Cents, count: number, firstOn: string): Schedule =>
  buildSchedule({ total, downPayment: null, frequency: "monthly", payDay: 1, firstOn: day(firstOn), count });

const SIX = monthly(TOTAL, 6, "2026-12-01");

/** A proposal that waits for its answer, without the day. */
export const base: ArrangementView = {
  id: "arr_1",
  claimIds: ["clm_1"],
  status: "proposed",
  version: 1,
  today: TODAY,
  policy: DEFAULT_POLICY,
  offer: { by: "debtor", schedule: SIX, message: "" },
  asked: { schedule: SIX, perInstalment: asCents(27_50n) },
  waivedCosts: ZERO,
  discount: ZERO,
  decideBefore: null,
  validUntil: null,
  acceptedOn: null,
  decisionText: null,
  method: "ideal_link",
  mandate: null,
  plan: null,
  openNow: TOTAL,
  lastLetterOn: null,
  changes: { postpone: [], skip: [], announce: [], announced: [], skipFrom: null },
  collection: null,
  proposeFrom: null,
};

/** A plan of six, begun in September, on the page of a day. */
export function running(
  today: string,
  {
    paid,
    changed = {},
    ...rest
  }: { paid: readonly Received[]; changed?: Record<number, Partial<PlannedInstalment>> } & Partial<ArrangementView>,
): ArrangementView {
  const instalments = monthly(TOTAL, 6, "2026-09-01").map(({ seq, dueOn, amount }): PlannedInstalment => ({
    seq,
    dueOn,
    amount,
    originalDueOn: dueOn,
    movedFrom: null,
    postponed: false,
    skipped: false,
    ...changed[seq],
  }));
  const open = minus(TOTAL, sum(paid.map(({ amount }) => amount)));
  const { discount } = base;
  const input = { instalments, received: paid, open, discount, today: day(today), extraPayments: "next" as const };
  return {
    ...base,
    status: "accepted",
    acceptedOn: day("2026-08-20"),
    today: day(today),
    openNow: open,
    plan: followPlan(input),
    ...rest,
  };
}

export const paidOn = (on: string, cents: bigint): Received => ({ on: day(on), amount: asCents(cents) });

export const TWO_PAID = [paidOn("2026-09-01", 27_06n), paidOn("2026-10-01", 27_05n)];
export const THREE_PAID = [...TWO_PAID, paidOn("2026-11-01", 27_05n)];
export const ALL_PAID = [...THREE_PAID, paidOn("2026-11-20", 81_15n)];

export const inDecember = {
  postpone: [{ seq: 4, dueOn: day("2026-12-15") }],
  skip: [{ seq: 4, dueOn: day("2027-03-01") }],
  announce: [4],
  announced: [],
  skipFrom: null,
};

/** Four instalments where six were asked. */
export function countered(message: string, validUntil: LocalDate): ArrangementView {
  const schedule = monthly(TOTAL, 4, addMonths(day("2026-12-01"), 1));
  return { ...base, status: "countered", version: 2, validUntil, offer: { by: "creditor", schedule, message } };
}
