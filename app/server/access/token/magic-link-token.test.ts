import { createHmac, createPublicKey, generateKeyPairSync, type KeyObject } from "node:crypto";
import fc from "fast-check";
import { SignJWT, UnsecuredJWT, type JWTHeaderParameters, type JWTPayload } from "jose";
import { expect, test } from "vitest";
import { parseAppKeys, type KeyRing } from "#app/server/platform/crypto/key-ring.server.ts";
import { signingKeys } from "#app/server/platform/crypto/signing-keys.server.ts";
import { createMagicLinkTokens } from "./magic-link-token.server.ts";

const BASE_URL = "https://betalen.example.nl";
const now = new Date("2026-11-22T10:00:00Z");
const seconds = now.getTime() / 1000;
const claims = {
  jti: "lnk_01aryz6s410000000000000000",
  sub: "clm_01aryz6s410000000000000000",
  issuedAt: new Date("2026-11-20T10:00:00Z"),
  expiresAt: new Date("2026-12-20T10:00:00Z"),
};
const oldEntry = `old:${Buffer.alloc(32, 1).toString("base64")}`;
const newEntry = `new:${Buffer.alloc(32, 2).toString("base64")}`;
const ring = ringOf(newEntry);
const [ownKey] = signingKeys(ring, "magic-link");
const tokens = await createMagicLinkTokens(ring, BASE_URL);
const good = await tokens.sign(claims);
const stranger = generateKeyPairSync("ed25519");

const header = { alg: "EdDSA", typ: "magic-link+jwt", kid: "new" };
const payload: JWTPayload = {
  iss: BASE_URL,
  aud: "portal",
  sub: claims.sub,
  jti: claims.jti,
  iat: seconds - 60,
  exp: seconds + 60,
};

function ringOf(text: string): KeyRing {
  const parsed = parseAppKeys(text);
  if (!parsed.ok) throw new Error(parsed.error.faults.join());
  return parsed.value;
}

type Forgery = { header?: Record<string, unknown>; payload?: Record<string, unknown>; key?: KeyObject };

/** A token signed by our own key unless said otherwise, so that only the change named in the row can refuse it. */
function forge(change: Forgery): Promise<string> {
  return new SignJWT({ ...payload, ...change.payload } as JWTPayload)
    .setProtectedHeader({ ...header, ...change.header } as JWTHeaderParameters)
    .sign(change.key ?? ownKey.privateKey);
}

function base64url(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString("base64url");
}

/** The classic confusion: HMAC keyed with what everybody may know, the public key. */
function hmacToken(key: string | Buffer): string {
  const text = `${base64url({ ...header, alg: "HS256" })}.${base64url(payload)}`;
  return `${text}.${createHmac("sha256", key).update(text).digest("base64url")}`;
}

const [goodHeader = "", goodPayload = "", goodSignature = ""] = good.split(".");
const ownPublicKey = createPublicKey(ownKey.privateKey);
const strangerJwk = stranger.publicKey.export({ format: "jwk" });

test("a signed link reads back", async () => {
  expect(await tokens.verify(good, now)).toEqual({ ok: true, value: claims });
});

test("a token carries ids only", () => {
  expect(JSON.parse(Buffer.from(goodHeader, "base64url").toString())).toEqual(header);
  expect(JSON.parse(Buffer.from(goodPayload, "base64url").toString())).toEqual({
    iss: BASE_URL,
    aud: "portal",
    sub: claims.sub,
    jti: claims.jti,
    iat: 1795168800,
    exp: 1797760800,
  });
});

test("the forger of this test makes a token that is accepted when nothing is changed", async () => {
  expect((await tokens.verify(await forge({}), now)).ok).toBe(true);
});

