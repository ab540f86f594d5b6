import { expect, test } from "vitest";
import { derivedSecret } from "./derived-secret.server.ts";
import { newAppKeyEntry, parseAppKeys } from "./key-ring.server.ts";

const ring = parseAppKeys([newAppKeyEntry("b"), newAppKeyEntry("a")].join(","));
if (!ring.ok) throw new Error("no key ring");
const [newest, older] = ring.value.all;
if (!newest || !older) throw new Error("no two keys");

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");

test("the same key, purpose and text make the same bytes, and anything else makes others", () => {
  const made = [
    derivedSecret("codes", "one")(newest)(16),
    derivedSecret("codes", "one")(older)(16),
    derivedSecret("codes", "two")(newest)(16),
    derivedSecret("keys", "one")(newest)(16),
  ].map(hex);
  expect(new Set(made).size).toBe(4);
  expect(hex(derivedSecret("codes", "one")(newest)(16))).toBe(made[0]);
});

test("what is taken next is no part of what was taken before", () => {
  const take = derivedSecret("keys", "one")(newest);
  const [first, second] = [hex(take(5)), hex(take(20))];
  expect(second.startsWith(first)).toBe(false);
  expect(() => take(33)).toThrow("at most 32 bytes");
});
