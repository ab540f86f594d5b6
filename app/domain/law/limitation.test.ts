import { expect, test } from "vitest";
import { day } from "../calendar.ts";
import { isTimeBarred, type LimitationGround, limitationLastDay } from "./limitation.ts";

test.each<[string, LimitationGround, string, string[], string]>([
  ["five years from the day after it fell due", "contract", "2020-03-31", [], "2025-03-31"],
  ["two years for a thing sold to a consumer", "consumer_sale", "2020-03-31", [], "2022-03-31"],
  ["five years for rent", "periodic", "2020-03-31", [], "2025-03-31"],
  ["twenty years for a judgment", "judgment", "2020-03-31", [], "2040-03-31"],
  ["from a leap day to a year without one", "contract", "2020-02-28", [], "2025-02-28"],
  ["from a leap day to a leap year", "judgment", "2020-02-28", [], "2040-02-28"],
  ["on a leap day", "contract", "2020-02-29", [], "2025-02-28"],
  ["up to a leap day", "contract", "2019-02-28", [], "2024-02-29"],
  ["a demand starts the term anew", "contract", "2020-03-31", ["2024-01-10"], "2029-01-10"],
  ["the last day is in time", "contract", "2020-03-31", ["2025-03-31"], "2030-03-31"],
  ["the day after is too late", "contract", "2020-03-31", ["2025-04-01"], "2025-03-31"],
  ["demands in a row, in any order", "contract", "2015-03-31", ["2024-06-01", "2019-06-01"], "2029-06-01"],
  ["a gap of more than a term", "contract", "2010-03-31", ["2024-06-01", "2012-06-01"], "2017-06-01"],
  [
    "at most five years after a demand, never less than was left",
    "judgment",
    "2020-03-31",
    ["2021-01-01"],
    "2040-03-31",
  ],
  ["five years after a late demand on a judgment", "judgment", "2020-03-31", ["2039-01-01"], "2044-01-01"],
  ["a demand before it fell due is none", "consumer_sale", "2020-03-31", ["2020-03-31"], "2022-03-31"],
])("%s", (_case, ground, dueOn, interruptions, last) => {
  const claim = { ground, dueOn: day(dueOn), interruptions: interruptions.map(day) };
  expect(limitationLastDay(claim)).toBe(last);
});

test("a debtor can invoke it from the day after", () => {
  const claim = { ground: "contract" as const, dueOn: day("2020-03-31"), interruptions: [] };
  expect([day("2025-03-31"), day("2025-04-01")].map((on) => isTimeBarred(claim, on))).toEqual([false, true]);
});
