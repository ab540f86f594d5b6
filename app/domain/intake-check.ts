import type { LocalDate } from "./calendar.ts";
import type { ClaimKind, CollectionCostsTerms, InterestTerms } from "./claim-terms.ts";
import { isCovered } from "./costs-due.ts";
import { collectionCosts, vatOnCosts } from "./law/collection-costs.ts";
import { type InterestRate, rateOn } from "./law/interest-rates.ts";
import { isTimeBarred } from "./law/limitation.ts";
import { noticeTerm } from "./law/notice.ts";
import { type Cents, LARGEST_AMOUNT, plus, sum, ZERO } from "./money.ts";

/** A claim as a creditor hands it in, already read: amounts in euro cents, days that exist. */
export type ClaimIntake = {
  readonly kind: ClaimKind;
  readonly invoices: readonly InvoiceIntake[];
  readonly interest: InterestTerms;
  readonly collectionCosts: CollectionCostsTerms;
  readonly canDeductVat: boolean;
};

export type InvoiceIntake = {
  readonly number: string;
  readonly issuedOn: LocalDate;
  readonly dueOn: LocalDate;
  readonly amount: Cents;
};

export const INTAKE_PROBLEMS = [
  "invoices_missing",
  "amount_not_positive",
  "amount_too_large",
  "due_before_issued",
  "duplicate_invoice_number",
  "costs_negative",
  "costs_exceed_legal_maximum",
  "costs_before_notice_term",
  "vat_not_allowed",
] as const;

export const INTAKE_WARNINGS = [
  "notice_missing",
  "notice_not_delivered_yet",
  "notice_running",
  "notice_before_due",
  "costs_above_tariff",
  "not_due_yet",
  "issued_in_future",
  "interest_rate_unknown",
  "limitation_passed",
  "limitation_passed_if_sale",
  "debtor_differs",
  "noticed_together",
] as const;

/** Where in the claim as handed in, which rule, and the most that is allowed where that is an amount. */
export type IntakeFinding<Code extends string> = {
  readonly path: readonly (string | number)[];
  readonly code: Code;
  readonly allowed: Cents | null;
};

export type IntakeProblem = IntakeFinding<(typeof INTAKE_PROBLEMS)[number]>;

export type IntakeWarning = IntakeFinding<(typeof INTAKE_WARNINGS)[number]>;

/** Problems refuse the claim: the law or arithmetic forbids it. Warnings are for the creditor to think about. */
export function checkIntake(
  claim: ClaimIntake,
  { today, rates }: { readonly today: LocalDate; readonly rates: readonly InterestRate[] },
): { readonly problems: readonly IntakeProblem[]; readonly warnings: readonly IntakeWarning[] } {
  return {
    problems: [...invoiceProblems(claim.invoices), ...costsProblems(claim, today)],
    warnings: [...invoiceWarnings(claim, today), ...costsWarnings(claim, today), ...rateWarnings(claim, rates)],
  };
}

function invoiceProblems(invoices: readonly InvoiceIntake[]): IntakeProblem[] {
  if (invoices.length === 0) return [finding(["invoices"], "invoices_missing")];
  const problems = invoices.flatMap((invoice, index) => {
    const found: IntakeProblem[] = [];
    const at = (field: string) => ["invoices", index, field];
    if (invoice.amount <= 0n) found.push(finding(at("amount"), "amount_not_positive"));
    if (invoice.amount > LARGEST_AMOUNT) found.push(finding(at("amount"), "amount_too_large", LARGEST_AMOUNT));
    if (invoice.dueOn < invoice.issuedOn) found.push(finding(at("dueOn"), "due_before_issued"));
    const first = invoices.findIndex((other) => other.number.trim() === invoice.number.trim());
    if (first < index) found.push(finding(at("number"), "duplicate_invoice_number"));
    return found;
  });
  const amounts = invoices.map((invoice) => invoice.amount);
  const alone = amounts.every((amount) => amount <= LARGEST_AMOUNT);
  if (alone && sum(amounts) > LARGEST_AMOUNT) problems.push(finding(["invoices"], "amount_too_large", LARGEST_AMOUNT));
  return problems;
}

/**
 * Fixed costs of a consumer: only with a notice that was delivered after the default began (BW 6:96 lid 6), and at most
 * the tariff over the invoices it was for (lid 5). That its term still runs is no fault: they are asked only after it.
 */
