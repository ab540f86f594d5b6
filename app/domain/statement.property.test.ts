import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, day, type LocalDate } from "./calendar.ts";
import type { ClaimTerms } from "./claim-terms.ts";
import { INTEREST_RATES } from "./law/interest-rates.ts";
import { type LedgerEntry, postings } from "./ledger.ts";
import { asCents, type Cents, divideHalfUp, minus, smallest, sum } from "./money.ts";
import { percent } from "./rate.ts";
import { type Statement, statementAsOf, statementWithNextDay } from "./statement.ts";

const START = day("2022-12-01");
const SPAN = 1400;
const LAST = addDays(START, SPAN);

const dates = fc.integer({ min: 0, max: SPAN }).map((days) => addDays(START, days));
const amounts = fc.bigInt({ min: 1n, max: 300_000n }).map(asCents);

const periods = fc
  .tuple(dates, fc.integer({ min: 0, max: 200 }))
  .map(([from, days]) => ({ from, to: addDays(from, days) }));

const terms: fc.Arbitrary<ClaimTerms> = fc.record({
  kind: fc.constantFrom("consumer", "commercial"),
  interest: fc.constantFrom<ClaimTerms["interest"]>(
    { type: "statutory" },
    { type: "contractual", rate: percent("9.9") },
    { type: "none" },
  ),
  collectionCosts: fc.oneof(
    fc.record({ type: fc.constant("statutory"), noticeDeliveredOn: fc.option(dates) }),
    fc.record({ type: fc.constant("fixed"), amount: amounts, noticeDeliveredOn: fc.option(dates) }),
    fc.constant({ type: "none" as const }),
  ),
  canDeductVat: fc.boolean(),
  waiveCostsIfRemainderBelow: fc.constantFrom(asCents(0n), asCents(500n)),
  interestFrozen: fc.array(periods, { maxLength: 1 }),
  costsHeld: fc.array(periods, { maxLength: 2 }),
});

type Fact = {
  type: "credit" | "payment" | "refund" | "chargeback" | "chargeback_reversed" | "costs_waived" | "interest_waived";
  on: LocalDate;
  amount: Cents;
  pick: number;
};

const moneyIn: readonly Fact["type"][] = ["payment", "payment", "payment"];
const allFacts: readonly Fact["type"][] = [
  ...moneyIn,
  "credit",
  "refund",
  "chargeback",
  "chargeback_reversed",
  "costs_waived",
  "interest_waived",
];

function ledger(types: readonly Fact["type"][]): fc.Arbitrary<LedgerEntry[]> {
  const invoices = fc.array(fc.tuple(dates, fc.integer({ min: 0, max: 90 }), amounts), { minLength: 1, maxLength: 3 });
  const facts = fc.array(fc.record({ type: fc.constantFrom(...types), on: dates, amount: amounts, pick: fc.nat(5) }), {
    maxLength: 7,
  });
  return fc.tuple(invoices, facts).map(([charged, later]) => [
    ...charged.map(([issuedOn, term, amount], index) => ({
      type: "principal" as const,
      factKey: `inv_${index}:charged`,
      valueDate: issuedOn,
      sequence: index,
      amount,
      invoiceId: `inv_${index}`,
      issuedOn,
      dueOn: addDays(issuedOn, term),
    })),
    ...later.map((fact, index) => entry(fact, { index, facts: later, invoices: charged.length })),
  ]);
}

function entry(
  fact: Fact,
  { index, facts, invoices }: { index: number; facts: Fact[]; invoices: number },
): LedgerEntry {
  const common = { factKey: `fact_${index}`, valueDate: fact.on, sequence: index, amount: fact.amount };
  const invoiceId = `inv_${fact.pick % invoices}`;
  switch (fact.type) {
    case "payment":
      return { ...common, type: "payment", via: "bank", designation: fact.pick % 2 === 0 ? [] : [invoiceId] };
    case "credit":
      return { ...common, type: "credit", invoiceId: fact.pick % 2 === 0 ? null : invoiceId };
    case "costs_waived":
    case "interest_waived":
      return { ...common, type: fact.type };
    case "refund":
    case "chargeback":
    case "chargeback_reversed":
      return { ...common, type: fact.type, undoes: `fact_${fact.pick % facts.length}` };
  }
}

