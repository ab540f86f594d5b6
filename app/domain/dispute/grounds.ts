/** Why a debtor does not agree. The words of the law and of the trade; the page says them in plain ones. */
export const DISPUTE_GROUNDS = [
  "already_paid",
  "not_my_debt",
  "no_agreement",
  "not_delivered",
  "defective_or_incomplete",
  "withdrawn_or_cancelled",
  "amount_wrong",
  "costs_wrong",
  "interest_wrong",
  "time_barred",
  "set_off",
  "arrangement_exists",
  "debt_help_or_wsnp",
  "complaint_pending_at_creditor",
  "other",
] as const;

export type DisputeGround = (typeof DISPUTE_GROUNDS)[number];

export function isDisputeGround(text: string): text is DisputeGround {
  return (DISPUTE_GROUNDS as readonly string[]).includes(text);
}

/** What usually settles the matter, by ground: shown as a checklist; none of it is required. */
export const EVIDENCE_CHECKLIST = {
  already_paid: ["bank_statement", "payment_proof"],
  not_my_debt: ["identity_report", "registration", "letter_received"],
  no_agreement: ["correspondence"],
  not_delivered: ["order", "tracking", "correspondence"],
  defective_or_incomplete: ["photos", "order", "correspondence"],
  withdrawn_or_cancelled: ["cancellation", "return_proof"],
  amount_wrong: ["quotation", "contract", "invoice"],
  costs_wrong: ["notice", "envelope"],
  interest_wrong: ["contract", "invoice"],
  time_barred: ["invoice", "last_letter"],
  set_off: ["own_invoice", "correspondence"],
  arrangement_exists: ["agreement", "payment_proof"],
  debt_help_or_wsnp: ["counsellor_letter", "court_decision"],
  complaint_pending_at_creditor: ["complaint_letter", "correspondence"],
  other: ["correspondence", "photos"],
} as const satisfies Record<DisputeGround, readonly string[]>;

export type EvidenceHint = (typeof EVIDENCE_CHECKLIST)[DisputeGround][number];

/** Which part a ground is about when it is about one: what the page proposes first. */
export function usualScope(ground: DisputeGround): "whole" | "costs" | "interest" | "amount" {
  switch (ground) {
    case "costs_wrong":
      return "costs";
    case "interest_wrong":
      return "interest";
    case "amount_wrong":
    case "set_off":
    case "defective_or_incomplete":
      return "amount";
    default:
      return "whole";
  }
}
