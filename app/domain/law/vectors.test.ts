import { expect, test } from "vitest";
import vectors from "../../../tests/vectors/law.json" with { type: "json" };
import { addDays, day, type LocalDate } from "../calendar.ts";
import type { ClaimTerms } from "../claim-terms.ts";
import type { LedgerEntry } from "../ledger.ts";
import { allocate, asCents, ZERO } from "../money.ts";
import { percent, toPercent } from "../rate.ts";
import { type Statement, statementAsOf } from "../statement.ts";
import { collectionCosts, collectionCostsOfInvoices, vatOnCosts } from "./collection-costs.ts";
import { impute, imputeAcross } from "./imputation.ts";
import { instalmentCostsCap } from "./instalment-costs.ts";
import { rateSteps } from "./interest-rate-steps.ts";
import { INTEREST_RATES, type InterestRateKind, rateOn } from "./interest-rates.ts";
import { noticeTerm, presumedDelivery } from "./notice.ts";
import { interestPeriods } from "./statutory-interest.ts";

const today = day("2026-11-22");
const cents = (amount: number) => asCents(BigInt(amount));
const percentage = (text: string) => toPercent(percent(text));

test.each(vectors.costs)("costs over $principal", ({ principal, costs, vat21, costsInclVat }) => {
  const asked = collectionCosts(cents(principal), today);
  const vat = vatOnCosts(asked, today);
  expect([asked, vat, asked + vat]).toEqual([BigInt(costs), BigInt(vat21), BigInt(costsInclVat)]);
});

test.each(vectors.costsMultipleInvoices)("costs over invoices $invoices", ({ invoices, costsOnSum }) => {
  expect(collectionCostsOfInvoices(invoices.map(cents), today)).toBe(BigInt(costsOnSum));
});

test.each(vectors.costsPartialPaymentWithin14Days)(
  "costs over $principal with $paidWithinTerm paid in time",
  ({ principal, paidWithinTerm, announcedCosts, costsDue }) => {
    expect(collectionCosts(cents(principal), today)).toBe(BigInt(announcedCosts));
    expect(collectionCosts(cents(principal - paidWithinTerm), today)).toBe(BigInt(costsDue));
  },
);

test.each(vectors.costsInstalmentCumulation.cases)(
  "cap for $missedInstalmentsInSixMonths missed instalments",
  ({ missedInstalmentsInSixMonths, maxCostsTotal }) => {
    expect(instalmentCostsCap(missedInstalmentsInSixMonths)).toBe(BigInt(maxCostsTotal));
  },
);

test.each(["consumer", "commercial"] as const)("rates of kind %s", (kind) => {
  const rows = vectors.rates[kind];
  for (const [index, row] of rows.entries()) {
    const last = rows[index + 1] ? addDays(day(rows[index + 1]?.from ?? ""), -1) : today;
    const found = [day(row.from), last].map((on) => rateOn(INTEREST_RATES, kind, on)?.rate ?? percent("0"));
    expect(found.map(toPercent)).toEqual([percentage(row.percent), percentage(row.percent)]);
  }
});

test.each(
  vectors.interest.flatMap((row) => [
    { ...row, dayCount: "yearBasis" as const },
    { ...row, dayCount: "act365" as const },
  ]),
)("interest $id by $dayCount", (row) => {
  const kind = row.kind as InterestRateKind;
  const steps = rateSteps({ kind, interest: { type: "statutory" }, frozen: [], rates: INTEREST_RATES });
  const periods = interestPeriods({
    principal: cents(row.principal),
    dueOn: day(row.dueDate),
    until: day(row.calcDateInclusive),
    steps,
    dayCount: row.dayCount,
  });
  const printed = periods.map(({ from, to, days, rate, base, amount }) => ({
    from,
    to,
    days,
    rate: toPercent(rate),
    base: Number(base),
    interest: Number(amount),
  }));
  const expected = row[row.dayCount].lines as { rate: string }[];
  expect(printed).toEqual(expected.map((line) => ({ ...line, rate: percentage(line.rate) })));
  expect(printed.reduce((all, line) => all + line.interest, 0)).toBe(row[row.dayCount].interest);
  expect(printed.reduce((all, line) => all + line.days, 0)).toBe(row.days);
});

test.each(vectors.imputation)("imputation: $name", ({ payment, before, allocated }) => {
  const open = { costs: cents(before.costs), interest: cents(before.interest), principal: cents(before.principal) };
  const { costs, interest, principal, overpayment } = impute(cents(payment), open);
  expect([costs, interest, principal, overpayment].map(Number)).toEqual([
    allocated.costs,
    allocated.interest,
    allocated.principal,
    allocated.overpayment,
  ]);
});

