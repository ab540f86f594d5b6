import { revokeHelperIn } from "#app/server/access/issue-link.server.ts";
import { inTransaction } from "#app/server/platform/database/transaction.server.ts";
import type { Services } from "#app/server/services.server.ts";

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
