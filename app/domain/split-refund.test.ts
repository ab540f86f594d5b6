import { describe, expect, test } from "vitest";
import { asCents } from "./money.ts";
import { splitRefund } from "./split-refund.ts";

const cents = (amount: number) => asCents(BigInt(amount));
const share = (claimId: string, amount: number) => ({ claimId, amount: cents(amount) });
const shares = [share("a", 100_00), share("b", 50_00), share("c", 20_00)];

const split = (amount: number, more: Partial<Parameters<typeof splitRefund>[0]> = {}) =>
  Object.fromEntries(splitRefund({ shares, booked: [], amount: cents(amount), ...more }).map((part) => [part.claimId, Number(part.amount)])); // prettier-ignore

describe("a refund of a payment for several claims", () => {
  test("is taken from the last share on", () => {
    expect(split(30_00)).toEqual({ c: 20_00, b: 10_00 });
    expect(split(170_00)).toEqual({ c: 20_00, b: 50_00, a: 100_00 });
  });

  test("is taken first from the claim that was named", () => {
    expect(split(30_00, { claimId: "a" })).toEqual({ a: 30_00 });
    expect(split(110_00, { claimId: "a" })).toEqual({ a: 100_00, c: 10_00 });
  });

  test("gives back what was overpaid before it opens anything again", () => {
    const credits = new Map([["a", cents(25_00)]]);
    expect(split(25_00, { credits })).toEqual({ a: 25_00 });
    expect(split(40_00, { credits })).toEqual({ a: 25_00, c: 15_00 });
    expect(split(10_00, { credits: new Map([["b", cents(60_00)]]) })).toEqual({ b: 10_00 });
  });

  test("takes no more from a share than is left of it, though its credit is more", () => {
    const booked = [{ claimId: "a", type: "refund", amount: cents(90_00) }];
    expect(split(40_00, { booked, credits: new Map([["a", cents(25_00)]]) })).toEqual({ a: 10_00, c: 20_00, b: 10_00 });
  });

  test("what went back and came back after all can go back again", () => {
    const booked = ["chargeback", "chargeback_reversed"].map((type) => ({ claimId: "c", type, amount: cents(20_00) }));
    expect(split(20_00, { booked })).toEqual({ c: 20_00 });
  });

  test("of more than was paid the rest is the first share's", () => {
    expect(split(180_00)).toEqual({ c: 20_00, b: 50_00, a: 110_00 });
  });
});
