import { appendAudit } from "#app/server/audit/append-audit.server.ts";
import { lockName } from "#app/server/platform/database/lock-name.server.ts";
import { inTransaction } from "#app/server/platform/database/transaction.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { signedLinkId } from "./find-signed-link.server.ts";
import { revokeLinkIn } from "./issue-link.server.ts";
import { jtiLock } from "./link-record.server.ts";

/**
 * Takes a link back that the creditor signed, by the creditor's own name for it, whether or not anybody used it: it opens
 * nothing, and the sessions it opened end. Doing it again changes nothing.
 */
export async function revokeSignedLink(
  services: Services,
  { creditorId, jti, actor }: { creditorId: string; jti: string; actor: string },
): Promise<void> {
  const now = services.clock.now();
  await inTransaction(services.database, async (tx) => {
    await lockName(tx, jtiLock(creditorId, jti));
    const data = { creditorId, jti, revokedAt: now };
    const { count } = await tx.revokedJti.createMany({ skipDuplicates: true, data });
    if (count === 0) return;
    const linkId = signedLinkId(creditorId, jti);
    const used = await revokeLinkIn(tx, services, { creditorId, linkId, actor });
    if (!used) appendAudit(tx, creditorId, { at: now, actor, action: "link.revoked", subject: linkId });
  });
}
