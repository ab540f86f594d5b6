import type { DebtorClaim, DebtorClaims } from "#app/server/claims/debtor-claims.server.ts";
import { listUploads } from "#app/server/evidence/list-uploads.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { answerDispute } from "./answer-dispute.server.ts";
import { loadDisputeDraft, saveDisputeDraft } from "./dispute-draft.server.ts";
import { clearReply, saveReply } from "./dispute-draft-reply.server.ts";
import { disputePath } from "./journey-addresses.server.ts";
import { type DisputeFault, LONGEST_STORY, readGround, readReply } from "./journey-answers.server.ts";
import { claimInAddress } from "./journey.server.ts";
import { nextAfterGround, withGround } from "./journey-steps.server.ts";
import { withdrawDispute } from "./withdraw-dispute.server.ts";

type Acting = { readonly loaded: DebtorClaims; readonly claim: DebtorClaim; readonly form: URLSearchParams };

/** Where an act leads, or what is wrong with the form and what was typed. */
export type ActOutcome =
  | { readonly kind: "go"; readonly to: string }
  | { readonly kind: "wrong"; readonly errors: readonly DisputeFault[]; readonly typed: string };

/** What the forms of the first page do; unknown acts are answers to its first question. */
export async function actOnDispute(services: Services, acting: Acting): Promise<ActOutcome> {
  switch (acting.form.get("act")) {
    case "answer":
      return answer(services, acting);
    case "files":
      return keepForFiles(services, acting);
    case "withdraw":
      return withdraw(services, acting);
    default:
      return chooseGround(services, acting);
  }
}

async function chooseGround(services: Services, { loaded, claim, form }: Acting): Promise<ActOutcome> {
  const ground = readGround(form.get("ground") ?? "");
  if (!ground.ok) return { kind: "wrong", errors: [ground.error], typed: "" };
  const sessionId = loaded.session.id;
  const before = await loadDisputeDraft(services, { sessionId });
  const draft = withGround(before, { claimId: claim.id, ground: ground.value });
  await saveDisputeDraft(services, { sessionId, draft });
  return { kind: "go", to: disputePath(claimInAddress(loaded, claim), { step: nextAfterGround(draft) }) };
}

async function answer(services: Services, acting: Acting): Promise<ActOutcome> {
  const { loaded, claim, form } = acting;
  const { id: sessionId, creditorId, debtorId } = loaded.session;
  const typed = form.get("reply") ?? "";
  const uploads = await listUploads(services, { sessionId, claimId: claim.id });
  const text = readReply(typed, { files: uploads.length });
  if (!text.ok) return { kind: "wrong", errors: [text.error], typed: typed.slice(0, 2 * LONGEST_STORY) };
  const answered = await answerDispute(services, {
    debtor: { creditorId, debtorId, sessionId },
    disputeId: form.get("dispute") ?? "",
    messageId: form.get("messageId") ?? "",
    text: text.value,
    uploadIds: uploads.map(({ id }) => id),
  });
  if (answered.ok) await clearReply(services, { sessionId });
  return goToNews(acting, answered.ok ? "answered" : "not_possible");
}

/** Keeps what was typed while files are added. */
async function keepForFiles(services: Services, { loaded, claim, form }: Acting): Promise<ActOutcome> {
  const text = (form.get("reply") ?? "").slice(0, LONGEST_STORY);
  await saveReply(services, { sessionId: loaded.session.id, disputeId: form.get("dispute") ?? "", text });
  return { kind: "go", to: disputePath(claimInAddress(loaded, claim), { step: "evidence", for: "answer" }) };
}

async function withdraw(services: Services, acting: Acting): Promise<ActOutcome> {
  const { id: sessionId, creditorId, debtorId } = acting.loaded.session;
  const disputeId = acting.form.get("dispute") ?? "";
  const withdrawn = await withdrawDispute(services, { debtor: { creditorId, debtorId, sessionId }, disputeId });
  return goToNews(acting, withdrawn.ok ? "withdrawn" : "not_possible");
}

function goToNews({ loaded, claim }: Acting, news: DisputeNews): ActOutcome {
  return { kind: "go", to: disputePath(claimInAddress(loaded, claim), { news }) };
}

const NEWS = ["opened", "answered", "withdrawn", "not_possible"] as const;

/** What was done just now, or that it could not be. */
export type DisputeNews = (typeof NEWS)[number];

export function newsOf(text: string | null): DisputeNews | null {
  return NEWS.find((news) => news === text) ?? null;
}
