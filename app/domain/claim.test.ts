import { expect, test } from "vitest";
import { CLAIM_STATUSES, statusAfterLedgerChange, statusOfHolds } from "./claim.ts";
import { asCents, ZERO } from "./money.ts";

const NO_HOLDS = { disputed: false, paused: false, arranged: false };
const SOME = asCents(1n);

test("nothing open settles every claim but a closed one", () => {
  expect(CLAIM_STATUSES.map((status) => statusAfterLedgerChange(status, ZERO, NO_HOLDS))).toEqual([
    "settled",
    "settled",
    "settled",
    "settled",
    "settled",
    "closed",
  ]);
});

test("something open reopens a settled claim and leaves the others as they are", () => {
  expect(CLAIM_STATUSES.map((status) => statusAfterLedgerChange(status, SOME, NO_HOLDS))).toEqual([
    "open",
    "paused",
    "arranged",
    "disputed",
    "open",
    "closed",
  ]);
  expect(statusAfterLedgerChange("settled", SOME, { ...NO_HOLDS, disputed: true })).toBe("disputed");
});

test("what holds a claim most", () => {
  expect(statusOfHolds({ disputed: true, paused: true, arranged: true })).toBe("disputed");
  expect(statusOfHolds({ disputed: false, paused: true, arranged: true })).toBe("paused");
  expect(statusOfHolds({ disputed: false, paused: false, arranged: true })).toBe("arranged");
  expect(statusOfHolds(NO_HOLDS)).toBe("open");
});
