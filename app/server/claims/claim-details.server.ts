import type { ClaimStatus } from "#app/domain/claim.ts";
import type { Transaction } from "#app/server/platform/database/client.server.ts";
import type { Prisma } from "#app/server/platform/prisma/client.ts";

/** A claim with its debtor and invoices, as its creditor sees it. */
export type ClaimDetails = NonNullable<Awaited<ReturnType<typeof findClaimDetails>>>;

export type ClaimSearch = {
  readonly creditorId: string;
  readonly status?: ClaimStatus;
  readonly updatedSince?: Date;
  /** Part of a reference, an invoice number, or the debtor's name, mail address or reference, in any case. */
  readonly q?: string;
  /** Id of the last claim of the page before. */
  readonly after?: string;
  readonly limit: number;
};

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

/** Newest first; ids sort by the time they were made. Answers up to `limit` + 1, the last to show that there are more. */
export function searchClaims(tx: Transaction, search: ClaimSearch): Promise<ClaimDetails[]> {
  const { creditorId, status, updatedSince, q, after, limit } = search;
  return tx.claim.findMany({
    where: {
      creditorId,
      ...(status === undefined ? {} : { status }),
      ...(updatedSince === undefined ? {} : { updatedAt: { gte: updatedSince } }),
      ...(after === undefined ? {} : { id: { lt: after } }),
      ...(q === undefined ? {} : { OR: anywhere(q) }),
    },
    orderBy: { id: "desc" },
    take: limit + 1,
    select: columns,
  });
}

function anywhere(q: string) {
  const contains = { contains: q.replace(/[\\%_]/g, "\\$&"), mode: "insensitive" as const };
  return [
    { reference: contains },
    { paymentReference: contains },
    { invoices: { some: { number: contains } } },
    { debtor: { OR: [{ name: contains }, { email: contains }, { reference: contains }] } },
  ];
}
