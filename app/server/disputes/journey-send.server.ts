import type { Services } from "#app/server/services.server.ts";
import { listUploads } from "#app/server/evidence/list-uploads.server.ts";
import { requireAllowed } from "#app/server/platform/rate-limit/require-allowed.server.ts";
import { clearDisputeDraft } from "./dispute-draft.server.ts";
import { claimInAddress, type DisputeJourney } from "./journey.server.ts";
import { disputePath } from "./journey-addresses.server.ts";
import { openDispute } from "./open-dispute.server.ts";

const SENDS = { name: "dispute-open", points: 30, seconds: 3_600 };

/** Files the dispute that was answered for, and says where to go on: its page, or the question that has to be looked at again. */
export async function sendDispute(
  services: Services,
  { loaded, claim, draft }: DisputeJourney,
  { disputeId, language }: { disputeId: string; language: string },
): Promise<string> {
  const { id: sessionId, creditorId, debtorId } = loaded.session;
  const address = claimInAddress(loaded, claim);
  requireAllowed(await services.limiter.count(SENDS, debtorId));
  const uploads = await listUploads(services, { sessionId, claimId: claim.id });
  const opened = await openDispute(services, {
    debtor: { creditorId, debtorId, sessionId },
    disputeId,
    claimId: claim.id,
    ground: draft.ground,
    scope: draft.scope ?? { kind: "whole" },
    answers: draft.paid ?? {},
    text: draft.text ?? "",
    uploadIds: uploads.map(({ id }) => id),
    language,
  });
  if (opened.ok) {
    await clearDisputeDraft(services, { sessionId });
    return disputePath(address, { news: "opened" });
  }
  switch (opened.error.kind) {
    case "dispute_open":
    case "claim_closed":
    case "claim_not_found":
    case "nothing_open":
      return disputePath(address);
    case "invalid_request":
      return disputePath(address, { step: "check" });
    default:
      return disputePath(address, { step: "part" });
  }
}
