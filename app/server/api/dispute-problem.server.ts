import { type Cents, toDecimal } from "#app/domain/money.ts";
import type { DisputeStatus } from "#app/domain/dispute/dispute-state.ts";
import type { ResolutionRefusal } from "#app/server/disputes/resolve-dispute.server.ts";
import type { CreditorMessageRefusal } from "#app/server/disputes/write-to-debtor.server.ts";
import { moneyJson } from "./money-json.server.ts";
import type { Problem } from "./problem.server.ts";

/** Why a decision or a message about a dispute was not taken. */
export function disputeProblem(refusal: ResolutionRefusal | CreditorMessageRefusal): Problem {
  switch (refusal.kind) {
    case "dispute_not_found":
      return { code: "not_found" };
    case "not_possible":
      return {
        code: "dispute_not_possible",
        detail: HOW_IT_ENDED[refusal.status],
        errors: [{ path: "status", code: refusal.status, message: `is ${refusal.status}` }],
      };
    case "credit_required":
      return { code: refusal.kind, errors: [{ path: "credit", code: refusal.kind, message: "must be above zero" }] };
    case "credit_not_allowed":
      return { code: refusal.kind, errors: [{ path: "credit", code: refusal.kind, message: "must be absent" }] };
    case "credit_exceeds_disputed":
      return { code: refusal.kind, errors: [exceeds(refusal.allowed)] };
  }
}

const exceeds = (allowed: Cents) => ({
  path: "credit.value",
  code: "credit_exceeds_disputed",
  message: `must be ${toDecimal(allowed)} or less`,
  allowed: moneyJson(allowed),
});

const HOW_IT_ENDED: Readonly<Record<DisputeStatus, string>> = {
  open: "It waits for the creditor.",
  awaiting_debtor: "It waits for the debtor.",
  resolved: "It was resolved before.",
  withdrawn: "The debtor withdrew it, or the claim was closed.",
};
