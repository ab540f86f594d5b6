import { expect, test } from "vitest";
import { day } from "../calendar.ts";
import { asCents } from "../money.ts";
import { instalmentCostsLeft } from "./instalment-costs.ts";

function missed(missedOn: string, costsCharged = 0n, amount = 10_000n) {
  return { missedOn: day(missedOn), costsCharged: asCents(costsCharged), amount: asCents(amount) };
}

test.each([
  ["the first", [missed("2026-06-01")], 4000n],
  ["the second, when the first was charged", [missed("2026-05-01", 4000n), missed("2026-06-01")], 2000n],
  ["one six months and a day ago counts no more", [missed("2025-12-01", 4000n), missed("2026-06-01")], 4000n],
  ["one just within six months counts", [missed("2025-12-02", 4000n), missed("2026-06-01")], 2000n],
  ["one after the day does not count", [missed("2026-06-01"), missed("2026-06-02")], 4000n],
  ["never below nothing", [missed("2026-06-01", 5000n)], 0n],
  ["at the limit the cap binds", [missed("2026-06-01", 0n, 26_667n)], 4000n],
  ["above the limit it does not", [missed("2026-06-01", 0n, 26_668n)], null],
  ["nor when one of them is above it", [missed("2026-05-01", 0n, 26_668n), missed("2026-06-01")], null],
])("%s", (_case, instalments, left) => {
  expect(instalmentCostsLeft(instalments, day("2026-06-01"))).toBe(left);
});

test("the cap is in force from 1 October 2024", () => {
  expect(instalmentCostsLeft([missed("2024-09-01")], day("2024-09-30"))).toBeNull();
  expect(instalmentCostsLeft([missed("2024-09-01")], day("2024-10-01"))).toBe(4000n);
});
