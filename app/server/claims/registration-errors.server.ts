import type { FieldError } from "#app/server/validation/field-error.server.ts";
import type { ClaimBody } from "./claim-body.server.ts";
import { intakeErrors } from "./intake-findings.server.ts";
import type { RegistrationRefusal } from "./register-claims.server.ts";

/** Why a claim was not taken in, by the fields of the body that it is about. */
export function registrationErrors(refusal: RegistrationRefusal, body: ClaimBody): FieldError[] {
  switch (refusal.kind) {
    case "against_the_rules":
      return intakeErrors(refusal.problems);
    case "reference_taken": {
      const taken = refusal.claimId ?? "a claim earlier in the file";
      const message = `is the reference of ${taken}, which has another content`;
      return [{ path: "reference", code: refusal.kind, message }];
    }
    case "invoice_already_charged": {
      const message = "was charged to this debtor before, in another claim";
      return body.invoices.flatMap(({ number }, index) =>
        refusal.numbers.includes(number) ? [{ path: `invoices.${index}.number`, code: refusal.kind, message }] : [],
      );
    }
  }
}
