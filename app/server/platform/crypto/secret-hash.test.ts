import { expect, test } from "vitest";
import { hashSecret, sameSecret } from "./secret-hash.server.ts";

test("a secret is hashed with SHA-256 in hex", () => {
  expect(hashSecret("abc")).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
});

test.each([
  ["abc", "abc", true],
  ["abc", "abd", false],
  ["abc", "abcd", false],
  ["é", "e", false],
  ["", "", true],
])("%j and %j are the same: %j", (left, right, same) => {
  expect(sameSecret(left, right)).toBe(same);
});
