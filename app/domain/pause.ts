import { addDays, addMonths, type LocalDate } from "./calendar.ts";

/** Why a claim rests. `creditor`: the creditor's own reason, in its own words; the others are what a debtor can say. */
export const PAUSE_REASONS = [
  "help_sought",
  "debt_counselling",
  "moratorium",
  "wsnp",
  "administration",
  "bankruptcy",
  "deceased",
  "wrong_person",
  "creditor",
] as const;

export type PauseReason = (typeof PAUSE_REASONS)[number];

/** The creditor's settings: months that a pause lasts, and to which it can be made longer once. */
export type PauseTerms = { readonly months: number; readonly monthsMost: number };

export type RunningPause = {
  readonly reason: PauseReason;
  readonly startedOn: LocalDate;
  /** The last day, included; null: until somebody ends it. */
  readonly untilOn: LocalDate | null;
  /** How often it was made longer. */
  readonly extended: number;
};

/** A court grants a moratorium for at most six months (Wgs art. 5). */
const MORATORIUM_MONTHS = 6;

/**
 * The last day of a pause that starts on a day, included; null where only a person can say that it is over: somebody
 * else decides about the debtor's money then, or the claim has the wrong person.
 */
export function pauseEndsOn(reason: PauseReason, startedOn: LocalDate, { months }: PauseTerms): LocalDate | null {
  switch (reason) {
    case "help_sought":
    case "debt_counselling":
      return addMonths(startedOn, months);
    case "moratorium":
      return addMonths(startedOn, MORATORIUM_MONTHS);
    default:
      return null;
  }
}

/** In bankruptcy and in the WSNP no interest runs against the estate (Fw art. 128 and 303); else as the creditor chose. */
export function pauseFreezesInterest(reason: PauseReason, ofCreditor: boolean): boolean {
  return ofCreditor || reason === "wsnp" || reason === "bankruptcy";
}

/** Whether the reason is the debtor's own to tell: somebody who helps does not read it. */
export function isPrivateReason(reason: PauseReason): boolean {
  return reason !== "creditor" && reason !== "help_sought";
}

/** Pauses that the debtor ends, and makes longer once; of the others somebody else says when they are over. */
export function isOwnPause(reason: PauseReason): boolean {
  return reason === "help_sought" || reason === "debt_counselling";
}

/** The last day of a pause made longer, counted from its start; null when it cannot be. */
export function extendedPauseEndsOn(pause: RunningPause, { monthsMost }: PauseTerms): LocalDate | null {
  if (!isOwnPause(pause.reason) || pause.extended > 0 || pause.untilOn === null) return null;
  const last = addMonths(pause.startedOn, monthsMost);
  return last > pause.untilOn ? last : null;
}

const TOLD_DAYS_BEFORE = 7;

/** On this day and from then on the debtor is told that a pause with this last day ends. */
export function endToldFrom(untilOn: LocalDate): LocalDate {
  return addDays(untilOn, -TOLD_DAYS_BEFORE);
}

/**
 * Whether news about a claim that rests already takes the place of the reason it rests for. Asking for rest changes
 * nothing then, and the creditor's own reason none of the debtor's; a debtor who says more is believed. What has no end is
 * not made shorter by what has one.
 */
export function replacesPause(running: PauseReason, told: PauseReason): boolean {
  if (told === running || told === "help_sought" || told === "creditor") return false;
  const isFor = (reason: PauseReason) => WITHOUT_END.has(reason);
  return isFor(told) || !isFor(running);
}

const WITHOUT_END: ReadonlySet<PauseReason> = new Set(["wsnp", "administration", "bankruptcy", "deceased", "wrong_person"] as const); // prettier-ignore
