import { type AppLoadContext, redirect } from "@remix-run/node";
import { isEnded } from "#app/domain/arrangement/arrangement-state.ts";
import { type ArrangementPolicy, policyFor } from "#app/domain/arrangement/policy.ts";
import type { LocalDate } from "#app/domain/calendar.ts";
import { type Cents, minus, ZERO } from "#app/domain/money.ts";
import type { DebtorClaim, DebtorClaims } from "#app/server/claims/debtor-claims.server.ts";
import { pagePath, pageVoice } from "#app/server/access/page-language.server.ts";
import { creditorView, requireDebtorClaims } from "#app/server/claims/debtor-page.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { loadArrangementDraft, saveArrangementDraft } from "./arrangement-draft.server.ts";
import { policyOfCreditor } from "./arrangement-policy.server.ts";
import { arrangeable } from "./arrangeable-claims.server.ts";
import { loadDebtorArrangement } from "./debtor-arrangement.server.ts";
import { type ArrangementDraft, newDraft } from "./draft-answers.server.ts";
import {
  firstUnanswered,
  insteadOf,
  type JourneyStep,
  nextAfter,
  questionNumber,
  stepBefore,
} from "./journey-steps.server.ts";

export const ARRANGEMENT_PATH = "/claim/arrangement";

/** Everything that a question on the way to a proposal needs. */
export type Journey = {
  readonly loaded: DebtorClaims;
  readonly draft: ArrangementDraft;
  readonly claims: readonly DebtorClaim[];
  /** What a plan has to bring in, as of today. */
  readonly total: Cents;
  /** The creditor's, for this total. */
  readonly policy: ArrangementPolicy;
  readonly today: LocalDate;
  readonly step: JourneyStep;
  /** Only this answer changes; from here it goes back to the check page. */
  readonly change: boolean;
};

/** The journey at one of its questions; elsewhere when it did not begin, is over, or did not come that far. */
export async function requireJourney(
  context: AppLoadContext,
  { request, step }: { request: Request; step: JourneyStep },
): Promise<Journey> {
  const loaded = await requireDebtorClaims(context);
  const { app } = context;
  const [kept, ofCreditor] = await Promise.all([
    loadArrangementDraft(app, { sessionId: loaded.session.id }),
    policyOfCreditor(app.database.prisma, loaded.creditor.id),
  ]);
  const arrangement = await loadDebtorArrangement(app, loaded, kept?.claimIds[0] ?? null);
  // An offer of the creditor is answered under the policy of the first proposal.
  const answered = arrangement?.status === "countered" ? arrangement : null;
  const stored = kept ?? (answered && newDraft(answered.claimIds));
  const wholePolicy = answered?.policy ?? ofCreditor;
  const { claims, total } = arrangeable(loaded, { claimIds: stored?.claimIds ?? [], policy: wholePolicy });
  const isBusy = arrangement !== null && answered === null && !isEnded(arrangement.status);
  if (stored === null || isBusy || total <= 0n) throw redirect(ARRANGEMENT_PATH, 303);
  const draft = asOfToday(stored, total);
  const change = new URL(request.url).searchParams.has("change");
  const instead = insteadOf(step, draft);
  if (instead !== null) throw redirect(pathOfStep(instead), 303);
  const policy = policyFor(wholePolicy, total);
  return { loaded, draft, claims, total, policy, today: app.clock.today(), step, change };
}

/** A payment made since may leave less than the deposit that was named: then it is asked again. */
function asOfToday(draft: ArrangementDraft, total: Cents): ArrangementDraft {
  return draft.deposit !== null && draft.deposit >= total ? { ...draft, deposit: null, wish: null } : draft;
}

/** What is left to spread after the deposit. */
export function restOf({ total, draft }: Pick<Journey, "total" | "draft">): Cents {
  return minus(total, draft.deposit ?? ZERO);
}

/** Keeps the answers and leads on to the next question. */
export async function goOn(
  services: Services,
  { loaded, step, change }: Journey,
  draft: ArrangementDraft,
): Promise<Response> {
  // prettier-ignore
  await saveArrangementDraft(services, { sessionId: loaded.session.id, draft });
  const next = nextAfter(step, draft, { change });
  return redirect(pathOfStep(next, { change: change && next !== "check" }), 303);
}

export function pathOfStep(step: string, { change = false }: { change?: boolean } = {}): string {
  return `${ARRANGEMENT_PATH}/${step}${change ? "?change=1" : ""}`;
}

/** The page of the arrangement itself, and before a proposal that of the rules; with several claims, of the one at hand. */
export function arrangementPath(
  { loaded, draft }: Pick<Journey, "loaded" | "draft">,
  about: { readonly new: "1" } | { readonly news: "accepted" | "proposed" } | Record<never, never> = {},
): string {
  const [claimId] = draft.claimIds;
  const several = loaded.claims.length > 1 && draft.claimIds.length === 1 && claimId !== undefined;
  const query = new URLSearchParams({ ...(several ? { claim: claimId } : {}), ...about });
  return query.size === 0 ? ARRANGEMENT_PATH : `${ARRANGEMENT_PATH}?${query.toString()}`;
}

/** What the page of every question shows around it. */
export function questionFrame(journey: Journey, { request, context }: { request: Request; context: AppLoadContext }) {
  const { loaded, step, draft } = journey;
  return {
    language: pageVoice(context, loaded.language),
    title: "arrange.pageTitle" as const,
    path: pagePath(request),
    creditor: creditorView(loaded),
    backHref: pathBefore(journey),
    question: questionNumber(step, draft),
  };
}

/** The question before, or the check page when that is where one came from. */
function pathBefore(journey: Journey): string {
  const { step, draft, change } = journey;
  if (change && firstUnanswered(draft) === "check") return pathOfStep("check");
  const before = stepBefore(step, draft);
  return before === null ? arrangementPath(journey, { new: "1" }) : pathOfStep(before);
}
