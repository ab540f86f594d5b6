import { expect, test } from "vitest";
import { isId } from "#app/server/platform/crypto/random-id.server.ts";
import { derivedId, derivedIdFrom } from "./derived-id.server.ts";

test("the same text gives the same id, another text another", () => {
  expect(derivedId("eml", "arr_1 remind 3")).toBe(derivedId("eml", "arr_1 remind 3"));
  expect(derivedId("eml", "arr_1 remind 3")).not.toBe(derivedId("eml", "arr_1 remind 4"));
});

test("it has the form of every other id", () => {
  for (let number = 0; number < 100; number += 1) expect(isId("msg", derivedId("msg", String(number)))).toBe(true);
});

test("it can sort by the time of another id, and still be another for another text", () => {
  const made = "frm_01kabcdefg0000000000000000";
  const id = derivedIdFrom("clm", { made, text: "a" });
  expect([isId("clm", id), id.slice(0, 14), id.length]).toEqual([true, "clm_01kabcdefg", 30]);
  expect(derivedIdFrom("clm", { made, text: "a" })).toBe(id);
  expect(derivedIdFrom("clm", { made, text: "b" })).not.toBe(id);
});
