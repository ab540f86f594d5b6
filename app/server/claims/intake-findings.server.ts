import type { IntakeFinding, IntakeProblem, IntakeWarning } from "#app/domain/intake-check.ts";
import { toDecimal } from "#app/domain/money.ts";
import { allowedAmount, type FieldError, pathText } from "#app/server/validation/field-error.server.ts";

/** The rules of law and arithmetic that refuse a claim, by their code. */
export const INTAKE_RULES: Readonly<Record<IntakeProblem["code"], string>> = {
  invoices_missing: "A claim has at least one invoice.",
  amount_not_positive: "An amount is above zero.",
  amount_too_large: "It is more than a bank takes.",
  due_before_issued: "`dueOn` is `issuedOn` or later.",
  duplicate_invoice_number: "Each invoice of a claim has its own number.",
  costs_negative: "Costs are zero or more.",
  costs_exceed_legal_maximum:
    "A consumer owes at most the tariff of the law (BW 6:96, Besluit vergoeding voor buitengerechtelijke incassokosten).",
  costs_before_notice_term:
    "A consumer owes costs only after the term of a notice that was delivered after the due date (BW 6:96 lid 6).",
  vat_not_allowed: "A creditor who can deduct VAT asks none on collection costs (BIK art. 2 lid 3).",
};

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
  debtor_differs:
    "the debtor with this reference is known otherwise: the claim goes to that one, with the details that are known",
  noticed_together:
    "another claim of this debtor has a notice of the same day: the law adds the principals up and applies the tariff once (BW 6:96 lid 7). Put the invoices in one claim, or ask fixed costs of at most the amount allowed",
  limitation_passed_if_sale: "if this is a consumer sale the claim seems time-barred (BW 7:28)",
};

/** The rules that a claim breaks, each with its field and the amount that would be allowed. */
export function intakeErrors(problems: readonly IntakeProblem[]): FieldError[] {
  return problems.map((problem) => {
    const rule = INTAKE_RULES[problem.code];
    const message = problem.allowed === null ? rule : `${rule} Allowed: ${toDecimal(problem.allowed)}.`;
    return { ...placeOf(problem), code: problem.code, message };
  });
}

/** What to think about in a claim, each with its field. */
export function intakeWarnings(warnings: readonly IntakeWarning[]) {
  return warnings.map((warning) => ({ ...placeOf(warning), code: warning.code, message: WARNINGS[warning.code] }));
}

function placeOf({ path, allowed }: IntakeFinding<string>) {
  return { path: pathText(path), ...(allowed === null ? {} : { allowed: allowedAmount(allowed) }) };
}
