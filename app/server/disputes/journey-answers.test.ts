import { expect, test } from "vitest";
import { day } from "#app/domain/calendar.ts";
import { DEFAULT_WAIVE_COSTS_IF_REMAINDER_BELOW } from "#app/domain/claim-terms.ts";
import { INTEREST_RATES } from "#app/domain/law/interest-rates.ts";
import { asCents } from "#app/domain/money.ts";
import { statementAsOf } from "#app/domain/statement.ts";
import { readGround, readPaid, readPart, readReply, readStory } from "./journey-answers.server.ts";

const today = day("2026-11-22");
const typed = { paidOn: "2026-09-03", paidAmount: "75", fromAccount: "", toAccount: "" };

/** One bill of € 120,00, due on 30 May, with € 40,00 of costs and some interest. */
const statement = statementAsOf({
  terms: {
    kind: "consumer",
    interest: { type: "statutory" },
    collectionCosts: { type: "statutory", noticeDeliveredOn: day("2026-06-20") },
    canDeductVat: true,
    waiveCostsIfRemainderBelow: DEFAULT_WAIVE_COSTS_IF_REMAINDER_BELOW,
    interestFrozen: [],
    costsHeld: [],
  },
  entries: [
    {
      type: "principal",
      factKey: "inv_1:charged",
      valueDate: day("2026-04-30"),
      sequence: 0,
      amount: asCents(120_00n),
      invoiceId: "inv_1",
      issuedOn: day("2026-04-30"),
      dueOn: day("2026-05-30"),
    },
  ],
  asOf: today,
  rates: INTEREST_RATES,
});

test("a ground is one of the fifteen", () => {
  expect(readGround("time_barred")).toEqual({ ok: true, value: "time_barred" });
  expect(readGround("")).toEqual({ ok: false, error: { kind: "groundMissing" } });
  expect(readGround("toString")).toEqual({ ok: false, error: { kind: "groundMissing" } });
});

test.each([
  ["2026-09-03", "2026-09-03"],
  ["3-9-2026", "2026-09-03"],
  [" 03/09/2026 ", "2026-09-03"],
  ["22 11 2026", "2026-11-22"],
  ["٣-٩-٢٠٢٦", "2026-09-03"],
])("the day %s", (paidOn, value) => {
  expect(readPaid({ ...typed, paidOn }, { today })).toMatchObject({ ok: true, value: { paidOn: value } });
});

test.each([
  ["", "paidOnMissing"],
  ["31-2-2026", "paidOnUnreadable"],
  ["gisteren", "paidOnUnreadable"],
  ["2026-11-23", "paidOnInFuture"],
])("no day of a payment: %s", (paidOn, kind) => {
  expect(readPaid({ ...typed, paidOn }, { today })).toEqual({ ok: false, error: [{ kind }] });
});

test("everything that is wrong with a payment is said at once", () => {
  const answers = { ...typed, paidOn: "", paidAmount: "0" };
  expect(readPaid(answers, { today })).toEqual({
    ok: false,
    error: [{ kind: "paidOnMissing" }, { kind: "paidAmountUnreadable" }],
  });
  expect(readPaid({ ...typed, paidAmount: " " }, { today })).toEqual({ ok: false, error: [{ kind: "paidAmountMissing" }] }); // prettier-ignore
});

test("of the own account no more than four digits stay; the accounts are optional", () => {
  expect(readPaid({ ...typed, fromAccount: "NL91 ABNA 0417 1643 00", toAccount: " Bakkerij " }, { today })).toEqual({
    ok: true,
    value: { paidOn: "2026-09-03", paidAmount: 75_00n, fromAccount: "4300", toAccount: "Bakkerij" },
  });
  expect(readPaid({ ...typed, fromAccount: "٤٣٠٠" }, { today })).toMatchObject({ value: { fromAccount: "4300" } });
  expect(readPaid({ ...typed, fromAccount: "weet niet" }, { today })).toEqual({
    ok: true,
    value: { paidOn: "2026-09-03", paidAmount: 75_00n },
  });
});

test.each([
  [{ choice: "whole", parts: [], amount: "" }, { kind: "whole" }],
  [{ choice: "parts", parts: ["inv_1", "costs"], amount: "" }, { kind: "parts", invoices: ["inv_1"], interest: false, costs: true }], // prettier-ignore
  [
    { choice: "parts", parts: ["interest"], amount: "x" },
    { kind: "parts", invoices: [], interest: true, costs: false },
  ],
  [
    { choice: "amount", parts: ["costs"], amount: "60" },
    { kind: "amount", amount: 60_00n },
  ],
])("a part: %o", (fields, value) => {
  expect(readPart(fields, statement)).toEqual({ ok: true, value });
});

test.each([
  [{ choice: "", parts: [], amount: "" }, { kind: "partChoiceMissing" }],
  [{ choice: "parts", parts: [], amount: "" }, { kind: "partsMissing" }],
  [{ choice: "parts", parts: ["inv_of_another"], amount: "" }, { kind: "partsMissing" }],
  [{ choice: "amount", parts: [], amount: " " }, { kind: "amountMissing" }],
  [{ choice: "amount", parts: [], amount: "1.234" }, { kind: "amountUnreadable" }],
  [{ choice: "amount", parts: [], amount: "0" }, { kind: "amountUnreadable" }],
  [
    { choice: "amount", parts: [], amount: "500" },
    { kind: "amountAboveOpen", open: statement.open },
  ],
])("no part: %o", (fields, error) => {
  expect(readPart(fields, statement)).toEqual({ ok: false, error });
});

test("a part on which nothing is open cannot be disputed", () => {
  const paid = { ...statement, interest: { ...statement.interest, open: asCents(0n) } };
  expect(readPart({ choice: "parts", parts: ["interest"], amount: "" }, paid)).toEqual({
    ok: false,
    error: { kind: "partsNothingOpen" },
  });
});

test("a story is optional, but for something else; the end of a line counts once", () => {
  expect(readStory(" ", { ground: "not_delivered" })).toEqual({ ok: true, value: "" });
  expect(readStory(" ", { ground: "other" })).toEqual({ ok: false, error: { kind: "storyMissing" } });
  expect(readStory("een\r\ntwee ", { ground: "other" })).toEqual({ ok: true, value: "een\ntwee" });
  expect(readStory("a\r\n".repeat(2_000) + "b", { ground: "other" })).toEqual({
    ok: false,
    error: { kind: "storyTooLong", maximum: 4_000 },
  });
  expect(readStory("a".repeat(4_000), { ground: "other" }).ok).toBe(true);
});

test("words or files are an answer", () => {
  expect(readReply("", { files: 1 })).toEqual({ ok: true, value: "" });
  expect(readReply("ja", { files: 0 })).toEqual({ ok: true, value: "ja" });
  expect(readReply(" ", { files: 0 })).toEqual({ ok: false, error: { kind: "replyMissing" } });
  expect(readReply("a".repeat(4_001), { files: 0 })).toEqual({ ok: false, error: { kind: "replyTooLong", maximum: 4_000 } }); // prettier-ignore
});
