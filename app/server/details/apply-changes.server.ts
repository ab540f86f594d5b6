import { revokeMailedLinks } from "#app/server/access/issue-link.server.ts";
import { writeSearchText } from "#app/server/claims/search-text.server.ts";
import { hashOfAddress } from "#app/server/messages/stopped-address.server.ts";
import type { Transaction } from "#app/server/platform/database/client.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { type CorrectedDetails, groupsOf } from "./detail-fields.server.ts";

export type ChangesToApply = {
  readonly owner: { readonly creditorId: string; readonly debtorId: string };
  readonly changes: CorrectedDetails;
  readonly actor: string;
};

/**
 * Makes the details as they should be. What else was asked of the old ones is over, and links that went to a mail address or a
 * phone which is not the debtor's any more open nothing. The caller holds the debtor and tells.
 */
export async function applyChanges(
  tx: Transaction,
  services: Pick<Services, "clock">,
  { owner, changes, actor }: ChangesToApply,
): Promise<void> {
  const { creditorId, debtorId } = owner;
  const at = services.clock.now();
  const before = await tx.debtor.findFirst({ where: { id: debtorId, creditorId }, select: { email: true, phone: true, country: true } }); // prettier-ignore
  // Forms take an address without a country for a Dutch one, and so must be what is stored.
  const dutch = groupsOf(changes).includes("address") && before?.country === null ? { country: "NL" } : {};
  await tx.debtor.update({ where: { id: debtorId, creditorId }, data: { ...dutch, ...changes, updatedAt: at } });
  if (changes.email !== undefined) await writeSearchText(tx, { creditorId, debtorId });
  await tx.detailsChange.updateMany({
    where: { creditorId, debtorId, confirmedAt: null, refusedAt: null },
    data: { expiresAt: at },
  });
  for (const field of ["email", "phone"] as const) {
    const [old, wanted] = [before?.[field], changes[field]];
    if (!old || wanted === undefined) continue;
    const addressHash = hashOfAddress(owner, old);
    // Spelled in another way it is the same mailbox.
    if (wanted !== null && hashOfAddress(owner, wanted) === addressHash) continue;
    await revokeMailedLinks(tx, services, { owner, addressHash, actor });
  }
}
