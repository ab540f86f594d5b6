import { expect, test } from "vitest";
import { isId, newId, newSecretToken } from "./random-id.server.ts";

const filled = (byte: number) => (size: number) => Buffer.alloc(size, byte);

test("an id holds its time and its random bits", () => {
  // The example of the ULID specification: 1469918176385 is 01ARYZ6S41.
  expect(newId("clm", new Date(1469918176385), filled(0))).toBe("clm_01aryz6s410000000000000000");
  expect(newId("clm", new Date(0), filled(255))).toBe("clm_0000000000zzzzzzzzzzzzzzzz");
});

test("later ids sort after earlier ones", () => {
  const earlier = newId("pay", new Date("2026-11-22T10:00:00.000Z"), filled(255));
  const later = newId("pay", new Date("2026-11-22T10:00:00.001Z"), filled(0));
  expect(earlier < later).toBe(true);
});

test("two ids of one moment differ", () => {
  const now = new Date("2026-11-22T10:00:00Z");
  expect(new Set(Array.from({ length: 1000 }, () => newId("evt", now))).size).toBe(1000);
});

test("a prefix has three letters", () => {
  expect(() => newId("claim", new Date(0))).toThrow('an id has a prefix of three letters, not "claim"');
});

test.each([
  ["clm_01aryz6s410000000000000000", true],
  ["inv_01aryz6s410000000000000000", false],
  ["clm_01ARYZ6S410000000000000000", false],
  ["clm_01aryz6s41000000000000000", false],
  ["clm_01aryz6s41000000000000000u", false],
  ["clm_81aryz6s410000000000000000", false],
  ["clm_01aryz6s410000000000000000\n", false],
  ["clm_../../../../../etc/passwd00", false],
])("%j is a claim's id: %j", (text, right) => {
  expect(isId("clm", text)).toBe(right);
});

test("a secret token is 32 bytes of base64url", () => {
  expect(newSecretToken(filled(255))).toBe("__________________________________________8");
  expect(newSecretToken()).not.toBe(newSecretToken());
});
