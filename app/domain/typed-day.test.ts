import { expect, test } from "vitest";
import { parseTypedDay } from "./typed-day.ts";

test.each(["2026-10-31", "31-10-2026", " 31/10/2026 ", "31.10.2026", "31 10 2026", "٣١-١٠-٢٠٢٦"])(
  "%s is a day",
  (typed) => {
    expect(parseTypedDay(typed)).toEqual({ ok: true, value: "2026-10-31" });
  },
);

test("one digit will do", () => {
  expect(parseTypedDay("3-9-2026")).toEqual({ ok: true, value: "2026-09-03" });
});

test.each(["", "31-02-2026", "10-31-2026", "31-10-26", "morgen", "2026-10-31T00:00"])("%s is none", (typed) => {
  expect(parseTypedDay(typed).ok).toBe(false);
});
