import { createPublicKey, generateKeyPairSync, type KeyObject, randomBytes } from "node:crypto";
import { decodeJwt, decodeProtectedHeader, errors, type JWTPayload, jwtVerify, type JWTVerifyOptions } from "jose";
import { err, ok, type Result } from "#app/domain/result.ts";
import { isId } from "#app/server/platform/crypto/random-id.server.ts";
import {
  CLOCK_TOLERANCE_SECONDS,
  LINK_TOKEN_TYPE,
  LONGEST_LINK_LIFETIME_MS,
  LONGEST_LINK_TOKEN,
  signatureWasChecked,
} from "./magic-link-token.server.ts";
import { LINK_ALGORITHMS, type LinkAlgorithm, type PublicLinkKey } from "./public-jwk.server.ts";

/** Who a token says it is from, before anything of it is believed. */
export type NamedSigner = { readonly creditorId: string; readonly kid: string };

/** What a creditor signed. */
export type SignedLinkClaims = {
  /** The creditor's own name for the link. */
  readonly jti: string;
  /** The creditor's own reference of the claim. */
  readonly reference: string;
  readonly issuedAt: Date;
  readonly expiresAt: Date;
};

export type SignedLinkError =
  | { readonly kind: "invalid" }
  /** Genuine in every respect but its time. */
  | { readonly kind: "expired"; readonly claims: SignedLinkClaims };

export type CreditorLinkTokens = {
  /** `key`: the creditor's key of that name, or null where there is none that may sign. */
  readonly verify: (
    token: string,
    check: { readonly creditorId: string; readonly key: PublicLinkKey | null; readonly now: Date },
  ) => Promise<Result<SignedLinkClaims, SignedLinkError>>;
};

const NAME = /^[\w.~-]{1,64}$/;
const LONGEST_REFERENCE = 64;

/** Whether a text may name a link or a key: 1 to 64 letters, digits and `. _ ~ -`. */
export const isLinkName = (text: string): boolean => NAME.test(text);

/** The creditor and the key that a token names; null where it names none, as our own do not. */
export function namedSigner(token: string): NamedSigner | null {
  if (token.length > LONGEST_LINK_TOKEN) return null;
  try {
    // Nobody has looked at it yet: only by its type is it a text.
    const kid: unknown = decodeProtectedHeader(token).kid;
    const { iss } = decodeJwt(token);
    return typeof iss === "string" && isId("crd", iss)
      ? { creditorId: iss, kid: typeof kid === "string" ? kid : "" }
      : null;
  } catch {
    return null;
  }
}

/**
 * Verifies links that creditors sign themselves. The key says which algorithm it is for, and the token only agrees. Where
 * the key is unknown, one of the same sort that signs nothing stands in, so that the time does not tell.
 */
export function createCreditorLinkTokens(baseUrl: string): CreditorLinkTokens {
  const decoys: Readonly<Record<LinkAlgorithm, KeyObject>> = {
    EdDSA: generateKeyPairSync("ed25519").publicKey,
    ES256: generateKeyPairSync("ec", { namedCurve: "P-256" }).publicKey,
    RS256: createPublicKey({ key: { kty: "RSA", n: anyModulus(), e: "AQAB" }, format: "jwk" }),
  };
  const anyToken = decoyToken();

  async function verify(
    token: string,
    { creditorId, key, now }: Parameters<CreditorLinkTokens["verify"]>[1],
  ): Promise<Result<SignedLinkClaims, SignedLinkError>> {
    const alg = key?.alg ?? askedAlgorithm(token);
    const checks: JWTVerifyOptions = {
      algorithms: [alg],
      typ: LINK_TOKEN_TYPE,
      issuer: creditorId,
      audience: baseUrl,
      requiredClaims: ["exp", "iat", "jti", "sub"],
      maxTokenAge: LONGEST_LINK_LIFETIME_MS / 1000,
      clockTolerance: CLOCK_TOLERANCE_SECONDS,
      currentDate: now,
    };
    try {
      const publicKey = key ? createPublicKey({ key: { ...key.jwk }, format: "jwk" }) : decoys[alg];
      const { payload } = await jwtVerify(token, publicKey, checks);
      const claims = readClaims(payload);
      return claims ? ok(claims) : err({ kind: "invalid" });
    } catch (error) {
      if (!(error instanceof errors.JOSEError)) throw error;
      const expired = error instanceof errors.JWTExpired && error.claim === "exp" ? readClaims(error.payload) : null;
      if (expired) return err({ kind: "expired", claims: expired });
      if (!signatureWasChecked(error)) await jwtVerify(anyToken, decoys.EdDSA).catch(() => undefined);
      return err({ kind: "invalid" });
    }
  }

  return { verify };
}

function askedAlgorithm(token: string): LinkAlgorithm {
  const { alg } = decodeProtectedHeader(token);
  return LINK_ALGORITHMS.find((known) => known === alg) ?? "EdDSA";
}

function anyModulus(): string {
  const bytes = randomBytes(256);
  bytes[0] = (bytes[0] ?? 0) | 0x80;
  bytes[255] = (bytes[255] ?? 0) | 1;
  return bytes.toString("base64url");
}

/** Well-formed, so that its signature is looked at. */
function decoyToken(): string {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
  return `${part({ alg: "EdDSA" })}.${part({})}.${randomBytes(64).toString("base64url")}`;
}

function readClaims({ jti, sub, iat, exp }: JWTPayload): SignedLinkClaims | null {
  if (typeof jti !== "string" || !isLinkName(jti)) return null;
  if (typeof sub !== "string" || sub === "" || sub.length > LONGEST_REFERENCE || sub.includes("\0")) return null;
  if (!isSecond(iat) || !isSecond(exp) || exp <= iat || exp - iat > LONGEST_LINK_LIFETIME_MS / 1000) return null;
  return { jti, reference: sub, issuedAt: new Date(iat * 1000), expiresAt: new Date(exp * 1000) };
}

const isSecond = (value: number | undefined): value is number => Number.isSafeInteger(value) && (value ?? -1) >= 0;
