import { expect, test } from "vitest";
import { day } from "../calendar.ts";
import { limitationWarning } from "./limitation-warning.ts";

const warned = (kind: "consumer" | "commercial", dueOn: string, today: string, demandedOn: string[] = []) =>
  limitationWarning({ kind, dueOn: day(dueOn), demandedOn: demandedOn.map(day) }, day(today));

test("a contract's term of five years is warned of in its last six months, and from the day after its last", () => {
  expect(warned("commercial", "2021-10-31", "2026-04-30")).toBeNull();
  expect(warned("commercial", "2021-10-31", "2026-05-01")).toEqual({ kind: "soon", lastDay: "2026-10-31" });
  expect(warned("commercial", "2021-10-31", "2026-10-31")).toEqual({ kind: "soon", lastDay: "2026-10-31" });
  expect(warned("commercial", "2021-10-31", "2026-11-01")).toEqual({ kind: "passed", lastDay: "2026-10-31" });
});

test("of a consumer the two years of a sale are named, if it is one", () => {
  expect(warned("consumer", "2024-10-31", "2026-04-29")).toBeNull();
  expect(warned("consumer", "2024-10-31", "2026-10-31")).toEqual({ kind: "soon_if_sale", lastDay: "2026-10-31" });
  expect(warned("consumer", "2024-10-31", "2026-11-01")).toEqual({ kind: "passed_if_sale", lastDay: "2026-10-31" });
  expect(warned("consumer", "2021-10-31", "2026-11-01")).toEqual({ kind: "passed", lastDay: "2026-10-31" });
});

test("a written demand within the term starts a new one; one after it changes nothing", () => {
  expect(warned("consumer", "2024-10-31", "2026-11-01", ["2026-10-01"])).toBeNull();
  expect(warned("consumer", "2024-10-31", "2026-11-02", ["2026-11-01"])).toMatchObject({ kind: "passed_if_sale" });
});
