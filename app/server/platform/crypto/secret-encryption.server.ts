import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { err, ok, type Result } from "#app/domain/result.ts";
import { deriveKey, type AppKey, type KeyRing } from "./key-ring.server.ts";

/** Where a secret is stored. It opens nowhere else: a value copied to another row does not decrypt. */
export type SecretPlace = { readonly table: string; readonly column: string; readonly row: string };

export type DecryptError =
  | { readonly kind: "malformed_envelope" }
  | { readonly kind: "unknown_app_key"; readonly keyId: string }
  | { readonly kind: "not_authentic" };

const ALGORITHM = "aes-256-gcm";
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** `v1.<key id>.<nonce>.<ciphertext and tag>` in base64url, under the newest key (AES-256-GCM). */
export function encryptSecret(ring: KeyRing, place: SecretPlace, secret: string): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(ALGORITHM, encryptionKey(ring.newest), nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(placeBytes(place));
  const sealed = Buffer.concat([cipher.update(secret, "utf8"), cipher.final(), cipher.getAuthTag()]);
  return ["v1", ring.newest.id, nonce.toString("base64url"), sealed.toString("base64url")].join(".");
}

/** The secret, if the envelope is whole, was made for this place, and its key is still on the ring. */
export function decryptSecret(ring: KeyRing, place: SecretPlace, envelope: string): Result<string, DecryptError> {
  const match = /^v1\.([a-z0-9-]{1,32})\.([\w-]+)\.([\w-]+)$/.exec(envelope);
  const [keyId = "", nonceText = "", sealedText = ""] = match?.slice(1) ?? [];
  const nonce = Buffer.from(nonceText, "base64url");
  const sealed = Buffer.from(sealedText, "base64url");
  if (nonce.length !== NONCE_BYTES || sealed.length < TAG_BYTES) return err({ kind: "malformed_envelope" });
  const key = ring.all.find(({ id }) => id === keyId);
  if (!key) return err({ kind: "unknown_app_key", keyId });

  // Without a stated length Node accepts a tag of 4 bytes, which can be guessed.
  const decipher = createDecipheriv(ALGORITHM, encryptionKey(key), nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(placeBytes(place));
  decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
  try {
    return ok(Buffer.concat([decipher.update(sealed.subarray(0, -TAG_BYTES)), decipher.final()]).toString("utf8"));
  } catch {
    return err({ kind: "not_authentic" });
  }
}

/** True where an older key made the envelope, so that it is to be encrypted again before that key goes. */
export function needsNewKey(ring: KeyRing, envelope: string): boolean {
  return !envelope.startsWith(`v1.${ring.newest.id}.`);
}

function encryptionKey(key: AppKey): Buffer {
  return deriveKey(key, "secret-encryption");
}

function placeBytes({ table, column, row }: SecretPlace): Buffer {
  return Buffer.from(`${table}:${column}:${row}`, "utf8");
}
