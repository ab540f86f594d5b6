import { createPublicKey, sign, verify } from "node:crypto";
import { expect, test } from "vitest";
import { parseAppKeys } from "./key-ring.server.ts";
import { signingKeys } from "./signing-keys.server.ts";

const entry = (id: string, fill: number) => `${id}:${Buffer.alloc(32, fill).toString("base64")}`;

function keysOf(text: string, purpose: string) {
  const parsed = parseAppKeys(text);
  if (!parsed.ok) throw new Error(parsed.error.faults.join());
  return signingKeys(parsed.value, purpose);
}

test("the same secret and purpose give the same public key", () => {
  const [key] = keysOf(entry("a", 1), "magic-link");
  expect(key.publicJwk).toEqual({
    kty: "OKP",
    crv: "Ed25519",
    x: "oR6hjF9uEkXWhhyw_wz_mKC_hlzCixkA8t_ZDIHvzaE",
    kid: "a",
    alg: "EdDSA",
    use: "sig",
  });
  expect(keysOf(entry("a", 1), "other")[0].publicJwk.x).not.toBe(key.publicJwk.x);
});

test("keys stand newest first, each with the id of its master secret", () => {
  expect(keysOf(`${entry("b", 2)},${entry("a", 1)}`, "magic-link").map(({ kid }) => kid)).toEqual(["b", "a"]);
});

test("the public key verifies what the private key signed", () => {
  const [key] = keysOf(entry("a", 1), "magic-link");
  const text = Buffer.from("text");
  const publicKey = createPublicKey({ key: { ...key.publicJwk }, format: "jwk" });
  expect(verify(null, text, publicKey, sign(null, text, key.privateKey))).toBe(true);
});
