import { expect, test } from "vitest";
import { buildSchedule } from "#app/domain/arrangement/schedule.ts";
import { day } from "#app/domain/calendar.ts";
import { asCents, ZERO } from "#app/domain/money.ts";
import { translatorFor } from "#app/i18n/translator.ts";
import { amountText } from "./amount-text.ts";
import { planShape } from "./plan-shape.ts";
import { optionKey, planHint, planLabel } from "./plan-text.ts";

const today = day("2026-11-22");
const dutch = translatorFor("nl");

function schedule(total: bigint, count: number, deposit = 0n) {
  const downPayment = { amount: asCents(deposit), on: today };
  return buildSchedule({ total: asCents(total), downPayment, frequency: "monthly", payDay: 25, firstOn: day("2026-11-25"), count }); // prettier-ignore
}

test("a plan in a few numbers", () => {
  expect(planShape(schedule(162_31n, 6), today)).toEqual({
    deposit: 0n,
    times: 6,
    each: 27_06n,
    lower: 5,
    endsOn: "2027-04-25",
  });
  expect(planShape(schedule(162_31n, 6, 40_00n), today)).toMatchObject({ deposit: 40_00n, times: 6, each: 20_39n });
});

test("a plan in a line", () => {
  expect(planLabel(schedule(187_50n, 6), today, dutch)).toBe("6 × €\u00a031,25");
  expect(planLabel(schedule(187_50n, 1), today, dutch)).toBe("€\u00a0187,50 in één keer");
  expect(planLabel(schedule(187_50n, 3, 40_00n), today, dutch)).toBe("€\u00a040,00 nu, dan 3 × €\u00a049,17");
  expect(planLabel(schedule(187_50n, 1, 40_00n), today, dutch)).toBe("€\u00a040,00 nu, dan €\u00a0147,50");
  expect(planLabel(schedule(187_50n, 0, 187_50n), today, dutch)).toBe("€\u00a0187,50 nu");
});

test("a plan explained: rhythm, end, cents, and who says yes", () => {
  const wish = { downPayment: ZERO, perInstalment: asCents(32_00n), frequency: "monthly", payDay: 25, firstOn: null, budgetUsed: false, settlement: false } as const; // prettier-ignore
  const about = { today, creditor: "Bakkerij Jansen", decideBefore: day("2026-11-30"), translator: dutch };
  const option = { kind: "asked", wish, schedule: schedule(187_53n, 6), decidedBy: "policy", discount: ZERO } as const;
  expect(planHint(option, about)).toBe(
    "Wat u vroeg. Elke maand. De laatste 3 keer is het 1 cent minder. Klaar op 25 april 2027. U krijgt meteen een ja.",
  );
  expect(planHint({ ...option, schedule: schedule(187_50n, 6), decidedBy: "person" }, about)).toBe(
    "Wat u vroeg. Elke maand. Klaar op 25 april 2027. Bakkerij Jansen beslist. U hoort het uiterlijk maandag 30 november 2026.",
  );
});

test("the same plan has the same name, another plan another", () => {
  const key = (...plan: Parameters<typeof schedule>) => optionKey({ kind: "sooner", schedule: schedule(...plan) });
  expect(key(187_50n, 6)).toBe(key(187_50n, 6));
  expect(new Set([key(187_50n, 6), key(187_50n, 5), key(187_50n, 5, 40_00n), key(187_50n, 5, 41_00n)]).size).toBe(4);
});

test("an amount in its box reads as somebody would type it", () => {
  expect(amountText(asCents(25_00n), "nl")).toBe("25");
  expect(amountText(asCents(1234_50n), "nl")).toBe("1234,50");
  expect(amountText(asCents(25_50n), "en")).toBe("25.50");
});
