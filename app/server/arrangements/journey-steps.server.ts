import { type ArrangementDraft, hasNothingToSpare } from "./draft-answers.server.ts";

/** The questions, in their order; each is a page of its own. */
export const JOURNEY_STEPS = ["deposit", "spare", "day", "plan", "reason", "check"] as const;

export type JourneyStep = (typeof JOURNEY_STEPS)[number];

/** Whoever cannot spare what is asked has no plans to choose from; whoever can spare nothing has no day either. */
export function isAsked(step: JourneyStep, draft: ArrangementDraft): boolean {
  if (step === "day") return !hasNothingToSpare(draft);
  return step !== "plan" || !draft.belowTheRules;
}

function isAnswered(step: JourneyStep, draft: ArrangementDraft): boolean {
  switch (step) {
    case "deposit":
      return draft.deposit !== null;
    case "spare":
      return draft.perMonth !== null;
    case "day":
      return draft.days !== null;
    case "plan":
      return draft.wish !== null;
    case "reason":
      return draft.reason !== null;
    case "check":
      return false;
  }
}

/** The first question without an answer; the check page when there is none. */
export function firstUnanswered(draft: ArrangementDraft): JourneyStep {
  return JOURNEY_STEPS.find((step) => isAsked(step, draft) && !isAnswered(step, draft)) ?? "check";
}

/** The page to show instead when somebody comes to one too early, or to one that is not asked; null when it may be shown. */
export function insteadOf(step: JourneyStep, draft: ArrangementDraft): JourneyStep | null {
  const first = firstUnanswered(draft);
  if (JOURNEY_STEPS.indexOf(step) > JOURNEY_STEPS.indexOf(first)) return first;
  return isAsked(step, draft) ? null : first;
}

/** After an answer: the next question, also when it was answered before; back to the check page after a change there. */
export function nextAfter(step: JourneyStep, draft: ArrangementDraft, { change }: { change: boolean }): JourneyStep {
  const first = firstUnanswered(draft);
  if (change) return first;
  const later = JOURNEY_STEPS.slice(JOURNEY_STEPS.indexOf(step) + 1).find((other) => isAsked(other, draft)) ?? "check";
  return JOURNEY_STEPS.indexOf(first) < JOURNEY_STEPS.indexOf(later) ? first : later;
}

/** The question before; null before the first. */
export function stepBefore(step: JourneyStep, draft: ArrangementDraft): JourneyStep | null {
  return JOURNEY_STEPS.slice(0, JOURNEY_STEPS.indexOf(step)).findLast((other) => isAsked(other, draft)) ?? null;
}

/** Which question of how many; the check page is none. */
export function questionNumber(step: JourneyStep, draft: ArrangementDraft): { number: number; count: number } {
  const asked = JOURNEY_STEPS.filter((other) => other !== "check" && isAsked(other, draft));
  return { number: asked.indexOf(step) + 1, count: asked.length };
}
