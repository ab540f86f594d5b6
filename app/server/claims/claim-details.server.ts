import type { Transaction } from "#app/server/platform/database/client.server.ts";
import type { Prisma } from "#app/server/platform/prisma/client.ts";
import { type ClaimSearch, findClaimIds } from "./find-claim-ids.server.ts";

/** A claim with its debtor and invoices, as its creditor sees it. */
export type ClaimDetails = NonNullable<Awaited<ReturnType<typeof findClaimDetails>>>;

const columns = {
  id: true,
  reference: true,
  kind: true,
  status: true,
  description: true,
  interestType: true,
  interestRate: true,
  costsType: true,
  fixedCosts: true,
  noticeDeliveredOn: true,
  metadata: true,
  paymentReference: true,
  createdAt: true,
  updatedAt: true,
  pauses: { where: { endedAt: null }, select: { reason: true, untilOn: true, startedOn: true }, take: 1 },
  debtor: {
    select: {
      id: true,
      reference: true,
      type: true,
      name: true,
      email: true,
      phone: true,
      language: true,
      channel: true,
      companyNumber: true,
      street: true,
      houseNumber: true,
      addressLine2: true,
      postalCode: true,
      city: true,
      country: true,
    },
  },
  invoices: {
    select: { id: true, number: true, issuedOn: true, dueOn: true, amount: true, description: true },
    orderBy: [{ dueOn: "asc" }, { number: "asc" }],
  },
} satisfies Prisma.ClaimSelect;

export function findClaimDetails(tx: Transaction, scope: { creditorId: string; claimId: string }) {
  return tx.claim.findFirst({ where: { id: scope.claimId, creditorId: scope.creditorId }, select: columns });
}

/** Newest first. Answers up to `limit` + 1, the last to show that there are more. */
export async function searchClaims(tx: Transaction, search: ClaimSearch): Promise<ClaimDetails[]> {
  const ids = await findClaimIds(tx, search);
  if (ids.length === 0) return [];
  return tx.claim.findMany({
    where: { creditorId: search.creditorId, id: { in: [...ids] } },
    orderBy: { id: "desc" },
    select: columns,
  });
}