function costsProblems(claim: ClaimIntake, today: LocalDate): IntakeProblem[] {
  const { collectionCosts: asked } = claim;
  if (asked.type !== "fixed") return [];
  const amountAt = ["collectionCosts", "amount"];
  if (asked.amount < 0n) return [finding(amountAt, "costs_negative", ZERO)];
  if (asked.amount > LARGEST_AMOUNT) return [finding(amountAt, "amount_too_large", LARGEST_AMOUNT)];
  if (claim.kind === "commercial" || asked.amount === ZERO) return [];
  const notice = asked.noticeDeliveredOn;
  const covered = notice === null ? [] : claim.invoices.filter((invoice) => isCovered(invoice, notice));
  const problems: IntakeProblem[] = [];
  if (notice === null || notice > today || covered.length === 0) {
    problems.push(finding(["collectionCosts", "noticeDeliveredOn"], "costs_before_notice_term", ZERO));
  }
  return [...maximumProblems(claim, { asked: asked.amount, covered, today }), ...problems];
}

function maximumProblems(
  claim: ClaimIntake,
  { asked, covered, today }: { asked: Cents; covered: readonly InvoiceIntake[]; today: LocalDate },
): IntakeProblem[] {
  const counted = covered.length > 0 ? covered : claim.invoices;
  const allowed = collectionCosts(sum(counted.map((invoice) => invoice.amount)), today);
  if (asked <= allowed) return [];
  const at = ["collectionCosts", "amount"];
  const isTariffWithVat = asked === plus(allowed, vatOnCosts(allowed, today));
  return [
    finding(at, "costs_exceed_legal_maximum", allowed),
    ...(isTariffWithVat && claim.canDeductVat ? [finding<IntakeProblem["code"]>(at, "vat_not_allowed", ZERO)] : []),
  ];
}

function costsWarnings(claim: ClaimIntake, today: LocalDate): IntakeWarning[] {
  const { collectionCosts: asked } = claim;
  if (asked.type === "none" || (asked.type === "fixed" && asked.amount === ZERO)) return [];
  if (claim.kind === "commercial") {
    const tariff = collectionCosts(sum(claim.invoices.map((invoice) => invoice.amount)), today);
    const above = asked.type === "fixed" && asked.amount > tariff;
    return above ? [finding(["collectionCosts", "amount"], "costs_above_tariff", tariff)] : [];
  }
  const at = ["collectionCosts", "noticeDeliveredOn"];
  const notice = asked.noticeDeliveredOn;
  if (notice === null) return [finding(at, "notice_missing")];
  if (!claim.invoices.every((invoice) => isCovered(invoice, notice))) return [finding(at, "notice_before_due")];
  if (notice > today) return [finding(at, "notice_not_delivered_yet")];
  return today < noticeTerm(notice).costsDueFrom ? [finding(at, "notice_running")] : [];
}

/** Whether a consumer's claim is the price of a thing sold, time-barred after two years (BW 7:28), the creditor knows. */
function invoiceWarnings(claim: ClaimIntake, today: LocalDate): IntakeWarning[] {
  return claim.invoices.flatMap((invoice, index) => {
    const found: IntakeWarning[] = [];
    const dueAt = ["invoices", index, "dueOn"];
    const { dueOn } = invoice;
    if (invoice.issuedOn > today) found.push(finding(["invoices", index, "issuedOn"], "issued_in_future"));
    if (dueOn >= today) found.push(finding(dueAt, "not_due_yet"));
    const passed = (ground: "contract" | "consumer_sale") => isTimeBarred({ ground, dueOn, interruptions: [] }, today);
    if (passed("contract")) found.push(finding(dueAt, "limitation_passed"));
    else if (claim.kind === "consumer" && passed("consumer_sale")) {
      found.push(finding(dueAt, "limitation_passed_if_sale"));
    }
    return found;
  });
}

function rateWarnings(claim: ClaimIntake, rates: readonly InterestRate[]): IntakeWarning[] {
  if (claim.interest.type !== "statutory") return [];
  return claim.invoices.flatMap((invoice, index) =>
    rateOn(rates, claim.kind, invoice.dueOn) === undefined
      ? [finding(["invoices", index, "dueOn"], "interest_rate_unknown" as const)]
      : [],
  );
}

function finding<Code extends string>(
  path: readonly (string | number)[],
  code: Code,
  allowed: Cents | null = null,
): IntakeFinding<Code> {
  return { path, code, allowed };
}
