import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, day } from "./calendar.ts";
import type { ClaimTerms, Period } from "./claim-terms.ts";
import { INTEREST_RATES } from "./law/interest-rates.ts";
import type { LedgerEntry } from "./ledger.ts";
import { asCents } from "./money.ts";
import { statementAsOf } from "./statement.ts";

/** The term of the notice ends on 4 July, so that its costs fall due on 6 July 2026. */
const CONSUMER: ClaimTerms = {
  kind: "consumer",
  interest: { type: "none" },
  collectionCosts: { type: "statutory", noticeDeliveredOn: day("2026-06-20") },
  canDeductVat: true,
  waiveCostsIfRemainderBelow: asCents(500n),
  interestFrozen: [],
  costsHeld: [],
};

const COMMERCIAL: ClaimTerms = {
  ...CONSUMER,
  kind: "commercial",
  collectionCosts: { type: "statutory", noticeDeliveredOn: null },
};

const hold = (from: string, to: string | null): Period => ({ from: day(from), to: to === null ? null : day(to) });

function invoice(dueOn: string, amount = 120_00n): LedgerEntry {
  const issuedOn = addDays(day(dueOn), -30);
  const common = { valueDate: issuedOn, sequence: 0, amount: asCents(amount) };
  return { type: "principal", factKey: dueOn, invoiceId: dueOn, issuedOn, dueOn: day(dueOn), ...common };
}

function paid(amount: bigint, on: string): LedgerEntry {
  const common = { valueDate: day(on), sequence: 0, amount: asCents(amount) };
  return { type: "payment", factKey: `paid:${on}`, via: "provider", designation: [], ...common };
}

function costsOn(asOf: string, terms: ClaimTerms, entries: LedgerEntry[] = [invoice("2026-05-30")]) {
  const { costs } = statementAsOf({ terms, entries, asOf: day(asOf), rates: INTEREST_RATES });
  return [costs.total, costs.state, costs.dueFrom];
}

test("a consumer's costs in a held period fall due on the first day after it", () => {
  const terms = { ...CONSUMER, costsHeld: [hold("2026-07-01", "2026-07-31")] };
  expect(costsOn("2026-06-30", terms)).toEqual([0n, "notice_running", "2026-07-06"]);
  expect(costsOn("2026-07-05", terms)).toEqual([0n, "notice_running", "2026-08-01"]);
  expect(costsOn("2026-07-31", terms)).toEqual([0n, "none", "2026-08-01"]);
  expect(costsOn("2026-08-01", terms)).toEqual([40_00n, "due", "2026-08-01"]);
});

test("while a hold has no end, the costs never fall due and no day is named", () => {
  const terms = { ...CONSUMER, costsHeld: [hold("2026-07-01", null)] };
  expect(costsOn("2026-07-05", terms)).toEqual([0n, "notice_running", null]);
  expect(costsOn("2026-07-06", terms)).toEqual([0n, "none", null]);
  expect(costsOn("2030-01-01", terms)).toEqual([0n, "none", null]);
});

test("holds that follow each other or overlap are one", () => {
  const held = [hold("2026-08-01", "2026-08-31"), hold("2026-07-01", "2026-07-31"), hold("2026-08-20", "2026-09-09")];
  const terms = { ...CONSUMER, costsHeld: held };
  expect(costsOn("2026-09-09", terms)).toEqual([0n, "none", "2026-09-10"]);
  expect(costsOn("2026-09-10", terms)).toEqual([40_00n, "due", "2026-09-10"]);
});

test("a hold that ends before the costs would fall due, or begins after, changes nothing", () => {
  const before = { ...CONSUMER, costsHeld: [hold("2026-06-25", "2026-07-05")] };
  expect(costsOn("2026-07-06", before)).toEqual([40_00n, "due", "2026-07-06"]);
  const after = { ...CONSUMER, costsHeld: [hold("2026-07-07", null)] };
  expect(costsOn("2026-12-31", after)).toEqual([40_00n, "due", "2026-07-06"]);
});

test("what is paid during a hold lowers the costs, or keeps them away", () => {
  const terms = { ...CONSUMER, costsHeld: [hold("2026-07-01", "2026-07-31")] };
  const thousand = invoice("2026-05-30", 1000_00n);
  expect(costsOn("2026-08-01", terms, [thousand, paid(400_00n, "2026-07-20")])).toEqual([90_00n, "due", "2026-08-01"]);
  const all = [thousand, paid(1000_00n, "2026-07-20")];
  expect(costsOn("2026-07-20", terms, all)).toEqual([0n, "none", null]);
  expect(costsOn("2026-08-01", terms, all)).toEqual([0n, "none", null]);
  const almost = [thousand, paid(996_00n, "2026-07-20")];
  expect(costsOn("2026-08-01", terms, almost)).toEqual([0n, "waived", "2026-08-01"]);
});

test("a business: only the invoices whose own day is held wait for the end of it", () => {
  const terms = { ...COMMERCIAL, costsHeld: [hold("2026-07-01", "2026-07-31")] };
  const entries = [invoice("2026-05-30", 1000_00n), invoice("2026-07-10", 1000_00n), invoice("2026-08-20", 1000_00n)];
  expect(costsOn("2026-07-31", terms, entries)).toEqual([150_00n, "due", "2026-05-31"]);
  expect(costsOn("2026-08-01", terms, entries)).toEqual([300_00n, "due", "2026-05-31"]);
  expect(costsOn("2026-08-21", terms, entries)).toEqual([425_00n, "due", "2026-05-31"]);
  expect(costsOn("2026-07-15", terms, [invoice("2026-07-10")])).toEqual([0n, "none", "2026-08-01"]);
  const onwards = { ...COMMERCIAL, costsHeld: [hold("2026-07-01", null)] };
  expect(costsOn("2026-12-31", onwards, [invoice("2026-07-10")])).toEqual([0n, "none", null]);
});

test("on no held day do costs fall due, and a hold never raises them", () => {
  const start = day("2026-05-01");
  const dates = fc.nat(200).map((days) => addDays(start, days));
  const periods = fc.tuple(dates, fc.nat(60)).map(([from, days]) => ({ from, to: addDays(from, days) }));
  const payments = fc.array(fc.tuple(dates, fc.bigInt({ min: 1n, max: 60_000n })), { maxLength: 4 });
  const input = fc.record({ held: fc.array(periods, { maxLength: 3 }), payments, isConsumer: fc.boolean() });
  fc.assert(
    fc.property(input, ({ held, payments: paidOn, isConsumer }) => {
      const kind = isConsumer ? CONSUMER : COMMERCIAL;
      const entries = [
        invoice("2026-05-30", 800_00n),
        ...paidOn.map(([on, amount], index) => ({ ...paid(amount, on), factKey: `tr_${index}` })),
      ];
      const asOf = addDays(start, 300);
      const statement = (costsHeld: Period[]) =>
        statementAsOf({ terms: { ...kind, costsHeld }, entries, asOf, rates: INTEREST_RATES });
      const { costs } = statement(held);
      const dueFrom = costs.state === "due" ? costs.dueFrom : null;
      expect(held.some(({ from, to }) => dueFrom !== null && from <= dueFrom && dueFrom <= to)).toBe(false);
      expect(costs.total <= statement([]).costs.total).toBe(true);
    }),
  );
});
