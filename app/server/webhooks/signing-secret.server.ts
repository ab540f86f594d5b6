import { generateKeyPairSync, randomBytes } from "node:crypto";

/** `v1` is HMAC-SHA256 with a shared secret, `v1a` ed25519 with a public key for the receiver. */
export type SignatureScheme = "v1" | "v1a";

/** What a text such as `whsec_…` holds, decoded. */
export type SigningKey =
  | { readonly kind: "hmac"; readonly secret: Buffer }
  | { readonly kind: "ed25519"; readonly seed: Buffer; readonly publicKey: Buffer }
  | { readonly kind: "ed25519_public"; readonly publicKey: Buffer };

const NEW_SECRET_BYTES = 32;
const SHORTEST_SECRET_BYTES = 24;
const LONGEST_SECRET_BYTES = 64;
const ED25519_BYTES = 32;

/** A new secret to sign with: `whsec_` for `v1`, `whsk_` (seed and public key, 64 bytes) for `v1a`. */
export function makeSigningSecret(scheme: SignatureScheme): string {
  if (scheme === "v1") return `whsec_${randomBytes(NEW_SECRET_BYTES).toString("base64")}`;
  const { d, x } = generateKeyPairSync("ed25519").privateKey.export({ format: "jwk" });
  if (d === undefined || x === undefined) throw new Error("an ed25519 key without its parts");
  const key = Buffer.concat([Buffer.from(d, "base64url"), Buffer.from(x, "base64url")]);
  return `whsk_${key.toString("base64")}`;
}

/** What the receiver needs in order to verify: the `whsec_` secret itself, or the `whpk_` public half of a `whsk_` key. */
export function receiverKeyOf(secret: string): string {
  const key = readSigningKey(secret);
  if (key.kind === "hmac") return secret;
  return `whpk_${key.publicKey.toString("base64")}`;
}

/** Decodes `whsec_` (24 to 64 bytes), `whsk_` (64) and `whpk_` (32). Throws on anything else: keys are ours, never input. */
export function readSigningKey(text: string): SigningKey {
  const [prefix, encoded] = splitPrefix(text);
  const bytes = decodeBase64(encoded);
  if (bytes === null) throw new RangeError("a signing key must be canonical base64 behind its prefix");
  if (prefix === "whsec_" && bytes.length >= SHORTEST_SECRET_BYTES && bytes.length <= LONGEST_SECRET_BYTES) {
    return { kind: "hmac", secret: bytes };
  }
  if (prefix === "whsk_" && bytes.length === 2 * ED25519_BYTES) {
    return { kind: "ed25519", seed: bytes.subarray(0, ED25519_BYTES), publicKey: bytes.subarray(ED25519_BYTES) };
  }
  if (prefix === "whpk_" && bytes.length === ED25519_BYTES) return { kind: "ed25519_public", publicKey: bytes };
  throw new RangeError("a signing key must start with whsec_, whsk_ or whpk_ and have the length of its kind");
}

/** The bytes of canonical, padded, standard-alphabet base64, else null: one value has exactly one spelling. */
export function decodeBase64(text: string): Buffer | null {
  const bytes = Buffer.from(text, "base64");
  return bytes.length > 0 && bytes.toString("base64") === text ? bytes : null;
}

function splitPrefix(text: string): [prefix: string, rest: string] {
  const end = text.indexOf("_") + 1;
  return [text.slice(0, end), text.slice(end)];
}
