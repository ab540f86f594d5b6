import { createHmac, generateKeyPairSync, type KeyObject } from "node:crypto";
import fc from "fast-check";
import { SignJWT, UnsecuredJWT, type JWTHeaderParameters, type JWTPayload } from "jose";
import { expect, test } from "vitest";
import { createCreditorLinkTokens, isLinkName, namedSigner } from "./creditor-link-token.server.ts";
import { type LinkAlgorithm, type PublicLinkKey, readPublicJwk } from "./public-jwk.server.ts";

const BASE_URL = "https://betalen.example.nl";
const CREDITOR = "crd_01aryz6s410000000000000000";
const OTHER = "crd_01aryz6s410000000000000001";
const now = new Date("2026-11-22T10:00:00Z");
const seconds = now.getTime() / 1000;
const DAY = 86_400;

const pairs: Record<LinkAlgorithm, { publicKey: KeyObject; privateKey: KeyObject }> = {
  EdDSA: generateKeyPairSync("ed25519"),
  ES256: generateKeyPairSync("ec", { namedCurve: "P-256" }),
  RS256: generateKeyPairSync("rsa", { modulusLength: 2048 }),
};
const keys = {
  EdDSA: keyOf(pairs.EdDSA.publicKey),
  ES256: keyOf(pairs.ES256.publicKey),
  RS256: keyOf(pairs.RS256.publicKey),
};
const tokens = createCreditorLinkTokens(BASE_URL);

function keyOf(publicKey: KeyObject): PublicLinkKey {
  const read = readPublicJwk(publicKey.export({ format: "jwk" }) as Record<string, unknown>);
  if (!read.ok) throw new Error(read.error.rule);
  return read.value;
}

const payload: JWTPayload = { iss: CREDITOR, aud: BASE_URL, sub: "2026-00123", jti: "brief-1", iat: seconds - 60, exp: seconds + 60 }; // prettier-ignore
const header = { alg: "EdDSA", typ: "magic-link+jwt", kid: "letters" };

type Change = { header?: Record<string, unknown>; payload?: Record<string, unknown>; key?: KeyObject };

const sign = (change: Change = {}): Promise<string> =>
  new SignJWT({ ...payload, ...change.payload } as JWTPayload)
    .setProtectedHeader({ ...header, ...change.header } as JWTHeaderParameters)
    .sign(change.key ?? pairs.EdDSA.privateKey);

const check = (token: string, key: PublicLinkKey | null = keys.EdDSA, creditorId = CREDITOR) =>
  tokens.verify(token, { creditorId, key, now });

const INVALID = { ok: false, error: { kind: "invalid" } };

const base64url = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");

test.each(["EdDSA", "ES256", "RS256"] as const)("what a creditor signed with %s reads back", async (alg) => {
  const token = await sign({ header: { alg }, key: pairs[alg].privateKey });
  expect(namedSigner(token)).toEqual({ creditorId: CREDITOR, kid: "letters" });
  expect(await check(token, keys[alg])).toEqual({
    ok: true,
    value: {
      jti: "brief-1",
      reference: "2026-00123",
      issuedAt: new Date("2026-11-22T09:59:00Z"),
      expiresAt: new Date("2026-11-22T10:01:00Z"),
    },
  });
});

test("a link lives 400 days at most, to the second", async () => {
  const iat = seconds - 10;
  expect((await check(await sign({ payload: { iat, exp: iat + 400 * DAY } }))).ok).toBe(true);
  expect(await check(await sign({ payload: { iat, exp: iat + 400 * DAY + 1 } }))).toEqual(INVALID);
  const long = { iat: seconds - 600 * DAY, exp: seconds - DAY };
  expect(await check(await sign({ payload: long }))).toEqual(INVALID);
});

test("an expired link says whose it was, once clocks cannot differ any more", async () => {
  const claims = { jti: "brief-1", reference: "2026-00123", issuedAt: new Date("2026-11-22T09:59:00Z") };
  expect((await check(await sign({ payload: { exp: seconds - 4 } }))).ok).toBe(true);
  const expired = { kind: "expired", claims: { ...claims, expiresAt: new Date("2026-11-22T09:59:55Z") } };
  expect(await check(await sign({ payload: { exp: seconds - 5 } }))).toEqual({ ok: false, error: expired });
});

const publicPem = (alg: LinkAlgorithm, type: "pem" | "der") =>
  type === "pem"
    ? pairs[alg].publicKey.export({ format: "pem", type: "spki" })
    : pairs[alg].publicKey.export({ format: "der", type: "spki" });

/** Keyed with what everybody may know. */
function hmacToken(secret: string | Buffer): string {
  const text = `${base64url({ ...header, alg: "HS256" })}.${base64url(payload)}`;
  return `${text}.${createHmac("sha256", secret).update(text).digest("base64url")}`;
}

const stranger = generateKeyPairSync("ed25519");
const good = await sign();
const [, goodPayload = "", goodSignature = ""] = good.split(".");

