import { expect, test } from "vitest";
import { parseAppKeys, type KeyRing } from "./key-ring.server.ts";
import { decryptSecret, encryptSecret, needsNewKey } from "./secret-encryption.server.ts";

const place = { table: "webhook_endpoint", column: "secret", row: "whe_1" };
const oldEntry = `old:${Buffer.alloc(32, 1).toString("base64")}`;
const newEntry = `new:${Buffer.alloc(32, 2).toString("base64")}`;
const oldRing = ring(oldEntry);
const bothRing = ring(`${newEntry},${oldEntry}`);

function ring(text: string): KeyRing {
  const parsed = parseAppKeys(text);
  if (!parsed.ok) throw new Error(parsed.error.faults.join());
  return parsed.value;
}

test.each(["", "whsec_abc", "sleutel met € en é", "x".repeat(5000)])("%j comes back", (secret) => {
  expect(decryptSecret(oldRing, place, encryptSecret(oldRing, place, secret))).toEqual({ ok: true, value: secret });
});

test("the envelope names its version and key, and no two are the same", () => {
  const envelope = encryptSecret(oldRing, place, "geheim");
  expect(envelope).toMatch(/^v1\.old\.[\w-]{16}\.[\w-]{30}$/);
  expect(encryptSecret(oldRing, place, "geheim")).not.toBe(envelope);
});

test("after a rotation old envelopes still open and are known as old", () => {
  const envelope = encryptSecret(oldRing, place, "geheim");
  expect(decryptSecret(bothRing, place, envelope)).toEqual({ ok: true, value: "geheim" });
  expect(needsNewKey(bothRing, envelope)).toBe(true);
  expect(needsNewKey(bothRing, encryptSecret(bothRing, place, "geheim"))).toBe(false);
});

test("a key that is gone is named", () => {
  expect(decryptSecret(ring(newEntry), place, encryptSecret(oldRing, place, "geheim"))).toEqual({
    ok: false,
    error: { kind: "unknown_app_key", keyId: "old" },
  });
});

test.each([
  { ...place, row: "whe_2" },
  { ...place, column: "other" },
  { ...place, table: "other" },
])("an envelope moved to %o does not open", (elsewhere) => {
  const envelope = encryptSecret(oldRing, place, "geheim");
  expect(decryptSecret(oldRing, elsewhere, envelope)).toEqual({ ok: false, error: { kind: "not_authentic" } });
});

test("a changed or shortened tag does not open", () => {
  const [version, keyId, nonce, sealed = ""] = encryptSecret(oldRing, place, "geheim").split(".");
  const bytes = Buffer.from(sealed, "base64url");
  const changed = Buffer.from(bytes.map((byte, index) => (index === 0 ? byte ^ 1 : byte)));
  for (const forged of [changed, bytes.subarray(0, -12), Buffer.concat([bytes, Buffer.alloc(1)])]) {
    const envelope = [version, keyId, nonce, forged.toString("base64url")].join(".");
    expect(decryptSecret(oldRing, place, envelope).ok).toBe(false);
  }
});

test.each([
  "",
  "geheim",
  "v2.old.AAAAAAAAAAAAAAAA.AAAAAAAAAAAAAAAAAAAAAA",
  "v1.old.AAAA.AAAAAAAAAAAAAAAAAAAAAA",
  "v1.old.x.y",
])("%j is not an envelope", (envelope) => {
  expect(decryptSecret(oldRing, place, envelope)).toEqual({ ok: false, error: { kind: "malformed_envelope" } });
});
