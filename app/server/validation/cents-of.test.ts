import { expect, test } from "vitest";
import { centsOf } from "./cents-of.server.ts";

test("money that passed its schema is read to the cent, and anything else is a bug", () => {
  expect(centsOf({ value: "1120.05" })).toBe(112_005n);
  expect(() => centsOf({ value: "1.120,05" })).toThrow("an amount passed its schema that is none");
});