const refused: Record<string, string | Promise<string>> = {
  "alg none, unsigned": new UnsecuredJWT(payload).encode(),
  "alg none with the kid and typ": `${base64url({ ...header, alg: "none" })}.${goodPayload}.`,
  "alg none with a signature": `${base64url({ ...header, alg: "none" })}.${goodPayload}.${goodSignature}`,
  "HS256 with the public key as PEM": hmacToken(publicPem("EdDSA", "pem")),
  "HS256 with the public key as DER": hmacToken(publicPem("EdDSA", "der")),
  "HS256 with the public key as JWK": hmacToken(JSON.stringify(keys.EdDSA.jwk)),
  "HS256 with the raw public key": hmacToken(Buffer.from(keys.EdDSA.jwk["x"] ?? "", "base64url")),
  "ES256 with another key under this kid": sign({ header: { alg: "ES256" }, key: pairs.ES256.privateKey }),
  "RS256 with another key under this kid": sign({ header: { alg: "RS256" }, key: pairs.RS256.privateKey }),
  "a stranger's key under this kid": sign({ key: stranger.privateKey }),
  "a stranger's key brought along": sign({ key: stranger.privateKey, header: { jwk: stranger.publicKey.export({ format: "jwk" }) } }), // prettier-ignore
  "another typ": sign({ header: { typ: "JWT" } }),
  "no typ": sign({ header: { typ: undefined } }),
  "unknown crit": sign().then((token) => `${base64url({ ...header, crit: ["x"], x: 1 })}.${token.split(".").slice(1).join(".")}`), // prettier-ignore
  "another creditor": sign({ payload: { iss: OTHER } }),
  "no issuer": sign({ payload: { iss: undefined } }),
  "the audience of our own links": sign({ payload: { aud: "portal" } }),
  "the address with a slash": sign({ payload: { aud: `${BASE_URL}/` } }),
  "another portal": sign({ payload: { aud: "https://evil.example" } }),
  "no audience": sign({ payload: { aud: undefined } }),
  "no exp": sign({ payload: { exp: undefined } }),
  "no iat": sign({ payload: { iat: undefined } }),
  "no jti": sign({ payload: { jti: undefined } }),
  "empty jti": sign({ payload: { jti: "" } }),
  "a jti of 65 characters": sign({ payload: { jti: "a".repeat(65) } }),
  "a jti with a slash": sign({ payload: { jti: "a/b" } }),
  "a jti that is no text": sign({ payload: { jti: 1 } }),
  "no sub": sign({ payload: { sub: undefined } }),
  "empty sub": sign({ payload: { sub: "" } }),
  "a sub of 65 characters": sign({ payload: { sub: "a".repeat(65) } }),
  "a sub with NUL": sign({ payload: { sub: "a\0" } }),
  "issued in the future": sign({ payload: { iat: seconds + 30, exp: seconds + 60 } }),
  "issued at half a second": sign({ payload: { iat: seconds - 0.5 } }),
  "not yet valid": sign({ payload: { nbf: seconds + 30 } }),
  "expired before it was issued": sign({ payload: { iat: seconds - 60, exp: seconds - 120 } }),
  "expired and of another creditor": sign({ payload: { iss: OTHER, exp: seconds - 10 } }),
  "expired and signed by a stranger": sign({ key: stranger.privateKey, payload: { exp: seconds - 10 } }),
};

test.each(Object.entries(refused))("refused: %s", async (_name, token) => {
  expect(await check(await token)).toEqual(INVALID);
});

test("HS256 with any public key is refused, whatever key the kid names", async () => {
  for (const alg of ["EdDSA", "ES256", "RS256"] as const) {
    for (const form of ["pem", "der"] as const) expect(await check(hmacToken(publicPem(alg, form)), keys[alg])).toEqual(INVALID); // prettier-ignore
  }
});

test("without a key of that name the same token is refused, for every algorithm", async () => {
  for (const alg of ["EdDSA", "ES256", "RS256"] as const) {
    expect(await check(await sign({ header: { alg }, key: pairs[alg].privateKey }), null)).toEqual(INVALID);
  }
  expect(await check(hmacToken(""), null)).toEqual(INVALID);
});

test("who signs is read from what names a creditor, and from nothing else", async () => {
  expect(namedSigner(await sign({ header: { kid: undefined } }))).toEqual({ creditorId: CREDITOR, kid: "" });
  for (const iss of [BASE_URL, "", undefined, "crd_x", `${CREDITOR} `]) {
    expect(namedSigner(await sign({ payload: { iss } }))).toBeNull();
  }
  expect(namedSigner(good + "A".repeat(3000))).toBeNull();
});

test("a name has 1 to 64 letters, digits and marks", () => {
  expect(["a", "letters-2026_1.x~y", "A".repeat(64)].filter(isLinkName)).toHaveLength(3);
  expect(["", "a b", "a/b", "a:b", "é", "a\n", "A".repeat(65)].filter(isLinkName)).toEqual([]);
});

test("whatever is sent as a token is answered, never thrown", async () => {
  const part = fc.oneof(
    fc.string(),
    fc.json().map((json) => Buffer.from(json).toString("base64url")),
    fc.constantFrom(...good.split(".")),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(part, { maxLength: 4 }), async (parts) => {
      const token = parts.join(".");
      fc.pre(token !== good);
      const signer = namedSigner(token);
      if (signer) expect(await check(token, keys.EdDSA, signer.creditorId)).toEqual(INVALID);
    }),
  );
});
