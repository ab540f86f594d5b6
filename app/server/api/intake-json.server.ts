import type { IntakeProblem, IntakeWarning } from "#app/domain/intake-check.ts";
import { intakeErrors, intakeWarnings } from "#app/server/claims/intake-findings.server.ts";
import type { Problem } from "./problem.server.ts";
import type { WarningJson } from "./schemas/claim-schemas.server.ts";

/** The rules of law and arithmetic that a claim breaks; the first of them names the problem. */
export function intakeProblem(problems: readonly IntakeProblem[]): Problem {
  const [first] = problems;
  if (!first) throw new Error("a claim was refused without a reason");
  const errors = intakeErrors(problems);
  const [{ message: detail } = { message: "" }] = errors;
  return { code: first.code, detail, errors };
}

export function warningsJson(warnings: readonly IntakeWarning[]): WarningJson[] {
  return intakeWarnings(warnings);
}
