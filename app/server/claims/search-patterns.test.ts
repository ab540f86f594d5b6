import { expect, test } from "vitest";
import { searchPatterns } from "./search-patterns.server.ts";

test.each([
  ["  Sanne   de Vries ", ["%sanne de vries%"]],
  ["José", ["%jose%"]],
  ["F-", ["% f-%"]],
  ["-%-", []],
  ["100%_\\", ["%100\\%\\_\\\\%"]],
  ["€ 1.234,5", ["% eur123450 %"]],
  ["12.34", ["% eur1234 %"]],
  ["120", ["%120%", "% eur12000 %"]],
  ["RF18 5390 0754", ["%rf18 5390 0754%", "%rf1853900754%"]],
])("%s is looked for as %j", (typed, patterns) => {
  expect(searchPatterns(typed)).toEqual(patterns);
});
