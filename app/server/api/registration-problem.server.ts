import type { ClaimBody } from "#app/server/claims/claim-body.server.ts";
import type { RegistrationRefusal } from "#app/server/claims/register-claims.server.ts";
import { registrationErrors } from "#app/server/claims/registration-errors.server.ts";
import { intakeProblem } from "./intake-json.server.ts";
import type { Problem } from "./problem.server.ts";

/** Why a claim was not taken in, with the fields of the body that it is about. */
export function registrationProblem(refusal: RegistrationRefusal, body: ClaimBody): Problem {
  if (refusal.kind === "against_the_rules") return intakeProblem(refusal.problems);
  return { code: refusal.kind, errors: registrationErrors(refusal, body) };
}
