import { expect, test } from "vitest";
import { day } from "../calendar.ts";
import { noticeTerm, presumedDelivery } from "./notice.ts";

test("the notice of 20 June 2026", () => {
  expect(noticeTerm(day("2026-06-20"))).toEqual({
    deliveredOn: "2026-06-20",
    firstDay: "2026-06-21",
    lastDay: "2026-07-04",
    costsDueFromAtTheEarliest: "2026-07-05",
    costsDueFrom: "2026-07-06",
  });
});

test.each([
  ["2026-11-20", 2, "2026-11-24"],
  ["2026-11-20", 1, "2026-11-21"],
  ["2026-11-20", 3, "2026-11-25"],
  ["2026-12-24", 2, "2026-12-30"],
  ["2026-04-02", 2, "2026-04-07"],
  ["2026-11-20", 0, "2026-11-21"],
])("sent %s with %d postal days: presumed delivered %s", (sentOn, postalDays, deliveredOn) => {
  expect(presumedDelivery(day(sentOn), postalDays)).toBe(deliveredOn);
});
