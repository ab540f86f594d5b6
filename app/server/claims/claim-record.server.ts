import type { ClaimStatus } from "#app/domain/claim.ts";
import type { ClaimTerms, CollectionCostsTerms, InterestTerms, Period } from "#app/domain/claim-terms.ts";
import { asCents } from "#app/domain/money.ts";
import { parsePercent } from "#app/domain/rate.ts";
import { fromDateColumn } from "#app/server/platform/clock/clock.server.ts";
import type { Transaction } from "#app/server/platform/database/client.server.ts";

/** A claim as the rules need it: its terms, and what names it. */
export type ClaimRecord = {
  readonly id: string;
  readonly creditorId: string;
  readonly debtorId: string;
  readonly reference: string;
  readonly status: ClaimStatus;
  readonly closedAt: Date | null;
  readonly terms: ClaimTerms;
};

const columns = {
  id: true,
  creditorId: true,
  debtorId: true,
  reference: true,
  status: true,
  closedAt: true,
  kind: true,
  interestType: true,
  interestRate: true,
  costsType: true,
  fixedCosts: true,
  noticeDeliveredOn: true,
  holds: { select: { kind: true, fromOn: true, toOn: true } },
  waiveRemainderBelow: true,
  creditor: { select: { canDeductVat: true } },
} as const;

/** Reads a claim of this creditor, or null: somebody else's is as absent as one that never was. */
export async function findClaim(
  tx: Transaction,
  scope: { creditorId: string; claimId: string },
): Promise<ClaimRecord | null> {
  const row = await tx.claim.findFirst({ where: { id: scope.claimId, creditorId: scope.creditorId }, select: columns });
  return row && toRecord(row);
}

/** Those of this creditor among several claims, in no order. */
export async function findClaims(
  tx: Transaction,
  { creditorId, claimIds }: { creditorId: string; claimIds: readonly string[] },
): Promise<readonly ClaimRecord[]> {
  const rows = await tx.claim.findMany({ where: { creditorId, id: { in: [...claimIds] } }, select: columns });
  return rows.map(toRecord);
}

/** As `findClaim`, and holds the claim until the transaction ends. Several claims are locked in the order of their ids. */
export async function lockClaim(
  tx: Transaction,
  scope: { creditorId: string; claimId: string },
): Promise<ClaimRecord | null> {
  await tx.$queryRaw`SELECT id FROM claim WHERE id = ${scope.claimId} AND creditor_id = ${scope.creditorId} FOR UPDATE`;
  return findClaim(tx, scope);
}

type Row = {
  id: string;
  creditorId: string;
  debtorId: string;
  reference: string;
  status: ClaimStatus;
  closedAt: Date | null;
  creditor: { canDeductVat: boolean };
  holds: { kind: Hold["kind"]; fromOn: Date; toOn: Date | null }[];
} & TermsColumns;

/** Days on which no interest runs or no further costs fall due, for example while an arrangement runs. */
export type Hold = { readonly kind: "interest" | "costs"; readonly period: Period };

type TermsColumns = {
  kind: "consumer" | "commercial";
  interestType: "statutory" | "contractual" | "none";
  interestRate: string | null;
  costsType: "statutory" | "fixed" | "none";
  fixedCosts: bigint | null;
  noticeDeliveredOn: Date | null;
  waiveRemainderBelow: bigint;
};

function toRecord(row: Row): ClaimRecord {
  const { id, creditorId, debtorId, reference, status, closedAt } = row;
  const holds = row.holds.map(({ kind, fromOn, toOn }) => ({
    kind,
    period: { from: fromDateColumn(fromOn), to: toOn && fromDateColumn(toOn) },
  }));
  return { id, creditorId, debtorId, reference, status, closedAt, terms: toTerms({ ...row, holds }, row.creditor) };
}

export function toTerms(
  row: TermsColumns & { readonly holds: readonly Hold[] },
  creditor: { canDeductVat: boolean },
): ClaimTerms {
  return {
    kind: row.kind,
    interest: interestTerms(row),
    collectionCosts: costsTerms(row),
    canDeductVat: creditor.canDeductVat,
    waiveCostsIfRemainderBelow: asCents(row.waiveRemainderBelow),
    interestFrozen: row.holds.filter(({ kind }) => kind === "interest").map(({ period }) => period),
    costsHeld: row.holds.filter(({ kind }) => kind === "costs").map(({ period }) => period),
  };
}

function interestTerms(row: TermsColumns): InterestTerms {
  if (row.interestType !== "contractual") return { type: row.interestType };
  const rate = parsePercent(row.interestRate ?? "");
  if (!rate.ok) throw new Error("a contractual rate is stored that cannot be read");
  return { type: "contractual", rate: rate.value };
}

function costsTerms(row: TermsColumns): CollectionCostsTerms {
  if (row.costsType === "none") return { type: "none" };
  const noticeDeliveredOn = row.noticeDeliveredOn && fromDateColumn(row.noticeDeliveredOn);
  if (row.costsType === "statutory") return { type: "statutory", noticeDeliveredOn };
  return { type: "fixed", amount: asCents(row.fixedCosts ?? 0n), noticeDeliveredOn };
}
