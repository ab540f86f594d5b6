import { toDecimal } from "#app/domain/money.ts";
import type { CreditRefusal } from "#app/server/claims/credit-claim.server.ts";
import { moneyJson } from "./money-json.server.ts";
import type { Problem } from "./problem.server.ts";

/** Why a claim was not credited. */
export function creditProblem(refusal: CreditRefusal): Problem {
  switch (refusal.kind) {
    case "claim_not_found":
      return { code: "not_found" };
    case "credit_differs":
      return { code: "idempotency_key_reused" };
    case "credit_exceeds_principal": {
      const message = `must be at most ${toDecimal(refusal.allowed)}`;
      const allowed = moneyJson(refusal.allowed);
      return { code: refusal.kind, errors: [{ path: "amount.value", code: refusal.kind, message, allowed }] };
    }
  }
}
