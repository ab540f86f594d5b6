import type { PolicyProblem } from "#app/domain/arrangement/policy-check.ts";
import { type FieldError, pathText } from "#app/server/validation/field-error.server.ts";
import type { Problem } from "./problem.server.ts";

/** What is wrong with a policy, each field with its rule and what is allowed. `at`: where the policy is in the body. */
export function policyProblem(problems: readonly PolicyProblem[], at: readonly string[] = []): Problem {
  const errors = problems.map(({ path, rule, message, allowed }): FieldError => ({
    path: pathText([...at, ...path]),
    code: rule,
    message,
    ...(allowed && { allowed }),
  }));
  return { code: "validation_failed", errors };
}
