import { revokeLinkIn } from "#app/server/access/issue-link.server.ts";
import { appendAudit } from "#app/server/audit/append-audit.server.ts";
import type { Transaction } from "#app/server/platform/database/client.server.ts";
import { inTransaction } from "#app/server/platform/database/transaction.server.ts";
import type { Services } from "#app/server/services.server.ts";

type Order = { readonly creditorId: string; readonly helperId: string; readonly actor: string };

/** The debtor lets somebody look along no more: link, code and sessions end at once. Doing it again changes nothing. */
export async function revokeHelper(
  services: Services,
  { debtor, helperId, actor }: { debtor: { creditorId: string; debtorId: string }; helperId: string; actor: string },
): Promise<void> {
  const { creditorId, debtorId } = debtor;
  await inTransaction(services.database, async (tx) => {
    const own = await tx.helperGrant.findFirst({ where: { id: helperId, creditorId, debtorId }, select: { id: true } });
    if (own) await revokeHelperIn(tx, services, { creditorId, helperId, actor });
  });
}

export async function revokeHelperIn(
  tx: Transaction,
  services: Pick<Services, "clock">,
  { creditorId, helperId, actor }: Order,
): Promise<void> {
  const at = services.clock.now();
  const { count } = await tx.helperGrant.updateMany({
    where: { id: helperId, creditorId, revokedAt: null },
    data: { revokedAt: at },
  });
  if (count === 0) return;
  await tx.debtorSession.updateMany({ where: { helperId, creditorId, endedAt: null }, data: { endedAt: at } });
  const link = await tx.link.findFirst({ where: { helperId, creditorId }, select: { id: true } });
  if (link) await revokeLinkIn(tx, services, { creditorId, linkId: link.id, actor });
  appendAudit(tx, creditorId, { at, actor, action: "helper.revoked", subject: helperId });
}
