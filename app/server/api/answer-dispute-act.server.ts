import type { Result } from "#app/domain/result.ts";
import { findDisputeDetails } from "#app/server/disputes/dispute-details.server.ts";
import type { ResolutionRefusal } from "#app/server/disputes/resolve-dispute.server.ts";
import type { CreditorMessageRefusal } from "#app/server/disputes/write-to-debtor.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { answered, refused } from "./answers.server.ts";
import { disputeJson } from "./dispute-json.server.ts";
import { disputeProblem } from "./dispute-problem.server.ts";

/** The dispute as it stands after an act of the creditor, or why nothing was done. */
export async function answerDisputeAct(
  services: Services,
  { creditorId, disputeId, status }: { creditorId: string; disputeId: string; status: 200 | 201 },
  done: Result<null, ResolutionRefusal | CreditorMessageRefusal>,
) {
  if (!done.ok) return refused(disputeProblem(done.error));
  const details = await findDisputeDetails(services, { creditorId, disputeId });
  if (!details) throw new Error("a dispute vanished while it was acted on");
  return answered(status, disputeJson(details));
}
