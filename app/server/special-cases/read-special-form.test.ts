import { expect, test } from "vitest";
import { day } from "#app/domain/calendar.ts";
import { NO_SPECIAL_ANSWERS, readSpecialForm, specialAnswersOf } from "./read-special-form.server.ts";

const today = day("2026-11-22");
const named = { ...NO_SPECIAL_ANSWERS, name: "M. Jansen" };

test("only the fields of the form count, without the spaces around them", () => {
  const form = new URLSearchParams({ name: " M. Jansen ", kind: "wsnp", day: "2026-10-31", text: "x", more: "y" });
  expect(specialAnswersOf(form, "deceased")).toEqual({ ...named, day: "2026-10-31", text: "x" });
});

test.each([
  ["2026-10-31", "2026-10-31"],
  ["31-10-2026", "2026-10-31"],
  ["1/2/2026", "2026-02-01"],
  ["2026-11-22", "2026-11-22"],
  ["", null],
])("the day %s is read", (text, read) => {
  expect(readSpecialForm({ ...named, day: text }, { about: "bankrupt", today })).toMatchObject({
    value: { day: read },
  });
});

test.each(["2026-11-23", "31-02-2026", "yesterday", "2026"])("the day %s is refused", (text) => {
  const errors = [{ field: "day", kind: "day" }];
  expect(readSpecialForm({ ...named, day: text }, { about: "deceased", today })).toEqual({ ok: false, error: errors });
});

test("a counsellor needs a kind and a name, all that is wrong is told, and nothing may be endless", () => {
  const nothing = readSpecialForm(NO_SPECIAL_ANSWERS, { about: "counsellor", today });
  expect(nothing).toEqual({
    ok: false,
    error: [
      { field: "kind", kind: "kind" },
      { field: "name", kind: "name" },
    ],
  });
  const endless = { ...named, kind: "wsnp", text: "x".repeat(2_001) };
  expect(readSpecialForm(endless, { about: "counsellor", today })).toEqual({
    ok: false,
    error: [{ field: "text", kind: "tooLong" }],
  });
  expect(readSpecialForm({ ...named, kind: "creditor" }, { about: "counsellor", today }).ok).toBe(false);
});
