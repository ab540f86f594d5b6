import { createHmac } from "node:crypto";
import { hmacSecrets, type KeyRing } from "#app/server/platform/crypto/key-ring.server.ts";
import type { Transaction } from "#app/server/platform/database/client.server.ts";
import type { Services } from "#app/server/services.server.ts";

type Owner = { readonly creditorId: string; readonly debtorId: string };

/**
 * Nothing goes to that address about this debtor any more: somebody there said that it is not for them. Mail that waits is
 * not sent, and what was asked of the address cannot be answered from there.
 */
export async function stopAddress(
  tx: Transaction,
  services: Pick<Services, "clock" | "keys">,
  { owner, address }: { owner: Owner; address: string },
): Promise<void> {
  const { creditorId, debtorId } = owner;
  const [addressHash = ""] = addressHashes(services.keys, address);
  const data = { creditorId, debtorId, addressHash, createdAt: services.clock.now() };
  await tx.stoppedAddress.createMany({ skipDuplicates: true, data });
  const claims = await tx.claim.findMany({ where: { creditorId, debtorId }, select: { id: true } });
  await tx.outgoingMail.updateMany({
    where: {
      creditorId,
      claimId: { in: claims.map(({ id }) => id) },
      recipient: { equals: address, mode: "insensitive" },
      status: "pending",
    },
    data: { status: "failed", failure: "address stopped", text: "", html: "" },
  });
  await tx.detailsChange.updateMany({
    where: { creditorId, debtorId, confirmedAt: null, refusedAt: null },
    data: { expiresAt: data.createdAt },
  });
}

export async function isStoppedAddress(
  tx: Transaction,
  services: Pick<Services, "keys">,
  { owner, address }: { owner: Owner; address: string },
): Promise<boolean> {
  const { creditorId, debtorId } = owner;
  const addressHash = { in: addressHashes(services.keys, address) };
  return (await tx.stoppedAddress.count({ where: { creditorId, debtorId, addressHash } })) > 0;
}

/** Keyed, because addresses are soon guessed; under each key of the ring, the newest first. */
function addressHashes(keys: KeyRing, address: string): string[] {
  const text = address.trim().toLowerCase();
  return hmacSecrets(keys, "stopped-address").map((secret) => createHmac("sha256", secret).update(text).digest("hex"));
}
