import { type AppLoadContext, redirect } from "@remix-run/node";
import type { LocalDate } from "#app/domain/calendar.ts";
import { isDisputeEnded } from "#app/domain/dispute/dispute-state.ts";
import { disputedOf } from "#app/domain/dispute/scope.ts";
import { pagePath, pageVoice } from "#app/server/access/page-language.server.ts";
import type { DebtorClaim, DebtorClaims } from "#app/server/claims/debtor-claims.server.ts";
import { chosenClaim, creditorView, requireDebtorClaims } from "#app/server/claims/debtor-page.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { loadDebtorDispute } from "./debtor-dispute.server.ts";
import { type DisputeDraft, loadDisputeDraft, saveDisputeDraft } from "./dispute-draft.server.ts";
import { disputePath } from "./journey-addresses.server.ts";
import { type DisputeStep, firstUnanswered, insteadOf, nextAfter, questionNumber, stepBefore } from "./journey-steps.server.ts"; // prettier-ignore

/** Everything that a question on the way to a dispute needs. */
export type DisputeJourney = {
  readonly loaded: DebtorClaims;
  readonly claim: DebtorClaim;
  readonly draft: DisputeDraft;
  readonly today: LocalDate;
  readonly step: DisputeStep;
  /** Only this answer changes; from here it goes back to the check page. */
  readonly change: boolean;
};

/** The journey at one of its questions; elsewhere when it did not begin, is over, or did not come that far. */
export async function requireDisputeJourney(
  context: AppLoadContext,
  { request, step }: { request: Request; step: DisputeStep },
): Promise<DisputeJourney> {
  const loaded = await requireDebtorClaims(context);
  const { app } = context;
  const kept = await loadDisputeDraft(app, { sessionId: loaded.session.id });
  const claim = chosenClaim(loaded, request) ?? loaded.claims.find(({ id }) => id === kept?.claimId);
  const address = claimInAddress(loaded, claim ?? null);
  if (claim === undefined || kept?.claimId !== claim.id || !mayDispute(claim))
    throw redirect(disputePath(address), 303);
  const dispute = await loadDebtorDispute(app, loaded, claim.id);
  if (dispute !== null && !isDisputeEnded(dispute.status)) throw redirect(disputePath(address), 303);
  const draft = asOfToday(kept, claim);
  const instead = insteadOf(step, draft);
  if (instead !== null) throw redirect(disputePath(address, { step: instead }), 303);
  const change = new URL(request.url).searchParams.has("change");
  return { loaded, claim, draft, today: app.clock.today(), step, change };
}

/** Something has to be open to disagree with. */
export function mayDispute({ status, statement }: Pick<DebtorClaim, "status" | "statement">): boolean {
  return status !== "closed" && statement.open > 0n;
}

/** A payment made since may leave nothing open on the part that was named: then it is asked again. */
function asOfToday(draft: DisputeDraft, { statement }: DebtorClaim): DisputeDraft {
  return draft.scope !== null && !disputedOf(statement, draft.scope).ok ? { ...draft, scope: null } : draft;
}

/** The claim that the address of a page names: none where there is only one. */
export function claimInAddress({ claims }: DebtorClaims, claim: { readonly id: string } | null): string | null {
  return claims.length > 1 ? (claim?.id ?? null) : null;
}

/** Keeps the answers and leads on to the next question. */
export async function goOn(
  services: Services,
  { loaded, claim, step, change }: DisputeJourney,
  draft: DisputeDraft,
): Promise<Response> {
  await saveDisputeDraft(services, { sessionId: loaded.session.id, draft });
  const next = nextAfter(step, draft, { change });
  const stillChanging = change && next !== "check";
  return redirect(
    disputePath(claimInAddress(loaded, claim), { step: next, ...(stillChanging ? { change: "1" } : {}) }),
    303,
  );
}

/** What the page of every question shows around it. */
export function questionFrame(
  journey: DisputeJourney,
  { request, context }: { request: Request; context: AppLoadContext },
) {
  const { loaded, claim, step, draft } = journey;
  return {
    language: pageVoice(context, loaded.language),
    title: "disputePage.pageTitle" as const,
    path: pagePath(request),
    creditor: creditorView(loaded),
    backHref: pathBefore(journey),
    claim: claimInAddress(loaded, claim),
    question: questionNumber(step, draft),
  };
}

/** The question before, or the check page when that is where one came from. */
function pathBefore({ loaded, claim, step, draft, change }: DisputeJourney): string {
  const address = claimInAddress(loaded, claim);
  if (change && firstUnanswered(draft) === "check") return disputePath(address, { step: "check" });
  const before = stepBefore(step, draft);
  return before === null ? disputePath(address, { new: "1" }) : disputePath(address, { step: before });
}