const refused: Record<string, string | Promise<string>> = {
  "alg none, unsigned": new UnsecuredJWT(payload).encode(),
  "alg none with our kid and typ": `${base64url({ ...header, alg: "none" })}.${goodPayload}.`,
  "alg None in another case": `${base64url({ ...header, alg: "None" })}.${goodPayload}.${goodSignature}`,
  "signature left out": `${goodHeader}.${goodPayload}.`,
  "HS256 with the public key as PEM": hmacToken(ownPublicKey.export({ format: "pem", type: "spki" })),
  "HS256 with the public key as DER": hmacToken(ownPublicKey.export({ format: "der", type: "spki" })),
  "HS256 with the raw public key": hmacToken(Buffer.from(ownKey.publicJwk.x, "base64url")),
  "HS256 with an empty key": hmacToken(""),
  "a stranger's key under our kid": forge({ key: stranger.privateKey }),
  "a stranger's key brought along as jwk": forge({ key: stranger.privateKey, header: { jwk: strangerJwk } }),
  "a stranger's key brought along as jwk under its own kid": forge({
    key: stranger.privateKey,
    header: { kid: "evil", jwk: { ...strangerJwk, kid: "evil" } },
  }),
  "a stranger's key set at a jku": forge({
    key: stranger.privateKey,
    header: { kid: "evil", jku: "https://evil.example/jwks.json" },
  }),
  "a stranger's certificate at an x5u": forge({ key: stranger.privateKey, header: { x5u: "https://evil.example" } }),
  "unknown kid": forge({ header: { kid: "other" } }),
  "kid as a path": forge({ header: { kid: "../new" } }),
  "no kid": forge({ header: { kid: undefined } }),
  "unknown crit": forge({ header: {} }).then(
    (token) => `${base64url({ ...header, crit: ["x"], x: 1 })}.${token.split(".").slice(1).join(".")}`,
  ),
  "another typ": forge({ header: { typ: "JWT" } }),
  "no typ": forge({ header: { typ: undefined } }),
  "another audience": forge({ payload: { aud: "api" } }),
  "no audience": forge({ payload: { aud: undefined } }),
  "another issuer": forge({ payload: { iss: "https://evil.example" } }),
  "the issuer with a slash": forge({ payload: { iss: `${BASE_URL}/` } }),
  "no issuer": forge({ payload: { iss: undefined } }),
  "no exp": forge({ payload: { exp: undefined } }),
  "no iat": forge({ payload: { iat: undefined } }),
  "no jti": forge({ payload: { jti: undefined } }),
  "empty jti": forge({ payload: { jti: "" } }),
  "no sub": forge({ payload: { sub: undefined } }),
  "issued in the future": forge({ payload: { iat: seconds + 30, exp: seconds + 60 } }),
  "not yet valid": forge({ payload: { nbf: seconds + 30 } }),
  "issued more than 400 days ago": forge({ payload: { iat: seconds - 401 * 86_400 } }),
  "expired before it was issued": forge({ payload: { iat: seconds - 60, exp: seconds - 120 } }),
  "expired and of another audience": forge({ payload: { aud: "api", exp: seconds - 10 } }),
  "expired and of another typ": forge({ header: { typ: "JWT" }, payload: { exp: seconds - 10 } }),
  "expired and without kid": forge({ header: { kid: undefined }, payload: { exp: seconds - 10 } }),
  "expired and signed by a stranger": forge({ key: stranger.privateKey, payload: { exp: seconds - 10 } }),
  "another payload under a good signature": `${goodHeader}.${base64url({ ...payload, sub: "clm_2" })}.${goodSignature}`,
  "first character of the signature changed": `${goodHeader}.${goodPayload}.${goodSignature.startsWith("A") ? "B" : "A"}${goodSignature.slice(1)}`,
  "payload that is not JSON": `${goodHeader}.${Buffer.from("[1]").toString("base64url")}.${goodSignature}`,
  "an encrypted form of five parts": `${good}.AA.AA`,
  "only two parts": `${goodHeader}.${goodPayload}`,
  nothing: "",
  "far too long": good + "A".repeat(3000),
};

test.each(Object.entries(refused))("refused: %s", async (_name, token) => {
  expect(await tokens.verify(await token, now)).toEqual({ ok: false, error: { kind: "invalid" } });
});

test("an expired link says whose it was, and only once the clocks cannot differ", async () => {
  const expired = { ok: false, error: { kind: "expired", jti: claims.jti, sub: claims.sub } };
  const after = (ms: number) => new Date(claims.expiresAt.getTime() + ms);
  expect((await tokens.verify(good, after(4_000))).ok).toBe(true);
  expect(await tokens.verify(good, after(5_000))).toEqual(expired);
  expect(await tokens.verify(good, after(3 * 365 * 86_400_000))).toEqual(expired);
});

test("another spelling of a token never leads to another link", async () => {
  const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  const spellings = [
    ...Array.from(alphabet, (character) => good.slice(0, -1) + character),
    ...["=", "==", " ", "\n", "==\n", "\u00a0"].map((tail) => good + tail),
  ];
  const answers = await Promise.all(spellings.map((spelling) => tokens.verify(spelling, now)));
  const accepted = answers.filter((answer) => answer.ok);
  expect(accepted.length).toBeGreaterThan(0);
  expect(new Set(accepted.map((answer) => answer.ok && answer.value.jti))).toEqual(new Set([claims.jti]));
});

test("after a rotation old links work and new ones have the new key; without the old key they end", async () => {
  const before = await createMagicLinkTokens(ringOf(oldEntry), BASE_URL);
  const both = await createMagicLinkTokens(ringOf(`${newEntry},${oldEntry}`), BASE_URL);
  const old = await before.sign(claims);
  expect((await both.verify(old, now)).ok).toBe(true);
  expect(await both.sign(claims)).toBe(good);
  expect(await tokens.verify(old, now)).toEqual({ ok: false, error: { kind: "invalid" } });
});

test("a link that would live longer than 400 days is a mistake of ours", async () => {
  const tooLong = { ...claims, expiresAt: new Date(claims.issuedAt.getTime() + 400 * 86_400_000 + 1) };
  await expect(tokens.sign(tooLong)).rejects.toThrow("a link lives up to 400 days");
  await expect(tokens.sign({ ...claims, expiresAt: claims.issuedAt })).rejects.toThrow("a link lives up to 400 days");
});

test("whatever is sent as a token is answered, never thrown", async () => {
  const part = fc.oneof(
    fc.string(),
    fc.json().map((json) => Buffer.from(json).toString("base64url")),
    fc.constantFrom(goodHeader, goodPayload, goodSignature),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(part, { maxLength: 4 }), async (parts) => {
      fc.pre(parts.join(".") !== good);
      expect(await tokens.verify(parts.join("."), now)).toEqual({ ok: false, error: { kind: "invalid" } });
    }),
  );
});
