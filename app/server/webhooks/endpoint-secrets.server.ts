import type { KeyRing } from "#app/server/platform/crypto/key-ring.server.ts";
import { decryptSecret, encryptSecret } from "#app/server/platform/crypto/secret-encryption.server.ts";

/** The stored secrets of an endpoint; `previousSecret` is what was `secret` before the last rotation, moved as it is. */
export type StoredSecrets = {
  readonly secret: string;
  readonly previousSecret: string | null;
  readonly previousSecretUntil: Date | null;
};

export function sealSecret(keys: KeyRing, endpointId: string, secret: string): string {
  return encryptSecret(keys, placeOf(endpointId), secret);
}

/** The secrets to sign with at `now`, newest first: after a rotation the one before signs along for a while. */
export function openSecrets(keys: KeyRing, endpointId: string, stored: StoredSecrets, now: Date): string[] {
  const { secret, previousSecret, previousSecretUntil } = stored;
  const overlaps = previousSecret !== null && previousSecretUntil !== null && previousSecretUntil > now;
  return [secret, ...(overlaps ? [previousSecret] : [])].map((sealed) => open(keys, endpointId, sealed));
}

function open(keys: KeyRing, endpointId: string, sealed: string): string {
  const secret = decryptSecret(keys, placeOf(endpointId), sealed);
  if (!secret.ok) throw new Error(`the secret of ${endpointId} cannot be decrypted: ${secret.error.kind}`);
  return secret.value;
}

/** Both columns hold values made for the first, so that a rotation can move one to the other. */
function placeOf(endpointId: string) {
  return { table: "webhook_endpoint", column: "secret", row: endpointId };
}
