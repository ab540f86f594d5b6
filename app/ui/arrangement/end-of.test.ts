import { expect, test } from "vitest";
import { day } from "#app/domain/calendar.ts";
import { base, countered } from "#app/ui/gallery/plan-samples.ts";
import { endOf } from "./end-of.ts";

const offered = countered("", day("2026-12-06"));

test.each([
  [{ ...base, status: "declined" as const }, "declined"],
  [{ ...base, status: "withdrawn" as const }, "withdrawn"],
  [{ ...offered, status: "withdrawn" as const }, "withdrawnOffer"],
  [{ ...base, status: "expired" as const }, "expired"],
  [{ ...offered, status: "expired" as const }, "expiredOffer"],
  [{ ...base, status: "cancelled" as const }, "cancelledProposal"],
  [{ ...base, status: "cancelled" as const, acceptedOn: day("2026-11-22") }, "cancelled"],
  [{ ...base, status: "broken" as const, acceptedOn: day("2026-11-22") }, "broken"],
])("an arrangement that ended, case %#", (arrangement, end) => {
  expect(endOf(arrangement)).toBe(end);
});

test("one that goes on has no end", () => {
  expect(() => endOf(base)).toThrow(RangeError);
});
