import { expect, test } from "vitest";
import { day } from "#app/domain/calendar.ts";
import { asCents } from "#app/domain/money.ts";
import { changeRows, readRows, rowsOf, scheduleOfRows } from "./counter-rows.server.ts";

const ASKED = { total: asCents(100_00n), today: day("2026-11-22") };
const row = (dueOn: string, amount: string) => ({ dueOn, amount });

test("rows are read by their number until one is missing, and a schedule becomes rows that read as the same", () => {
  const form = new URLSearchParams({ "dueOn-1": "2026-12-25", "amount-1": "60", "dueOn-2": "25-1-2027", "amount-2": "40,00", "dueOn-4": "x" }); // prettier-ignore
  const rows = readRows(form);
  expect(rows).toEqual([row("2026-12-25", "60"), row("25-1-2027", "40,00")]);
  const schedule = scheduleOfRows(rows, ASKED);
  if (!schedule.ok) throw new Error("not read");
  expect(schedule.value.map(({ dueOn, amount }) => `${dueOn} ${amount}`)).toEqual([
    "2026-12-25 6000",
    "2027-01-25 4000",
  ]);
  expect(rowsOf(schedule.value)).toEqual([row("2026-12-25", "60,00"), row("2027-01-25", "40,00")]);
});

test("a row is added a month after the last, and any row is taken away", () => {
  const rows = [row("2026-12-31", "60"), row("2027-01-31", "40")];
  expect(changeRows(rows, "add").at(-1)).toEqual(row("2027-02-28", ""));
  expect(changeRows([row("morgen", "1")], "add").at(-1)).toEqual(row("", ""));
  expect(changeRows([], "add")).toEqual([row("", "")]);
  expect(changeRows(rows, "remove-1")).toEqual([rows[1]]);
  expect(changeRows(rows, "remove-9")).toEqual(rows);
  expect(changeRows(rows, "recount")).toEqual(rows);
});

test.each([
  [[row("", "60"), row("2027-01-25", "veel")], [{ field: "dueOn-1", kind: "row_day_wrong" }, { field: "amount-2", kind: "row_amount_wrong" }]],
  [[row("2026-11-21", "100")], [{ field: "dueOn-1", kind: "row_day_past" }]],
  [[row("2026-12-25", "60"), row("2026-12-25", "40")], [{ field: "dueOn-2", kind: "row_day_order" }]],
  [[row("2026-12-25", "60")], [{ field: "amount-1", kind: "sum_differs", difference: 4_000n }]],
  [[row("2026-12-25", "160")], [{ field: "amount-1", kind: "sum_differs", difference: -6_000n }]],
  [[], [{ field: "amount-1", kind: "sum_differs", difference: 0n }]],
])("%j is refused by row", (rows, errors) => {
  expect(scheduleOfRows(rows, ASKED)).toEqual({ ok: false, error: errors });
}); // prettier-ignore
