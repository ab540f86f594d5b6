import { expect, test } from "vitest";
import { isId } from "#app/server/platform/crypto/random-id.server.ts";
import { derivedId } from "./derived-id.server.ts";

test("the same text gives the same id, another text another", () => {
  expect(derivedId("eml", "arr_1 remind 3")).toBe(derivedId("eml", "arr_1 remind 3"));
  expect(derivedId("eml", "arr_1 remind 3")).not.toBe(derivedId("eml", "arr_1 remind 4"));
});

test("it has the form of every other id", () => {
  for (let number = 0; number < 100; number += 1) expect(isId("msg", derivedId("msg", String(number)))).toBe(true);
});
