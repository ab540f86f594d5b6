import type { ClaimStatus } from "#app/domain/claim.ts";
import type { Cents } from "#app/domain/money.ts";
import { preferredChannel, type PreferredChannel } from "#app/domain/preferred-channel.ts";
import { findClaim } from "#app/server/claims/claim-record.server.ts";
import { claimStatement } from "#app/server/claims/claim-statement.server.ts";
import type { Services } from "#app/server/services.server.ts";

/** Who owes, as the creditor's people see it. */
export type OwingDebtor = {
  readonly name: string;
  readonly reference: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly address: string | null;
  /** How the debtor asked to be reached. */
  readonly channel: PreferredChannel | null;
};

/** A claim and what is open on it today. */
export type OwedClaim = {
  readonly id: string;
  readonly reference: string;
  readonly description: string;
  readonly status: ClaimStatus;
  readonly open: Cents;
};

export async function loadOwingDebtor(
  services: Services,
  { creditorId, debtorId }: { creditorId: string; debtorId: string },
): Promise<OwingDebtor> {
  const debtor = await services.database.prisma.debtor.findFirstOrThrow({
    where: { id: debtorId, creditorId },
    select: { name: true, reference: true, email: true, phone: true, channel: true, street: true, houseNumber: true, postalCode: true, city: true }, // prettier-ignore
  });
  const { name, reference, email, phone, channel, street, houseNumber, postalCode, city } = debtor;
  const lines = [
    [street, houseNumber],
    [postalCode, city],
  ].map((line) => line.filter((part) => part !== null).join(" "));
  const address = lines.filter((line) => line !== "").join(", ");
  return {
    name,
    reference,
    email,
    phone,
    channel: preferredChannel(channel),
    address: address === "" ? null : address,
  };
}

export async function loadOwedClaims(
  services: Services,
  { creditorId, claimIds }: { creditorId: string; claimIds: readonly string[] },
): Promise<OwedClaim[]> {
  const { prisma } = services.database;
  const rows = await prisma.claim.findMany({ where: { creditorId, id: { in: [...claimIds] } }, select: { id: true, description: true } }); // prettier-ignore
  const descriptions = new Map(rows.map(({ id, description }) => [id, description]));
  const claims: OwedClaim[] = [];
  for (const claimId of claimIds) {
    const claim = await findClaim(prisma, { creditorId, claimId });
    if (!claim) continue;
    const { open } = await claimStatement(prisma, claim, services.clock.today());
    claims.push({
      id: claimId,
      reference: claim.reference,
      description: descriptions.get(claimId) ?? "",
      status: claim.status,
      open,
    });
  }
  return claims;
}
