import type { FollowedPlan } from "#app/domain/arrangement/follow-plan.ts";
import { MONTHS_BETWEEN_SKIPS, postpone, skip } from "#app/domain/arrangement/plan-changes.ts";
import { announceable } from "#app/domain/arrangement/missed.ts";
import { addMonths, type LocalDate } from "#app/domain/calendar.ts";
import { type ArrangementRecord, rhythmOf } from "./arrangement-record.server.ts";

/** An instalment that may change, and its due day after that. */
export type PossibleChange = { readonly seq: number; readonly dueOn: LocalDate };

export type PossibleChanges = {
  readonly postpone: readonly PossibleChange[];
  readonly skip: readonly PossibleChange[];
  /** Of these the debtor may say beforehand that they will not be paid; those of which they did. */
  readonly announce: readonly number[];
  readonly announced: readonly number[];
  /** When skipping is possible again; null when it is possible now. */
  readonly skipFrom: LocalDate | null;
};

/** What the debtor may change of a running plan today without asking anybody. */
export function possibleChanges(
  arrangement: Pick<ArrangementRecord, "offer" | "lastSkipOn" | "notices">,
  { plan, today }: { plan: FollowedPlan; today: LocalDate },
): PossibleChanges {
  const { lastSkipOn } = arrangement;
  const rhythm = rhythmOf(arrangement);
  const skipFrom = lastSkipOn === null ? today : addMonths(lastSkipOn, MONTHS_BETWEEN_SKIPS);
  const announced = plan.instalments.filter(({ seq, dueOn }) =>
    arrangement.notices.some((told) => told.kind === "announced" && told.seq === seq && told.dueOn === dueOn),
  );
  const changes = plan.instalments.map(({ seq }) => ({
    later: postpone(plan, seq, { today }),
    toEnd: skip(plan, seq, { today, lastSkipOn, rhythm }),
  }));
  return {
    postpone: changes.flatMap(({ later }) => (later.ok ? [{ seq: later.value.seq, dueOn: later.value.dueOn }] : [])),
    skip: changes.flatMap(({ toEnd }) => (toEnd.ok ? [{ seq: toEnd.value.seq, dueOn: toEnd.value.dueOn }] : [])),
    announce: plan.instalments
      .filter((instalment) => !announced.includes(instalment) && announceable(plan, instalment.seq).ok)
      .map(({ seq }) => seq),
    announced: announced.map(({ seq }) => seq),
    skipFrom: skipFrom > today ? skipFrom : null,
  };
}
