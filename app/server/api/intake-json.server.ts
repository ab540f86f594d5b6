import type { IntakeFinding, IntakeProblem, IntakeWarning } from "#app/domain/intake-check.ts";
import { toDecimal } from "#app/domain/money.ts";
import { pathText } from "#app/server/validation/field-error.server.ts";
import { moneyJson } from "./money-json.server.ts";
import { PROBLEMS } from "./problem-catalogue.server.ts";
import type { Problem } from "./problem.server.ts";
import type { WarningJson } from "./schemas/claim-schemas.server.ts";

const WARNINGS: Readonly<Record<IntakeWarning["code"], string>> = {
  notice_missing: "no collection costs are asked until a notice was delivered and its term has passed",
  notice_not_delivered_yet:
    "the notice is dated in the future; no collection costs are asked before its term has passed",
  notice_running: "the term of the notice still runs; collection costs are asked after it",
  notice_before_due: "the notice came before an invoice was overdue and does not count for that invoice",
  costs_above_tariff: "the costs are above the tariff for consumers; a court may lower them",
  not_due_yet: "the invoice is not overdue yet",
  issued_in_future: "the invoice is dated in the future",
  interest_rate_unknown: "no statutory rate is known for the time from which interest would run",
  limitation_passed: "the claim seems time-barred (BW 3:307); the debtor may say so",
  limitation_passed_if_sale: "if this is a consumer sale the claim seems time-barred (BW 7:28)",
};

/** The rules of law and arithmetic that a claim breaks, each with the amount that would be allowed. */
export function intakeProblem(problems: readonly IntakeProblem[]): Problem {
  const [first] = problems;
  if (!first) throw new Error("a claim was refused without a reason");
  const errors = problems.map((problem) => ({
    ...findingJson(problem),
    code: problem.code,
    message: messageOf(problem),
  }));
  return { code: first.code, detail: messageOf(first), errors };
}

function messageOf({ code, allowed }: IntakeProblem): string {
  const { detail } = PROBLEMS[code];
  return allowed === null ? detail : `${detail} Allowed: ${toDecimal(allowed)}.`;
}

export function warningsJson(warnings: readonly IntakeWarning[]): WarningJson[] {
  return warnings.map((warning) => ({ ...findingJson(warning), code: warning.code, message: WARNINGS[warning.code] }));
}

function findingJson(finding: IntakeFinding<string>) {
  const path = pathText(finding.path);
  return finding.allowed === null ? { path } : { path, allowed: moneyJson(finding.allowed) };
}
