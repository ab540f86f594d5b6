import { expect, test } from "vitest";
import { newApiKey, parseApiKey } from "./api-key.server.ts";
import { hashSecret } from "./secret-hash.server.ts";

test("a new key reads back to its own parts", () => {
  const { key, publicPart, hash } = newApiKey();
  expect(key).toMatch(/^vk_[0-9a-z]{8}_[0-9a-z]{32}$/);
  expect(parseApiKey(key)).toEqual({ ok: true, value: { publicPart, hash } });
  expect(hash).toBe(hashSecret(key));
});

test("all random bits are used", () => {
  expect(newApiKey((size) => Buffer.alloc(size, 255)).key).toBe(`vk_zzzzzzzz_${"z".repeat(32)}`);
});

test.each([
  "",
  "vk_zzzzzzzz",
  `vk_zzzzzzzz_${"z".repeat(31)}`,
  `vk_ZZZZZZZZ_${"z".repeat(32)}`,
  ` vk_zzzzzzzz_${"z".repeat(32)}`,
])("%j is not a key", (text) => {
  expect(parseApiKey(text)).toEqual({ ok: false, error: { kind: "not_an_api_key" } });
});
