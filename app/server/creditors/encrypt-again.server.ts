import { placeOfEarlierKey, placeOfMollieKey } from "#app/server/payments/mollie-key-place.server.ts";
import type { KeyRing } from "#app/server/platform/crypto/key-ring.server.ts";
import {
  decryptSecret,
  encryptSecret,
  needsNewKey,
  type SecretPlace,
} from "#app/server/platform/crypto/secret-encryption.server.ts";
import type { Services } from "#app/server/services.server.ts";

/** Seals stored secrets anew under the newest key where an older one sealed them. Answers how many. Safe to run again. */
export async function encryptAgain(services: Services, ring: KeyRing): Promise<number> {
  const { prisma } = services.database;
  let renewed = 0;

  function again(place: SecretPlace, envelope: string | null): string | null {
    if (envelope === null || !needsNewKey(ring, envelope)) return null;
    const secret = decryptSecret(ring, place, envelope);
    if (!secret.ok)
      throw new Error(`${place.table}.${place.column} of ${place.row} cannot be decrypted: ${secret.error.kind}`);
    renewed += 1;
    return encryptSecret(ring, place, secret.value);
  }

  for (const { id, mollieApiKey } of await prisma.creditor.findMany({ select: { id: true, mollieApiKey: true } })) {
    const sealed = again(placeOfMollieKey(id), mollieApiKey);
    if (sealed) await prisma.creditor.updateMany({ where: { id, mollieApiKey }, data: { mollieApiKey: sealed } });
  }
  for (const { id, apiKey } of await prisma.earlierMollieKey.findMany({ select: { id: true, apiKey: true } })) {
    const sealed = again(placeOfEarlierKey(id), apiKey);
    if (sealed) await prisma.earlierMollieKey.updateMany({ where: { id, apiKey }, data: { apiKey: sealed } });
  }
  const endpoints = await prisma.webhookEndpoint.findMany({ select: { id: true, secret: true, previousSecret: true } });
  for (const { id, secret, previousSecret } of endpoints) {
    const sealed = again({ table: "webhook_endpoint", column: "secret", row: id }, secret);
    const sealedPrevious = again({ table: "webhook_endpoint", column: "secret", row: id }, previousSecret);
    if (!sealed && !sealedPrevious) continue;
    const data = {
      ...(sealed ? { secret: sealed } : {}),
      ...(sealedPrevious ? { previousSecret: sealedPrevious } : {}),
    };
    // Only where nobody rotated the secret meanwhile.
    await prisma.webhookEndpoint.updateMany({ where: { id, secret }, data });
  }
  return renewed;
}
