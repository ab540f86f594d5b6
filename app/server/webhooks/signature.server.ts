import { createHmac, createPrivateKey, createPublicKey, sign, timingSafeEqual, verify } from "node:crypto";
import { err, ok, type Result } from "#app/domain/result.ts";
import { decodeBase64, readSigningKey, type SigningKey } from "#app/server/webhooks/signing-secret.server.ts";

/** The three headers of Standard Webhooks 1.0.0. */
export type SignatureHeaders = {
  readonly "webhook-id": string;
  readonly "webhook-timestamp": string;
  readonly "webhook-signature": string;
};

export type VerificationFailure = {
  readonly kind: "missing_header" | "malformed_header" | "timestamp_out_of_tolerance" | "no_matching_signature";
};

const TOLERANCE_SECONDS = 300;

// A dot in the id would let the same signed bytes be cut into another id, time and body.
const ID = /^[!-\-/-~]{1,255}$/;
const TIMESTAMP = /^(?:0|[1-9]\d{0,10})$/;

/**
 * Signs the exact bytes of `body`, once for each secret (`whsec_` → `v1`, `whsk_` → `v1a`), newest secret first:
 * during a rotation the receiver accepts whichever it knows. `timestampSeconds` is the time of this attempt in Unix
 * seconds; the id stays the same over all attempts. Throws on an id with a dot or an unreadable secret.
 */
export function signWebhook(message: {
  readonly id: string;
  readonly timestampSeconds: number;
  readonly body: Uint8Array;
  readonly secrets: readonly string[];
}): SignatureHeaders {
  const timestamp = String(message.timestampSeconds);
  if (!ID.test(message.id)) throw new RangeError("a webhook id is 1 to 255 visible ASCII characters without a dot");
  if (!TIMESTAMP.test(timestamp)) throw new RangeError("a webhook timestamp is a whole number of Unix seconds");
  if (message.secrets.length === 0) throw new RangeError("signing needs a secret");
  const signed = signedBytes({ id: message.id, timestamp, body: message.body });
  return {
    "webhook-id": message.id,
    "webhook-timestamp": timestamp,
    "webhook-signature": message.secrets.map((secret) => signature(readSigningKey(secret), signed)).join(" "),
  };
}

/**
 * Checks a received webhook against any of `keys` (`whsec_` or `whpk_`), over the raw body bytes. Stricter than the
 * reference libraries: the timestamp is digits only, at most 300 seconds from `nowSeconds` either way; signatures are
 * canonical base64 and compared in constant time. Unknown versions in the header are skipped.
 */
export function verifyWebhook(received: {
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: Uint8Array;
  readonly keys: readonly string[];
  readonly nowSeconds: number;
}): Result<{ readonly id: string; readonly timestampSeconds: number }, VerificationFailure> {
  const id = received.headers["webhook-id"];
  const timestamp = received.headers["webhook-timestamp"];
  const signatures = received.headers["webhook-signature"];
  if (!id || !timestamp || !signatures) return err({ kind: "missing_header" });
  if (typeof id !== "string" || typeof timestamp !== "string" || typeof signatures !== "string") {
    return err({ kind: "malformed_header" });
  }
  if (!ID.test(id) || !TIMESTAMP.test(timestamp)) return err({ kind: "malformed_header" });
  const timestampSeconds = Number(timestamp);
  if (Math.abs(received.nowSeconds - timestampSeconds) > TOLERANCE_SECONDS) {
    return err({ kind: "timestamp_out_of_tolerance" });
  }
  const signed = signedBytes({ id, timestamp, body: received.body });
  const keys = received.keys.map(readSigningKey);
  const matches = signatures.split(" ").some((entry) => keys.some((key) => isSignature(entry, key, signed)));
  return matches ? ok({ id, timestampSeconds }) : err({ kind: "no_matching_signature" });
}

function signedBytes(message: { id: string; timestamp: string; body: Uint8Array }): Buffer {
  return Buffer.concat([Buffer.from(`${message.id}.${message.timestamp}.`, "ascii"), message.body]);
}

function signature(key: SigningKey, signed: Buffer): string {
  if (key.kind === "hmac") return `v1,${hmac(key.secret, signed).toString("base64")}`;
  if (key.kind === "ed25519_public") throw new RangeError("a public key cannot sign");
  const jwk = { ...ed25519(key.publicKey), d: key.seed.toString("base64url") };
  return `v1a,${sign(null, signed, createPrivateKey({ key: jwk, format: "jwk" })).toString("base64")}`;
}

function isSignature(entry: string, key: SigningKey, signed: Buffer): boolean {
  const version = key.kind === "hmac" ? "v1," : "v1a,";
  const given = entry.startsWith(version) ? decodeBase64(entry.slice(version.length)) : null;
  if (given === null) return false;
  if (key.kind !== "hmac") {
    return verify(null, signed, createPublicKey({ key: ed25519(key.publicKey), format: "jwk" }), given);
  }
  const expected = hmac(key.secret, signed);
  return given.length === expected.length && timingSafeEqual(given, expected);
}

function hmac(secret: Buffer, signed: Buffer): Buffer {
  return createHmac("sha256", secret).update(signed).digest();
}

function ed25519(publicKey: Buffer): { kty: string; crv: string; x: string } {
  return { kty: "OKP", crv: "Ed25519", x: publicKey.toString("base64url") };
}
