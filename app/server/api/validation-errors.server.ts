import type { z } from "zod";
import type { FieldError } from "#app/server/validation/field-error.server.ts";
import { schemaErrors } from "#app/server/validation/schema-errors.server.ts";
import { isProblemCode } from "./problem-catalogue.server.ts";
import type { Problem } from "./problem.server.ts";

/** What a schema found, for the developer who sent it. */
export function validationProblem(error: z.ZodError): Problem {
  return invalid(schemaErrors(error));
}

/** A problem of fields. When each breaks a rule that has a name of its own, the first of these names the problem. */
export function invalid(errors: readonly FieldError[]): Problem {
  const first = errors[0]?.code ?? "";
  const named = errors.length > 0 && errors.every((error) => isProblemCode(error.code));
  return { code: named && isProblemCode(first) ? first : "validation_failed", errors };
}
