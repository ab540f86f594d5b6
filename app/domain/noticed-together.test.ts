import { expect, test } from "vitest";
import { day } from "./calendar.ts";
import { asCents } from "./money.ts";
import { noticedClaim, noticedTogether } from "./noticed-together.ts";

const today = day("2026-11-22");
const notice = day("2026-11-01");

const claim = (euros: number, change: Partial<Parameters<typeof noticedClaim>[0]> = {}) =>
  noticedClaim({
    kind: "consumer",
    collectionCosts: { type: "statutory", noticeDeliveredOn: notice },
    invoices: [{ dueOn: day("2026-10-01"), amount: asCents(BigInt(euros * 100)) }],
    ...change,
  });

const known = (...euros: number[]) => euros.map((amount) => ({ noticeDeliveredOn: notice, principal: asCents(BigInt(amount * 100)) })); // prettier-ignore

const allowed = (...found: Parameters<typeof noticedTogether>) => noticedTogether(...found).map((warning) => warning.allowed); // prettier-ignore

test("claims that were noticed on one day have the tariff over their sum, once", () => {
  // 15 % of 300.00 is 45.00, of which the first claim asks the least of the law, 40.00.
  expect(allowed(claim(200), known(100), today)).toEqual([5_00n]);
  expect(allowed(claim(100), known(100), today)).toEqual([0n]);
  expect(allowed(claim(100), known(100, 100), today)).toEqual([0n]);
});

test("a claim alone, or with a notice of another day, is as it was", () => {
  expect(allowed(claim(100), [], today)).toEqual([]);
  const other = { noticeDeliveredOn: day("2026-11-02"), principal: asCents(100_00n) };
  expect(allowed(claim(100), [other], today)).toEqual([]);
});

test("a business, a claim without costs, and one without a notice are not counted", () => {
  expect(claim(100, { kind: "commercial" })).toBeNull();
  expect(claim(100, { collectionCosts: { type: "none" } })).toBeNull();
  expect(claim(100, { collectionCosts: { type: "statutory", noticeDeliveredOn: null } })).toBeNull();
});

test("only invoices that were late when the notice came are counted", () => {
  const invoices = ["2026-10-01", "2026-11-01"].map((dueOn) => ({ dueOn: day(dueOn), amount: asCents(60_00n) }));
  expect(claim(0, { invoices })).toEqual({ noticeDeliveredOn: notice, principal: 60_00n });
});
