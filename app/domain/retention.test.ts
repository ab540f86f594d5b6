import { expect, test } from "vitest";
import { day } from "./calendar.ts";
import { bookkeepingUntil, dossierUntil, retentionOf } from "./retention.ts";

const TODAY = day("2026-11-22");
const claim = (endedOn: string | null, lastBookedOn: string) => ({
  endedOn: endedOn === null ? null : day(endedOn),
  lastBookedOn: day(lastBookedOn),
});

test.each([
  ["2026-01-01", "2033-12-31"],
  ["2026-12-31", "2033-12-31"],
  ["2027-01-01", "2034-12-31"],
])("what was booked on %s is kept until %s", (bookedOn, until) => {
  expect(bookkeepingUntil(day(bookedOn))).toBe(until);
});

test.each([
  ["2026-11-22", "2028-11-22"],
  ["2024-02-29", "2026-02-28"],
])("the file of a claim that was closed on %s is kept until %s", (endedOn, until) => {
  expect(dossierUntil(day(endedOn))).toBe(until);
});

test.each([
  ["nothing is known", [], { kind: "free" }],
  ["a claim is open", [claim(null, "2010-01-01")], { kind: "open_claim" }],
  ["one of them is open", [claim("2026-01-01", "2026-01-01"), claim(null, "2026-01-01")], { kind: "open_claim" }],
  ["paid today", [claim("2026-11-22", "2026-11-22")], { kind: "kept", rule: "bookkeeping", until: "2033-12-31" }],
  ["closed long after the last booking", [claim("2026-11-20", "2015-03-01")], { kind: "kept", rule: "dossier", until: "2028-11-20" }],
  ["the longest of several", [claim("2020-05-01", "2020-05-01"), claim("2024-05-01", "2024-05-01")], { kind: "kept", rule: "bookkeeping", until: "2031-12-31" }],
  ["both terms end on one day", [claim("2024-12-31", "2019-06-01")], { kind: "kept", rule: "bookkeeping", until: "2026-12-31" }],
  ["the last day of the term", [claim("2024-11-22", "2010-06-01")], { kind: "kept", rule: "dossier", until: "2026-11-22" }],
  ["the day after the term", [claim("2024-11-21", "2010-06-01")], { kind: "free" }],
])("%s", (_name, claims, retention) => {
  expect(retentionOf(claims, TODAY)).toEqual(retention);
}); // prettier-ignore
