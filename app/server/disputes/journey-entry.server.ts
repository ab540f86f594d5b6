import { isDisputeEnded } from "#app/domain/dispute/dispute-state.ts";
import { type DisputeGround, isDisputeGround } from "#app/domain/dispute/grounds.ts";
import type { DebtorClaim, DebtorClaims } from "#app/server/claims/debtor-claims.server.ts";
import { listUploads } from "#app/server/evidence/list-uploads.server.ts";
import { newId } from "#app/server/platform/crypto/random-id.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { type DebtorDispute, loadDebtorDispute } from "./debtor-dispute.server.ts";
import { loadDisputeDraft } from "./dispute-draft.server.ts";
import { loadReply } from "./dispute-draft-reply.server.ts";
import { mayDispute } from "./journey.server.ts";

type Uploads = Awaited<ReturnType<typeof listUploads>>;

/** What the first page about a dispute shows. */
export type DisputeEntry =
  /** Several claims: which one is it about? */
  | { readonly kind: "claims"; readonly claims: readonly DebtorClaim[]; readonly ground: DisputeGround | null }
  | { readonly kind: "off"; readonly reason: "closed" | "nothing_open" }
  | { readonly kind: "grounds"; readonly ground: DisputeGround | null }
  | { readonly kind: "withdraw"; readonly dispute: DebtorDispute }
  | {
      readonly kind: "dispute";
      readonly dispute: DebtorDispute;
      /** Something is open: a new dispute can be filed after this one. */
      readonly mayFileAnother: boolean;
      readonly reply: { readonly messageId: string; readonly text: string; readonly uploads: Uploads };
    };

/** The dispute of the claim, the question how to begin one, or why there is nothing to disagree with. */
export async function loadDisputeEntry(
  services: Services,
  { loaded, claim, query }: { loaded: DebtorClaims; claim: DebtorClaim | null; query: URLSearchParams },
): Promise<DisputeEntry> {
  if (claim === null) return { kind: "claims", claims: loaded.claims, ground: groundInAddress(query) };
  const dispute = await loadDebtorDispute(services, loaded, claim.id);
  const ended = dispute !== null && isDisputeEnded(dispute.status);
  const anew = ended && query.has("new") && mayDispute(claim);
  if (dispute !== null && !anew) {
    if (!ended && query.has("withdraw")) return { kind: "withdraw", dispute };
    const reply = ended ? NO_REPLY : await replyTo(services, { loaded, dispute });
    return { kind: "dispute", dispute, mayFileAnother: mayDispute(claim), reply };
  }
  if (!mayDispute(claim)) return { kind: "off", reason: claim.status === "closed" ? "closed" : "nothing_open" };
  return { kind: "grounds", ground: await groundToShow(services, { loaded, claim, query }) };
}

/** Chosen by the link that led here, or answered before. */
async function groundToShow(
  services: Services,
  { loaded, claim, query }: { loaded: DebtorClaims; claim: DebtorClaim; query: URLSearchParams },
): Promise<DisputeGround | null> {
  const asked = groundInAddress(query);
  if (asked !== null) return asked;
  const draft = await loadDisputeDraft(services, { sessionId: loaded.session.id });
  return draft?.claimId === claim.id ? draft.ground : null;
}

function groundInAddress(query: URLSearchParams): DisputeGround | null {
  const asked = query.get("ground") ?? "";
  return isDisputeGround(asked) ? asked : null;
}

const NO_REPLY = { messageId: "", text: "", uploads: [] };

async function replyTo(services: Services, { loaded, dispute }: { loaded: DebtorClaims; dispute: DebtorDispute }) {
  const sessionId = loaded.session.id;
  const [text, uploads] = await Promise.all([
    loadReply(services, { sessionId, disputeId: dispute.id }),
    listUploads(services, { sessionId, claimId: dispute.claimId }),
  ]);
  return { messageId: newId("msg", services.clock.now()), text, uploads };
}
