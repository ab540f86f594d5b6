import type { LocalDate } from "../calendar.ts";
import type { Cents } from "../money.ts";
import { negotiate } from "./negotiate.ts";
import { type ArrangementPolicy, policyFor } from "./policy.ts";
import type { ReasonCode } from "./reasons.ts";
import type { Wish } from "./wish.ts";

export type SimulatedCase = { readonly total: Cents; readonly wish: Wish; readonly today: LocalDate };

export type Simulation = {
  readonly accepted: number;
  readonly countered: number;
  readonly person: number;
  /** How many cases each reason held back; a case may have several. */
  readonly byReason: Partial<Record<ReasonCode, number>>;
};

/** How a policy would have answered, by the negotiator itself; cases without anything to arrange are left out. */
export function simulate(policy: ArrangementPolicy, cases: readonly SimulatedCase[]): Simulation {
  const counts = { accepted: 0, counter: 0, person: 0 };
  const byReason: Partial<Record<ReasonCode, number>> = {};
  for (const { total, wish, today } of cases) {
    if (total <= 0n) continue;
    const answer = negotiate({ policy: policyFor(policy, total), total, wish, today });
    counts[answer.kind] += 1;
    const codes = answer.kind === "accepted" ? [] : answer.reasons.map(({ code }) => code);
    for (const code of new Set(codes)) byReason[code] = (byReason[code] ?? 0) + 1;
  }
  return { accepted: counts.accepted, countered: counts.counter, person: counts.person, byReason };
}
