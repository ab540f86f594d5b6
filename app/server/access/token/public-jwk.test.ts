import { generateKeyPairSync, type KeyObject } from "node:crypto";
import { expect, test } from "vitest";
import { readPublicJwk } from "./public-jwk.server.ts";

const jwkOf = (key: KeyObject) => key.export({ format: "jwk" }) as Record<string, unknown>;

const ed25519 = generateKeyPairSync("ed25519");
const p256 = generateKeyPairSync("ec", { namedCurve: "P-256" });
const p384 = jwkOf(generateKeyPairSync("ec", { namedCurve: "P-384" }).publicKey);
const rsa = generateKeyPairSync("rsa", { modulusLength: 2048 });

const ed = jwkOf(ed25519.publicKey);
const ec = jwkOf(p256.publicKey);
const rs = jwkOf(rsa.publicKey);

/** A modulus of so many bits; nobody can sign with it, and its form is that of every other. */
function modulus(bits: number): string {
  const bytes = Buffer.alloc(Math.ceil(bits / 8), 0xff);
  bytes[0] = 0xff >> (bytes.length * 8 - bits);
  return bytes.toString("base64url");
}

test.each([
  ["EdDSA", ed],
  ["ES256", ec],
  ["RS256", rs],
] as const)("a public key for %s is read, and only what makes it is kept", (alg, jwk) => {
  expect(readPublicJwk(jwk)).toEqual({ ok: true, value: { alg, jwk } });
  const remarked = { ...jwk, alg, use: "sig", key_ops: ["verify"], ext: true, kid: "letters" };
  expect(readPublicJwk(remarked)).toEqual({ ok: true, value: { alg, jwk } });
});

test.each([
  ["Ed25519", jwkOf(ed25519.privateKey), "d"],
  ["P-256", jwkOf(p256.privateKey), "d"],
  ["RSA", jwkOf(rsa.privateKey), "d"],
  ["RSA with a factor alone", { ...rs, p: "AQAB" }, "p"],
  ["a shared secret", { kty: "oct", k: "AAAA" }, "k"],
])("a private key is told to be one: %s", (_name, jwk, member) => {
  expect(readPublicJwk(jwk)).toMatchObject({ ok: false, error: { kind: "private_key", member } });
});

test.each<[string, Record<string, unknown>, string]>([
  ["nothing", {}, "kty"],
  ["an unknown sort", { kty: "EC2" }, "kty"],
  ["another curve", p384, "kty"],
  ["X25519", { ...ed, crv: "X25519" }, "kty"],
  ["a point that is not on the curve", { ...ec, y: ec["x"] }, "x"],
  ["half a point", { kty: "EC", crv: "P-256", x: ec["x"] }, "y"],
  ["too short", { ...ed, x: "AAAA" }, "x"],
  ["padding", { ...ed, x: `${String(ed["x"])}=` }, "x"],
  ["a number", { ...ed, x: 1 }, "x"],
  ["RSA of 2,047 bits", { ...rs, n: modulus(2_047) }, "n"],
  ["RSA of 1,024 bits", { ...rs, n: modulus(1_024) }, "n"],
  ["RSA of 4,097 bits", { ...rs, n: modulus(4_097) }, "n"],
  ["RSA of 16,384 bits", { ...rs, n: modulus(16_384) }, "n"],
  ["an exponent that makes every text its own signature", { ...rs, e: "AQ" }, "e"],
  ["the exponent three", { ...rs, e: "Aw" }, "e"],
  ["another algorithm", { ...rs, alg: "PS256" }, "alg"],
  ["an algorithm of a shared secret", { ...rs, alg: "HS256" }, "alg"],
  ["a key to encrypt with", { ...ec, use: "enc" }, "use"],
  ["a key to sign with", { ...ec, key_ops: ["sign", "verify"] }, "key_ops"],
])("refused: %s", (_name, jwk, member) => {
  expect(readPublicJwk(jwk)).toMatchObject({ ok: false, error: { kind: "not_supported", member } });
});

test.each<[string, Record<string, unknown>, string]>([
  ["a certificate", { ...ed, x5c: ["AAAA"] }, "x5c"],
  ["an address to get it from", { ...ed, jku: "https://evil.example" }, "jku"],
  ["a member of another sort", { ...ed, y: "AAAA" }, "y"],
])("what does not belong in the key is refused: %s", (_name, jwk, member) => {
  expect(readPublicJwk(jwk)).toMatchObject({ ok: false, error: { kind: "unknown_member", member } });
});

test("RSA of 4,096 bits is still taken", () => {
  expect(readPublicJwk({ ...rs, n: modulus(4_096) })).toMatchObject({ ok: true });
});