test.each(vectors.imputationMultiple)("imputation across claims: $name", (row) => {
  const { allocated, overpayment } = imputeAcross({
    payment: cents(row.payment),
    paidOn: today,
    designated: row.designated,
    obligations: row.claims.map((claim) => ({
      id: claim.id,
      dueOn: day(claim.due),
      rate: percent(claim.rate),
      costs: cents(claim.costs),
      interest: cents(claim.interest),
      principal: cents(claim.principal),
    })),
  });
  const numbers = [...allocated].map(([id, { costs, interest, principal }]) => [
    id,
    { costs: Number(costs), interest: Number(interest), principal: Number(principal) },
  ]);
  expect(Object.fromEntries(numbers)).toEqual(row.allocated);
  expect(overpayment).toBe(BigInt(row.overpayment));
});

function terms(kind: InterestRateKind, noticeDeliveredOn: LocalDate | null): ClaimTerms {
  return {
    kind,
    interest: { type: "statutory" },
    collectionCosts: { type: "statutory", noticeDeliveredOn },
    canDeductVat: true,
    waiveCostsIfRemainderBelow: ZERO,
    interestFrozen: [],
    costsHeld: [],
  };
}

function charge(invoiceId: string, amount: number, dueOn: string): LedgerEntry {
  const due = day(dueOn);
  const issuedOn = addDays(due, -30);
  const factKey = `${invoiceId}:charged`;
  return {
    type: "principal",
    factKey,
    valueDate: issuedOn,
    sequence: 0,
    amount: cents(amount),
    invoiceId,
    issuedOn,
    dueOn: due,
  };
}

function outstanding({ costs, interest, principal, open }: Statement) {
  return {
    costs: Number(costs.open),
    interest: Number(interest.open),
    principal: Number(principal.open),
    total: Number(open),
  };
}

test.each(vectors.runningAccount)("running account: $name", (row) => {
  const kind = row.kind as InterestRateKind;
  const notice = row.costsDueFrom === null ? null : addDays(day(row.costsDueFrom), -16);
  const payments = row.payments.map((payment, sequence): LedgerEntry => ({
    type: "payment",
    factKey: `tr_${sequence}:paid`,
    valueDate: day(payment.date),
    sequence,
    amount: cents(payment.amount),
    via: "provider",
    designation: [],
  }));
  const statement = statementAsOf({
    terms: terms(kind, kind === "consumer" ? notice : null),
    entries: [charge("inv_1", row.principal, row.dueDate), ...payments],
    asOf: day(row.calcDateInclusive),
    rates: INTEREST_RATES,
  });
  const log = row.yearBasis.log as unknown as Record<string, string | number>[];
  expect(outstanding(statement)).toEqual(row.yearBasis.outstanding);
  expect(
    statement.interest.lines.map((line) => [line.from, line.to, line.days, Number(line.base), Number(line.amount)]),
  ).toEqual(
    log
      .filter(({ type }) => type === "interest")
      .map((line) => [line["from"], line["to"], line["days"], line["base"], line["interest"]]),
  );
  expect(
    statement.entries.map(({ allocation }) =>
      [allocation.costs, allocation.interest, allocation.principal, allocation.credit].map(Number),
    ),
  ).toEqual(
    log
      .filter(({ type }) => type === "payment")
      .map((line) => [line["toCosts"], line["toInterest"], line["toPrincipal"], line["overpayment"]]),
  );
  expect(
    log.filter(({ type }) => type === "costs").map((line) => [line["date"], line["overPrincipal"], line["amount"]]),
  ).toEqual(
    statement.costs.total > 0n
      ? [[statement.costs.dueFrom, Number(statement.costs.base), Number(statement.costs.total)]]
      : [],
  );
});

test.each(vectors.claimTotals)("claim totals: $name", (row) => {
  const kind = row.kind as InterestRateKind;
  const statement = statementAsOf({
    terms: { ...terms(kind, kind === "consumer" ? day("2026-07-01") : null), canDeductVat: row.costsVat === 0 },
    entries: row.invoices.map((invoice, index) => charge(`inv_${index}`, invoice.amount, invoice.dueDate)),
    asOf: day(row.calcDateInclusive),
    rates: INTEREST_RATES,
  });
  expect(statement.invoices.map((invoice) => Number(invoice.interestOpen))).toEqual(
    row.invoices.map((invoice) => invoice.interest),
  );
  expect(outstanding(statement)).toEqual({
    costs: row.costs,
    interest: row.interest,
    principal: row.principal,
    total: row.total,
  });
  expect(Number(statement.vat.open)).toBe(row.costsVat);
});

test.each(vectors.fourteenDayLetter)("notice sent $sent by $channel", (row) => {
  const delivered = row.channel === "post" ? presumedDelivery(day(row.sent)) : day(row.presumedDelivered);
  expect(noticeTerm(delivered)).toMatchObject({
    deliveredOn: row.presumedDelivered,
    firstDay: row.termFirstDay,
    lastDay: row.termLastDay,
    costsDueFromAtTheEarliest: row.costsDueFromLegalMinimum,
    costsDueFrom: row.costsDueFromSafe,
  });
});

test.each(vectors.arrangement)("$total in $instalments instalments", ({ total, instalments, amounts }) => {
  expect(
    allocate(
      cents(total),
      Array.from({ length: instalments }, () => 1n),
    ).map(Number),
  ).toEqual(amounts);
});
