import { placeOfEarlierKey, placeOfMollieKey } from "#app/server/payments/mollie-key-place.server.ts";
import { newId } from "#app/server/platform/crypto/random-id.server.ts";
import { decryptSecret, encryptSecret } from "#app/server/platform/crypto/secret-encryption.server.ts";
import type { Transaction } from "#app/server/platform/database/client.server.ts";
import type { Services } from "#app/server/services.server.ts";

/**
 * Puts another key in force and keeps the one that it takes the place of, for what was begun with it. The same key again keeps
 * nothing. One that cannot be decrypted, since the ring was lost, is lost with it. The caller holds the creditor.
 */
export async function replaceMollieKey(
  tx: Transaction,
  services: Pick<Services, "clock" | "keys" | "log">,
  { creditorId, stored, apiKey }: { creditorId: string; stored: string | null; apiKey: string },
): Promise<void> {
  const place = placeOfMollieKey(creditorId);
  const before = stored === null ? null : decryptSecret(services.keys, place, stored);
  if (before?.ok && before.value === apiKey) return;
  const until = services.clock.now();
  const mollieApiKey = encryptSecret(services.keys, place, apiKey);
  await tx.creditor.update({ where: { id: creditorId }, data: { mollieApiKey } });
  if (before?.ok === false) {
    services.log.warn({ creditorId, reason: before.error.kind }, "earlier mollie key lost");
  } else {
    const id = newId("emk", until);
    const kept = before && encryptSecret(services.keys, placeOfEarlierKey(id), before.value);
    await tx.earlierMollieKey.create({ data: { id, creditorId, apiKey: kept, until } });
  }
  // A customer lives in the account of a key: where nobody paid as that customer yet, the next payment makes another.
  await tx.directDebitMandate.updateMany({
    where: { creditorId, status: "pending", mandateId: null },
    data: { customerId: null },
  });
}
