import type { DebtorGrant } from "#app/server/access/debtor-session.server.ts";
import type { OpenableLink } from "#app/server/access/link-record.server.ts";
import type { Services } from "#app/server/services.server.ts";

/** The link that a session was opened by. */
export async function findOwnLink(
  services: Services,
  { creditorId, debtorId, linkId }: DebtorGrant,
): Promise<OpenableLink | null> {
  const link = await services.database.prisma.link.findFirst({
    where: { id: linkId, creditorId },
    select: { id: true, claimId: true, helperId: true, channel: true, addressHash: true },
  });
  return link && { ...link, creditorId, debtorId };
}
