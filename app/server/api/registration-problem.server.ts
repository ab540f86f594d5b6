import type { ClaimBody } from "#app/server/claims/claim-body.server.ts";
import type { RegistrationRefusal } from "#app/server/claims/register-claims.server.ts";
import { intakeProblem } from "./intake-json.server.ts";
import type { Problem } from "./problem.server.ts";

/** Why a claim was not taken in, with the fields of the body that it is about. */
export function registrationProblem(refusal: RegistrationRefusal, body: ClaimBody): Problem {
  switch (refusal.kind) {
    case "against_the_rules":
      return intakeProblem(refusal.problems);
    case "reference_taken": {
      const taken = refusal.claimId ?? "a claim earlier in the file";
      const message = `is the reference of ${taken}, which has another content`;
      return { code: "reference_taken", errors: [{ path: "reference", code: "reference_taken", message }] };
    }
    case "invoice_already_charged": {
      const code = "invoice_already_charged";
      const message = "was charged to this debtor before, in another claim";
      const errors = body.invoices.flatMap(({ number }, index) =>
        refusal.numbers.includes(number) ? [{ path: `invoices.${index}.number`, code, message }] : [],
      );
      return { code, errors };
    }
  }
}
