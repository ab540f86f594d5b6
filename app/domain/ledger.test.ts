import { expect, test } from "vitest";
import { day } from "./calendar.ts";
import {
  inLedgerOrder,
  keptOf,
  type LedgerEntry,
  paymentHistories,
  type PaymentEntry,
  postings,
  type ReversalEntry,
} from "./ledger.ts";
import { asCents } from "./money.ts";

const common = { valueDate: day("2026-06-01"), sequence: 0, amount: asCents(1000n) };
const paid: PaymentEntry = { ...common, type: "payment", factKey: "tr_1:paid", via: "bank", designation: [] };
const charged: LedgerEntry = {
  ...common,
  type: "principal",
  factKey: "inv_1:charged",
  invoiceId: "inv_1",
  issuedOn: day("2026-06-01"),
  dueOn: day("2026-06-30"),
};

function reversal(type: ReversalEntry["type"], factKey: string, undoes: string, amount = 1000n): ReversalEntry {
  return { ...common, type, factKey, undoes, amount: asCents(amount) };
}

test("where each fact is posted", () => {
  const credit: LedgerEntry = { ...common, type: "credit", factKey: "crn_1", invoiceId: null };
  const refund = reversal("refund", "re_1", "tr_1:paid");
  const accounts = (entry: LedgerEntry) =>
    Object.fromEntries(postings(entry, "bank").map(({ account, amount }) => [account, amount]));
  expect(accounts(charged)).toEqual({ debtor: 1000n, creditor: -1000n });
  expect(accounts(credit)).toEqual({ debtor: -1000n, creditor: 1000n });
  expect(accounts(paid)).toEqual({ debtor: -1000n, bank: 1000n });
  expect(accounts(refund)).toEqual({ debtor: 1000n, bank: -1000n });
  expect(accounts({ ...refund, type: "chargeback" })).toEqual({ debtor: 1000n, bank: -1000n });
  expect(accounts({ ...refund, type: "refund_failed" })).toEqual({ debtor: -1000n, bank: 1000n });
  expect(accounts({ ...refund, type: "chargeback_reversed" })).toEqual({ debtor: -1000n, bank: 1000n });
  expect(postings({ ...common, type: "costs_waived", factKey: "w_1" })).toEqual([]);
  expect(postings(refund)).toEqual([
    { account: "debtor", amount: 1000n },
    { account: "provider", amount: -1000n },
  ]);
});

test("on one day: charged, credited, paid, gone back; then by sequence", () => {
  const second = { ...paid, factKey: "tr_2:paid", sequence: 1 };
  const refund = reversal("refund", "re_1", "tr_1:paid");
  const credit: LedgerEntry = { ...common, type: "credit", factKey: "crn_1", invoiceId: null };
  const earlier = { ...paid, factKey: "tr_0:paid", valueDate: day("2026-05-31"), sequence: 9 };
  const ordered = inLedgerOrder([refund, second, paid, credit, charged, earlier]);
  expect(ordered.map((entry) => entry.factKey)).toEqual([
    "tr_0:paid",
    "inv_1:charged",
    "crn_1",
    "tr_1:paid",
    "tr_2:paid",
    "re_1",
  ]);
});

test("what is kept of a payment", () => {
  const refund = reversal("refund", "re_1", "tr_1:paid", 400n);
  const chargeback = reversal("chargeback", "chb_1", "tr_1:paid");
  const reversed = reversal("chargeback_reversed", "chb_1:reversed", "chb_1");
  expect(keptOf(paid, [])).toBe(1000n);
  expect(keptOf(paid, [refund])).toBe(600n);
  expect(keptOf(paid, [refund, chargeback])).toBe(0n);
  expect(keptOf(paid, [refund, chargeback, reversed])).toBe(600n);
  expect(keptOf(paid, [reversed])).toBe(1000n);
});

test("a reversal is found through what it undoes; one of an unknown payment is left out", () => {
  const chargeback = reversal("chargeback", "chb_1", "tr_1:paid");
  const reversed = reversal("chargeback_reversed", "chb_1:reversed", "chb_1");
  const stray = reversal("refund", "re_9", "tr_9:paid");
  expect(paymentHistories([paid, chargeback, reversed, stray])).toEqual([
    { payment: paid, reversals: [chargeback, reversed] },
  ]);
});
