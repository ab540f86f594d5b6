import type { Result } from "#app/domain/result.ts";
import type { CounterRefusal } from "#app/server/arrangements/answer-as-creditor.server.ts";
import { findArrangementDetails } from "#app/server/arrangements/arrangement-details.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { answered, refused } from "./answers.server.ts";
import { arrangementJson } from "./arrangement-json.server.ts";
import { decisionProblem } from "./arrangement-problem.server.ts";

/** The arrangement as it stands after a decision, or why there was none. */
export async function answerDecision(
  services: Services,
  { creditorId, arrangementId }: { creditorId: string; arrangementId: string },
  decided: Result<null, CounterRefusal>,
) {
  if (!decided.ok) return refused(decisionProblem(decided.error));
  const details = await findArrangementDetails(services, { creditorId, arrangementId });
  if (!details) throw new Error("an arrangement vanished while it was decided on");
  return answered(200, arrangementJson(details));
}
