import { expect, test } from "vitest";
import { day } from "#app/domain/calendar.ts";
import { asCents } from "#app/domain/money.ts";
import { counterAnswersOf, readCounterForm } from "./read-counter-form.server.ts";

type Asked = Parameters<typeof readCounterForm>[1];

const ASKED = { total: asCents(100_00n), today: day("2026-11-22"), advice: null } as Asked;
const OWN = { choice: "own", count: "2", firstOn: "1-12-2026", frequency: "monthly", reason: "Zo lukt het.", validUntil: "6/12/2026" }; // prettier-ignore

const read = (fields: Record<string, string>) => readCounterForm(counterAnswersOf(new URLSearchParams(fields)), ASKED);

test("days of a counter-offer are read as people type them and as a browser writes them", () => {
  const typed = read(OWN);
  if (!typed.ok) throw new Error(JSON.stringify(typed.error));
  expect(typed.value.validUntil).toBe("2026-12-06");
  expect(typed.value.schedule.map(({ dueOn }) => dueOn)).toEqual(["2026-12-01", "2027-01-01"]);
  expect(read({ ...OWN, firstOn: " 2026-12-01 ", validUntil: "2026-12-06" })).toEqual(typed);
});

test.each([
  ["", "wrong"],
  ["morgen", "wrong"],
  ["31-11-2026", "wrong"],
  ["21-11-2026", "past"],
])("%j is no day for a counter-offer: %s", (typed, why) => {
  expect(read({ ...OWN, firstOn: typed, validUntil: typed })).toEqual({
    ok: false,
    error: [
      { field: "firstOn", kind: `first_on_${why}` },
      { field: "validUntil", kind: `valid_until_${why}` },
    ],
  });
});
