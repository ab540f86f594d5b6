import { createHash } from "node:crypto";
import type { Transaction } from "#app/server/platform/database/client.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { stopWaiting } from "./stop-waiting.server.ts";

type Owner = { readonly creditorId: string; readonly debtorId: string };

/** A mail address or phone number as links and stops remember it, the same whatever keys the application has. */
export function hashOfAddress({ creditorId, debtorId }: Owner, address: string): string {
  return createHash("sha256").update(`${creditorId} ${debtorId} ${address.trim().toLowerCase()}`).digest("hex");
}

/** As `stopHashedAddress`, of an address that is known. */
export async function stopAddress(
  tx: Transaction,
  services: Pick<Services, "clock">,
  { owner, address }: { owner: Owner; address: string },
): Promise<void> {
  await stopHashedAddress(tx, services, { owner, addressHash: hashOfAddress(owner, address) });
}

/**
 * Nothing goes to that address about this debtor any more: somebody there said that it is not for them. What waits for it is
 * not sent, and its creditor is told; what was asked of the address cannot be answered from there.
 */
export async function stopHashedAddress(
  tx: Transaction,
  services: Pick<Services, "clock">,
  { owner, addressHash }: { owner: Owner; addressHash: string },
): Promise<void> {
  const { creditorId, debtorId } = owner;
  const at = services.clock.now();
  const data = { creditorId, debtorId, addressHash, createdAt: at };
  await tx.stoppedAddress.createMany({ skipDuplicates: true, data });
  const isStopped = (recipient: string) => hashOfAddress(owner, recipient) === addressHash;
  await stopWaiting(tx, services, { creditorId, debtorId, isStopped });
  const debtor = await tx.debtor.findFirst({ where: { id: debtorId, creditorId }, select: { email: true } });
  if (!debtor?.email || !isStopped(debtor.email)) return;
  await tx.detailsChange.updateMany({
    where: { creditorId, debtorId, confirmedAt: null, refusedAt: null },
    data: { expiresAt: at },
  });
}

/** The creditor knows the address to be right: mail or text messages go there again. */
export async function resumeAddress(
  tx: Transaction,
  { owner, address }: { owner: Owner; address: string },
): Promise<void> {
  const { creditorId, debtorId } = owner;
  const addressHash = hashOfAddress(owner, address);
  await tx.stoppedAddress.deleteMany({ where: { creditorId, debtorId, addressHash } });
  await tx.unusableNumber.deleteMany({ where: { creditorId, debtorId, addressHash } });
}

export async function isStoppedAddress(
  tx: Transaction,
  { owner, address }: { owner: Owner; address: string },
): Promise<boolean> {
  const { creditorId, debtorId } = owner;
  const addressHash = hashOfAddress(owner, address);
  return (await tx.stoppedAddress.count({ where: { creditorId, debtorId, addressHash } })) > 0;
}
