import { revokeMailedLinks } from "#app/server/access/issue-link.server.ts";
import { hashOfAddress } from "#app/server/messages/stopped-address.server.ts";
import type { Transaction } from "#app/server/platform/database/client.server.ts";
import type { Services } from "#app/server/services.server.ts";
import type { DetailChanges } from "./detail-fields.server.ts";

export type ChangesToApply = {
  readonly owner: { readonly creditorId: string; readonly debtorId: string };
  readonly changes: DetailChanges;
  readonly actor: string;
};

/**
 * Makes the details as they should be. What else was asked of the old ones is over, and links that were mailed to an address
 * which is not the debtor's any more open nothing. The caller holds the debtor and tells.
 */
export async function applyChanges(
  tx: Transaction,
  services: Pick<Services, "clock">,
  { owner, changes, actor }: ChangesToApply,
): Promise<void> {
  const { creditorId, debtorId } = owner;
  const at = services.clock.now();
  const before = await tx.debtor.findFirst({ where: { id: debtorId, creditorId }, select: { email: true } });
  await tx.debtor.update({ where: { id: debtorId, creditorId }, data: { ...changes, updatedAt: at } });
  await tx.detailsChange.updateMany({
    where: { creditorId, debtorId, confirmedAt: null, refusedAt: null },
    data: { expiresAt: at },
  });
  if (!before?.email || changes.email === undefined || changes.email === before.email) return;
  await revokeMailedLinks(tx, services, { owner, addressHash: hashOfAddress(owner, before.email), actor });
}