const statementOn = (claim: ClaimTerms, entries: readonly LedgerEntry[], asOf: LocalDate): Statement =>
  statementAsOf({ terms: claim, entries, asOf, rates: INTEREST_RATES });

function check(name: string, property: fc.IRawProperty<unknown>): void {
  test(name, { timeout: 120_000 }, () => {
    fc.assert(property);
  });
}

check(
  "in each part total − given up − paid = open, nothing is negative, and the parts add up",
  fc.property(terms, ledger(allFacts), dates, (claim, entries, asOf) => {
    const { principal, interest, costs, vat, invoices, open, credit } = statementOn(claim, entries, asOf);
    const parts = [{ ...principal, waived: principal.credited }, interest, costs, vat];
    for (const part of parts) {
      expect(part.open).toBe(part.total - part.waived - part.paid);
      expect([part.total, part.waived, part.paid, part.open].every((amount) => amount >= 0n)).toBe(true);
    }
    expect(open).toBe(sum(parts.map((part) => part.open)));
    expect(open === 0n || credit === 0n).toBe(true);
    expect(sum(invoices.map((invoice) => invoice.open))).toBe(principal.open);
    expect(sum(invoices.map((invoice) => invoice.interestOpen))).toBe(interest.open);
  }),
);

check(
  "each payment and credit note is allocated to the cent, and the allocations add up to what was settled",
  fc.property(terms, ledger(allFacts), (claim, entries) => {
    const statement = statementOn(claim, entries, LAST);
    const settled = { costs: 0n, vat: 0n, interest: 0n, principal: 0n, credit: 0n };
    for (const row of statement.entries) {
      const parts = Object.entries(row.allocation) as [keyof typeof settled, Cents][];
      for (const [component, amount] of parts) settled[component] += amount;
      const placed = sum(parts.map(([, amount]) => amount));
      if (row.type === "payment" || row.type === "credit") expect(placed).toBe(row.amount);
      else expect(placed <= row.amount && placed >= -row.amount).toBe(true);
    }
    const { principal, interest, costs, vat, credit } = statement;
    expect(settled).toEqual({
      costs: costs.paid + costs.waived,
      vat: vat.paid + vat.waived,
      interest: interest.paid + interest.waived,
      principal: principal.paid + principal.credited,
      credit,
    });
  }),
);

check(
  "the printed lines can be done again by hand and add up to the total",
  fc.property(terms, ledger(allFacts), (claim, entries) => {
    const { interest } = statementOn(claim, entries, LAST);
    for (const { base, rate, days, yearDays, amount } of interest.lines) {
      const again = divideHalfUp(base * rate.numerator * BigInt(days), rate.denominator * BigInt(yearDays));
      expect(again).toBe(amount);
    }
    expect(sum(interest.lines.map((line) => line.amount))).toBe(interest.total);
  }),
);

check(
  "the order in which facts are listed does not matter",
  fc.property(terms, ledger(allFacts), dates, fc.infiniteStream(fc.nat()), (claim, entries, asOf, keys) => {
    const shuffled = entries
      .map((item) => ({ item, key: keys.next().value ?? 0 }))
      .sort((left, right) => left.key - right.key)
      .map(({ item }) => item);
    expect(statementOn(claim, shuffled, asOf)).toEqual(statementOn(claim, entries, asOf));
  }),
);

