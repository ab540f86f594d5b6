/** The names of the fields of the questions. The first of a page is also where its errors lead. */
export const ARRANGE_FIELDS = {
  now: "now",
  deposit: "deposit",
  spare: "spare",
  day: "day",
  otherDay: "otherDay",
  plan: "plan",
  own: "own",
  reason: "reason",
  reasonText: "reasonText",
  method: "method",
} as const;

/** Why somebody needs an arrangement, as far as they want to tell. Nothing about health: that is nobody's business here. */
export const REASON_CODES = ["less_income", "unexpected_costs", "more_bills", "change_at_home", "other"] as const;

export type ReasonCode = (typeof REASON_CODES)[number];

/** Where a question is asked again from the check page, which it leads back to. */
export function changeHref(step: "deposit" | "spare" | "day" | "plan" | "reason" | "budget"): string {
  return `/claim/arrangement/${step}?change=1`;
}
