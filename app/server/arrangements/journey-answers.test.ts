import { expect, test } from "vitest";
import { DEFAULT_POLICY } from "#app/domain/arrangement/policy.ts";
import { asCents } from "#app/domain/money.ts";
import { leastDeposit, readDays, readDeposit, readLess, readReason, readSpare, roomOf } from "./journey-answers.server.ts"; // prettier-ignore

const total = asCents(187_50n);
const least = asCents(10_00n);

test.each([
  [
    { choice: "no", text: "" },
    { ok: true, value: 0n },
  ],
  [
    { choice: "yes", text: "40" },
    { ok: true, value: 40_00n },
  ],
  [
    { choice: "", text: "" },
    { ok: false, error: { kind: "depositChoiceMissing" } },
  ],
  [
    { choice: "yes", text: " " },
    { ok: false, error: { kind: "depositMissing" } },
  ],
  [
    { choice: "yes", text: "veertig" },
    { ok: false, error: { kind: "depositUnreadable" } },
  ],
  [
    { choice: "yes", text: "9,99" },
    { ok: false, error: { kind: "depositTooLow", minimum: 10_00n } },
  ],
  [
    { choice: "yes", text: "187,50" },
    { ok: false, error: { kind: "depositTooHigh", total: 187_50n } },
  ],
])("a part at once: %o", (answers, read) => {
  expect(readDeposit(answers, { total, least })).toEqual(read);
});

test("the smallest part is what the creditor takes, and less than all", () => {
  expect(leastDeposit({ total, minimumPart: least })).toBe(10_00n);
  expect(leastDeposit({ total: asCents(8_00n), minimumPart: least })).toBe(7_99n);
});

test("what can be spared is never too little, and nothing is an answer", () => {
  expect(readSpare("0", { rest: total })).toEqual({ ok: true, value: 0n });
  expect(readSpare("0,01", { rest: total })).toEqual({ ok: true, value: 1n });
  expect(readSpare("", { rest: total })).toEqual({ ok: false, error: { kind: "spareMissing" } });
  expect(readSpare("2.500", { rest: total })).toEqual({ ok: false, error: { kind: "spareUnreadable" } });
  expect(readSpare("200", { rest: total })).toEqual({ ok: false, error: { kind: "spareTooHigh", maximum: 187_50n } });
  expect(readLess("", { rest: total })).toEqual({ ok: true, value: 0n });
});

test.each([
  ["25", "", { ok: true, value: { frequency: "monthly", payDay: 25 } }],
  ["month_end", "", { ok: true, value: { frequency: "monthly", payDay: "month_end" } }],
  ["other", " 7 ", { ok: true, value: { frequency: "monthly", payDay: 7 } }],
  ["other", "١٢", { ok: true, value: { frequency: "monthly", payDay: 12 } }],
  ["weekly", "", { ok: true, value: { frequency: "weekly", payDay: null } }],
  ["", "", { ok: false, error: { kind: "dayMissing" } }],
  ["31", "", { ok: false, error: { kind: "dayMissing" } }],
  ["other", "", { ok: false, error: { kind: "otherDayMissing" } }],
  ["other", "29", { ok: false, error: { kind: "otherDayNotOffered" } }],
  ["other", "month", { ok: false, error: { kind: "otherDayNotOffered" } }],
])("the day %s %s", (choice, other, read) => {
  expect(readDays({ choice, other }, DEFAULT_POLICY)).toEqual(read);
});

test("only days and rhythms that are offered can be chosen", () => {
  const policy = { frequencies: ["monthly"], allowedDays: [1, 25] } as const;
  expect(readDays({ choice: "weekly", other: "" }, policy).ok).toBe(false);
  expect(readDays({ choice: "15", other: "" }, policy).ok).toBe(false);
  expect(readDays({ choice: "1", other: "" }, { ...policy, frequencies: ["weekly"] }).ok).toBe(false);
});

test("why is optional, and a code that is not ours is none", () => {
  const codes = ["less_income"];
  expect(readReason({ code: "", text: " " }, codes)).toEqual({ ok: true, value: { code: null, text: "" } });
  expect(readReason({ code: "less_income", text: " ziek " }, codes)).toEqual({
    ok: true,
    value: { code: "less_income", text: "ziek" },
  });
  expect(readReason({ code: "x", text: "" }, codes)).toEqual({ ok: true, value: { code: null, text: "" } });
  expect(readReason({ code: "", text: "a".repeat(1_001) }, codes).ok).toBe(false);
});

test("what is left is what comes in less what goes out", () => {
  const income = { wage: "1.450,00", otherIncome: "" };
  expect(roomOf({ income, expenses: { housing: "900", groceries: "€ 400,50" } })).toEqual({ ok: true, value: 149_50n });
  expect(roomOf({ income: {}, expenses: { housing: "900" } })).toEqual({ ok: true, value: -900_00n });
  expect(roomOf({ income, expenses: { housing: "veel", groceries: "1.450" } })).toEqual({
    ok: false,
    error: ["housing", "groceries"],
  });
});
