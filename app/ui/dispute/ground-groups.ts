import type { DisputeGround } from "#app/domain/dispute/grounds.ts";

/** The grounds as people look for them: what they belong to, the most frequent first. */
export const GROUND_GROUPS = [
  { name: "settled", grounds: ["already_paid", "arrangement_exists", "set_off"] },
  { name: "notMine", grounds: ["not_my_debt", "no_agreement"] },
  { name: "goods", grounds: ["not_delivered", "defective_or_incomplete", "withdrawn_or_cancelled"] },
  { name: "amount", grounds: ["amount_wrong", "costs_wrong", "interest_wrong"] },
  { name: "else", grounds: ["time_barred", "debt_help_or_wsnp", "complaint_pending_at_creditor", "other"] },
] as const satisfies readonly { name: string; grounds: readonly DisputeGround[] }[];

/** The grounds whose label alone may not be enough. */
export const GROUNDS_WITH_HINT = [
  "arrangement_exists",
  "not_my_debt",
  "no_agreement",
  "withdrawn_or_cancelled",
  "costs_wrong",
  "time_barred",
] as const satisfies readonly DisputeGround[];
