import type { ClaimStatus } from "#app/domain/claim.ts";
import type { Cents } from "#app/domain/money.ts";
import type { CreditorGrant } from "#app/server/access/creditor-session.server.ts";
import { type ClaimRecord, findClaim } from "#app/server/claims/claim-record.server.ts";
import { claimStatement } from "#app/server/claims/claim-statement.server.ts";
import type { Services } from "#app/server/services.server.ts";

/** What the page of an act on a claim says of it. */
export type ClaimHead = {
  readonly id: string;
  readonly reference: string;
  readonly debtor: string;
  /** Where a link can be mailed. */
  readonly email: string | null;
  readonly status: ClaimStatus;
  readonly open: Cents;
  readonly invoices: readonly { readonly id: string; readonly number: string }[];
};

/** A claim of the user's creditor with its record, or null. */
export async function loadClaimHead(
  services: Services,
  { grant, claimId }: { grant: CreditorGrant; claimId: string },
): Promise<{ head: ClaimHead; claim: ClaimRecord } | null> {
  const { creditorId } = grant;
  const { prisma } = services.database;
  const claim = await findClaim(prisma, { creditorId, claimId });
  if (!claim) return null;
  const { open } = await claimStatement(prisma, claim, services.clock.today());
  const row = await prisma.claim.findFirstOrThrow({
    where: { id: claimId, creditorId },
    select: {
      debtor: { select: { name: true, email: true } },
      invoices: { select: { id: true, number: true }, orderBy: [{ dueOn: "asc" }, { number: "asc" }] },
    },
  });
  const { reference, status } = claim;
  const { name: debtor, email } = row.debtor;
  return { head: { id: claimId, reference, debtor, email, status, open, invoices: row.invoices }, claim };
}
