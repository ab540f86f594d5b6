import { addDays, type LocalDate } from "../calendar.ts";
import type { ClaimStatus } from "../claim.ts";
import type { Cents } from "../money.ts";
import { err, ok, type Result } from "../result.ts";
import type { ArrangementPolicy } from "./policy.ts";
import { gateReasons, type Reason } from "./reasons.ts";

/** Whether a debtor may propose an arrangement over claims now, or else why not. Help and a person are there all the same. */
export function mayPropose(input: {
  readonly policy: ArrangementPolicy;
  /** Of each claim that it would hold. */
  readonly claimStatuses: readonly ClaimStatus[];
  readonly total: Cents;
  /** Proposals and counter-offers over these claims that wait for somebody. */
  readonly openProposals: number;
  readonly lastDeclinedOn: LocalDate | null;
  readonly today: LocalDate;
}): Result<null, Reason> {
  const { policy, claimStatuses, openProposals, lastDeclinedOn, today } = input;
  const held = claimStatuses.find((status) => status !== "open");
  if (held !== undefined) return err({ code: "claim_not_open", params: { status: held } });
  const gate = gateReasons(input)[0];
  if (gate !== undefined) return err(gate);
  if (openProposals >= policy.maxOpenProposals) {
    return err({ code: "already_proposed", params: { max: policy.maxOpenProposals } });
  }
  const until = lastDeclinedOn === null ? today : addDays(lastDeclinedOn, policy.cooldownAfterRejectionDays);
  return today < until ? err({ code: "cooldown", params: { until } }) : ok(null);
}
