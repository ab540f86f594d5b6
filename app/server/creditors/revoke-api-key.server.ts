import { appendAudit } from "#app/server/audit/append-audit.server.ts";
import { inTransaction } from "#app/server/platform/database/transaction.server.ts";
import type { Services } from "#app/server/services.server.ts";

/**
 * Ends an API key for good. The next request with it is refused, in every process: keys are read anew for each one.
 * Doing it again changes nothing. Answers false when it is not the creditor's.
 */
export async function revokeApiKey(
  services: Services,
  { creditorId, keyId, actor }: { creditorId: string; keyId: string; actor: string },
): Promise<boolean> {
  const now = services.clock.now();
  return inTransaction(services.database, async (tx) => {
    const key = await tx.apiKey.findFirst({ where: { id: keyId, creditorId }, select: { id: true } });
    if (!key) return false;
    const { count } = await tx.apiKey.updateMany({ where: { id: keyId, creditorId, revokedAt: null }, data: { revokedAt: now } }); // prettier-ignore
    if (count === 1) appendAudit(tx, creditorId, { at: now, actor, action: "api_key.revoked", subject: keyId });
    return true;
  });
}
