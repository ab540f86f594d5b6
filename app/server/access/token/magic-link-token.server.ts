import {
  compactVerify,
  createLocalJWKSet,
  errors,
  jwtVerify,
  SignJWT,
  type JWTPayload,
  type JWTVerifyGetKey,
  type JWTVerifyOptions,
} from "jose";
import { err, ok, type Result } from "#app/domain/result.ts";
import { signingKeys } from "#app/server/platform/crypto/signing-keys.server.ts";
import type { KeyRing } from "#app/server/platform/crypto/key-ring.server.ts";

export type MagicLinkClaims = {
  /** The link's id. Revoke, count and log by this: the same token can be spelled in many ways. */
  readonly jti: string;
  /** The claim's id. */
  readonly sub: string;
  readonly issuedAt: Date;
  readonly expiresAt: Date;
};

export type MagicLinkTokenError =
  | { readonly kind: "invalid" }
  /** Genuine in every respect but its time: a new link may be offered to the registered address. */
  | { readonly kind: "expired"; readonly jti: string; readonly sub: string };

export type MagicLinkTokens = {
  /** `kid`: the key of the ring to sign with; the newest without it, or where it is gone. */
  readonly sign: (claims: MagicLinkClaims, kid?: string | null) => Promise<string>;
  readonly verify: (token: string, now: Date) => Promise<Result<MagicLinkClaims, MagicLinkTokenError>>;
};

export const LINK_TOKEN_TYPE = "magic-link+jwt";
const AUDIENCE = "portal";
export const LONGEST_LINK_TOKEN = 2048;
const DAY_MS = 24 * 60 * 60 * 1000;

/** No link works longer than this, whatever its token says. */
export const LONGEST_LINK_LIFETIME_MS = 400 * DAY_MS;

export const CLOCK_TOLERANCE_SECONDS = 5;

/**
 * Signs and verifies the tokens of our own magic links with Ed25519 keys of the ring, by `kid`. Nothing in a token can
 * choose the algorithm or bring a key. `baseUrl` is the issuer, compared letter by letter.
 */
export async function createMagicLinkTokens(ring: KeyRing, baseUrl: string): Promise<MagicLinkTokens> {
  const keys = signingKeys(ring, "magic-link");
  const [newest] = keys;
  const keySet = createLocalJWKSet({ keys: keys.map(({ publicJwk }) => ({ ...publicJwk })) });
  const publicKey: JWTVerifyGetKey = (header, token) => {
    // With one key on the ring a token without kid would find it all the same.
    if (typeof (header.kid as unknown) !== "string") throw new errors.JWKSNoMatchingKey();
    return keySet(header, token);
  };
  const decoy = await new SignJWT({})
    .setProtectedHeader({ alg: "EdDSA", typ: "decoy", kid: newest.kid })
    .sign(newest.privateKey);
  const checks: JWTVerifyOptions = {
    algorithms: ["EdDSA"],
    typ: LINK_TOKEN_TYPE,
    issuer: baseUrl,
    audience: AUDIENCE,
    requiredClaims: ["exp", "iat", "jti", "sub"],
    maxTokenAge: LONGEST_LINK_LIFETIME_MS / 1000,
    clockTolerance: CLOCK_TOLERANCE_SECONDS,
  };

  async function sign({ jti, sub, issuedAt, expiresAt }: MagicLinkClaims, wanted?: string | null): Promise<string> {
    const lifetime = expiresAt.getTime() - issuedAt.getTime();
    if (!(lifetime > 0 && lifetime <= LONGEST_LINK_LIFETIME_MS)) throw new RangeError("a link lives up to 400 days");
    const { kid, privateKey } = keys.find((key) => key.kid === wanted) ?? newest;
    return new SignJWT()
      .setProtectedHeader({ alg: "EdDSA", typ: LINK_TOKEN_TYPE, kid })
      .setIssuer(baseUrl)
      .setAudience(AUDIENCE)
      .setSubject(sub)
      .setJti(jti)
      .setIssuedAt(issuedAt)
      .setExpirationTime(expiresAt)
      .sign(privateKey);
  }

  async function verify(token: string, now: Date): Promise<Result<MagicLinkClaims, MagicLinkTokenError>> {
    if (token.length > LONGEST_LINK_TOKEN) return invalidWithoutCheck();
    try {
      const { payload } = await jwtVerify(token, publicKey, { ...checks, currentDate: now });
      const claims = readClaims(payload);
      return claims ? ok(claims) : err({ kind: "invalid" });
    } catch (error) {
      if (!(error instanceof errors.JOSEError)) throw error;
      const expired = error instanceof errors.JWTExpired && error.claim === "exp" ? readClaims(error.payload) : null;
      if (expired) return err({ kind: "expired", jti: expired.jti, sub: expired.sub });
      return signatureWasChecked(error) ? err({ kind: "invalid" }) : invalidWithoutCheck();
    }
  }

  /** Refused before a signature was looked at: spends that time as well, so that the time does not tell. */
  async function invalidWithoutCheck(): Promise<Result<never, MagicLinkTokenError>> {
    await compactVerify(decoy, keySet);
    return err({ kind: "invalid" });
  }

  return { sign, verify };
}

/** Whether a refused token was refused only after its signature was looked at, which takes time. */
export function signatureWasChecked(error: Error): boolean {
  return (
    error instanceof errors.JWSSignatureVerificationFailed ||
    error instanceof errors.JWTClaimValidationFailed ||
    error instanceof errors.JWTExpired
  );
}

function readClaims({ jti, sub, iat, exp }: JWTPayload): MagicLinkClaims | null {
  if (typeof jti !== "string" || typeof sub !== "string" || jti === "" || sub === "") return null;
  if (iat === undefined || exp === undefined || exp <= iat) return null;
  return { jti, sub, issuedAt: new Date(iat * 1000), expiresAt: new Date(exp * 1000) };
}