check(
  "independent facts of one day may be booked in any order: the totals stay",
  fc.property(terms, ledger(["payment", "credit"]), dates, (claim, entries, on) => {
    const sameDay = entries.map((item) =>
      item.type === "payment"
        ? { ...item, valueDate: on, designation: [] }
        : item.type === "credit"
          ? { ...item, valueDate: on, invoiceId: null }
          : item,
    );
    const reversed = sameDay.map((item) => ({ ...item, sequence: -item.sequence }));
    const totals = (list: LedgerEntry[]) => {
      const { principal, interest, costs, vat, credit } = statementOn(claim, list, LAST);
      const { lines, ...interestTotals } = interest;
      return { principal, interestTotals, lines: lines.length, costs, vat, credit };
    };
    expect(totals(reversed)).toEqual(totals(sameDay));
  }),
);

check(
  "a later day never has less interest or costs, whatever is paid",
  fc.property(terms, ledger(moneyIn), dates, fc.nat(60), (claim, entries, asOf, days) => {
    const now = statementOn(claim, entries, asOf);
    const later = statementOn(claim, entries, addDays(asOf, days));
    expect(later.interest.total >= now.interest.total).toBe(true);
    expect(later.costs.total >= now.costs.total).toBe(true);
  }),
);

check(
  "the statement of a day is that of the ledger up to that day",
  fc.property(terms, ledger(allFacts), dates, (claim, entries, asOf) => {
    const known = entries.filter((item) => item.valueDate <= asOf);
    expect(statementOn(claim, known, asOf)).toEqual(statementOn(claim, entries, asOf));
  }),
);

check(
  "money that went back entirely counts as if it had never come",
  fc.property(terms, ledger(["payment", "credit"]), dates, amounts, (claim, entries, on, amount) => {
    const paid: LedgerEntry = {
      type: "payment",
      factKey: "tr_x:paid",
      valueDate: on,
      sequence: 99,
      amount,
      via: "provider",
      designation: [],
    };
    const back: LedgerEntry = {
      type: "chargeback",
      factKey: "chb_x:chargeback",
      undoes: "tr_x:paid",
      valueDate: addDays(on, 3),
      sequence: 100,
      amount,
    };
    const { entries: rows, ...amountsAfter } = statementOn(claim, [...entries, paid, back], addDays(LAST, 3));
    const { entries: rowsBefore, ...amountsWithout } = statementOn(claim, entries, addDays(LAST, 3));
    expect(amountsAfter).toEqual(amountsWithout);
    expect(rows.length).toBe(rowsBefore.length + 2);
  }),
);

check(
  "paying back what was overpaid changes nothing but the credit",
  fc.property(terms, ledger(["payment", "credit"]), fc.nat(6), (claim, entries, pick) => {
    const { entries: rows, credit, ...before } = statementOn(claim, entries, LAST);
    const payments = entries.filter(({ type }) => type === "payment");
    const payment = payments[pick % Math.max(payments.length, 1)];
    fc.pre(payment !== undefined && credit > 0n);
    const amount = smallest(credit, payment.amount);
    const back: LedgerEntry = { type: "refund", factKey: "re_x", undoes: payment.factKey, valueDate: LAST, sequence: 100, amount }; // prettier-ignore
    const { entries: rowsAfter, credit: left, ...after } = statementOn(claim, [...entries, back], LAST);
    expect(after).toEqual(before);
    expect([left, rowsAfter.length]).toEqual([minus(credit, amount), rows.length + 1]);
  }),
);

check(
  "every entry posts to a balanced double entry",
  fc.property(ledger(allFacts), (entries) => {
    for (const item of entries) expect(sum(postings(item).map((posting) => posting.amount))).toBe(0n);
  }),
);

check(
  "what the next day adds is the difference between two statements of the same entries",
  fc.property(terms, ledger(allFacts), dates, (claim, entries, asOf) => {
    const known = entries.filter(({ valueDate }) => valueDate <= asOf);
    const today = statementWithNextDay({ terms: claim, entries: known, asOf, rates: INTEREST_RATES });
    expect(today.statement).toEqual(statementOn(claim, known, asOf));
    const tomorrow = statementOn(claim, known, addDays(asOf, 1));
    expect(today.interestOfNextDay).toBe(tomorrow.interest.total - today.statement.interest.total);
  }),
);
