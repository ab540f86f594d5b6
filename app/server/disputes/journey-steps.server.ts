import { usualScope } from "#app/domain/dispute/grounds.ts";
import type { DisputeDraft } from "./dispute-draft.server.ts";

/** The questions after the first, in their order; each is a page of its own. Adding files is never required. */
export const DISPUTE_STEPS = ["paid", "part", "story", "evidence", "check"] as const;

export type DisputeStep = (typeof DISPUTE_STEPS)[number];

/** Only who says to have paid is asked when and how much. */
export function isAsked(step: DisputeStep, { ground }: Pick<DisputeDraft, "ground">): boolean {
  return step !== "paid" || ground === "already_paid";
}

function isAnswered(step: DisputeStep, { paid, paidSearched, scope, text }: DisputeDraft): boolean {
  switch (step) {
    case "paid":
      return paid !== null && paidSearched;
    case "part":
      return scope !== null;
    case "story":
      return text !== null;
    case "evidence":
      return true;
    case "check":
      return false;
  }
}

/** The first question without an answer; the check page when there is none. */
export function firstUnanswered(draft: DisputeDraft): DisputeStep {
  return DISPUTE_STEPS.find((step) => isAsked(step, draft) && !isAnswered(step, draft)) ?? "check";
}

/** The page to show instead when somebody comes to one too early, or to one that is not asked; null when it may be shown. */
export function insteadOf(step: DisputeStep, draft: DisputeDraft): DisputeStep | null {
  const first = firstUnanswered(draft);
  if (DISPUTE_STEPS.indexOf(step) > DISPUTE_STEPS.indexOf(first)) return first;
  return isAsked(step, draft) ? null : first;
}

/** After an answer: the next question, also when it was answered before; back to the check page after a change there. */
export function nextAfter(step: DisputeStep, draft: DisputeDraft, { change }: { change: boolean }): DisputeStep {
  const first = firstUnanswered(draft);
  if (change) return first;
  const later = DISPUTE_STEPS.slice(DISPUTE_STEPS.indexOf(step) + 1).find((other) => isAsked(other, draft)) ?? "check";
  return DISPUTE_STEPS.indexOf(first) < DISPUTE_STEPS.indexOf(later) ? first : later;
}

/** After the ground: the next question, or the check page when everything was answered already. */
export function nextAfterGround(draft: DisputeDraft): DisputeStep {
  const first = firstUnanswered(draft);
  return first === "check" ? "check" : (DISPUTE_STEPS.find((step) => isAsked(step, draft)) ?? first);
}

/** The question before; null before the first after the ground. */
export function stepBefore(step: DisputeStep, draft: DisputeDraft): DisputeStep | null {
  return DISPUTE_STEPS.slice(0, DISPUTE_STEPS.indexOf(step)).findLast((other) => isAsked(other, draft)) ?? null;
}

/** Which question of how many, the ground being the first; the check page is none. */
export function questionNumber(step: DisputeStep, draft: DisputeDraft): { number: number; count: number } {
  const asked = DISPUTE_STEPS.filter((other) => other !== "check" && isAsked(other, draft));
  return { number: asked.indexOf(step) + 2, count: asked.length + 1 };
}

/** Another ground: what was told stays; the part is asked again where this ground is about another one. */
export function withGround(
  draft: DisputeDraft | null,
  { claimId, ground }: Pick<DisputeDraft, "claimId" | "ground">,
): DisputeDraft {
  if (draft?.claimId !== claimId) {
    return { claimId, ground, paid: null, paidSearched: false, scope: null, text: null };
  }
  if (draft.ground === ground) return draft;
  const scope = usualScope(draft.ground) === usualScope(ground) ? draft.scope : null;
  return { ...draft, ground, scope, ...(ground === "already_paid" ? {} : { paid: null, paidSearched: false }) };
}
