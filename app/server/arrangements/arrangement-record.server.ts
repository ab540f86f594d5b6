import type { ArrangementStatus } from "#app/domain/arrangement/arrangement-state.ts";
import type { ArrangementMethod, ArrangementPolicy, Frequency, PayDay } from "#app/domain/arrangement/policy.ts";
import type { Rhythm } from "#app/domain/arrangement/plan-changes.ts";
import type { PlannedInstalment } from "#app/domain/arrangement/follow-plan.ts";
import type { SentStep } from "#app/domain/arrangement/missed.ts";
import type { Schedule } from "#app/domain/arrangement/schedule.ts";
import type { LocalDate } from "#app/domain/calendar.ts";
import { asCents, type Cents } from "#app/domain/money.ts";
import { type ClaimRecord, lockClaim } from "#app/server/claims/claim-record.server.ts";
import { fromDateColumn } from "#app/server/platform/clock/clock.server.ts";
import type { Transaction } from "#app/server/platform/database/client.server.ts";
import type { Prisma } from "#app/server/platform/prisma/client.ts";
import { readStoredPolicy } from "./arrangement-policy.server.ts";
import { readPayDay, readSchedule } from "./offer-json.server.ts";

export type Offer = {
  readonly version: number;
  readonly by: "debtor" | "creditor";
  readonly schedule: Schedule;
  readonly frequency: Frequency | null;
  readonly payDay: PayDay | null;
  readonly total: Cents;
  readonly message: string;
  readonly validUntil: LocalDate | null;
  readonly wish: unknown;
  readonly createdAt: Date;
};

/** An arrangement as it is stored, with its newest offer. */
export type ArrangementRecord = {
  readonly id: string;
  readonly creditorId: string;
  readonly debtorId: string;
  readonly status: ArrangementStatus;
  readonly version: number;
  readonly language: string;
  readonly policy: ArrangementPolicy;
  readonly claimIds: readonly string[];
  readonly offer: Offer;
  readonly decideBefore: LocalDate | null;
  readonly validUntil: LocalDate | null;
  /** Given up when the plan is paid: costs, and of the rest. */
  readonly waivedCosts: Cents;
  readonly discount: Cents;
  readonly method: ArrangementMethod;
  readonly reason: { readonly code: string | null; readonly text: string };
  readonly reviewReasons: readonly { readonly code: string; readonly params: Readonly<Record<string, unknown>> }[];
  readonly decidedBy: string | null;
  readonly decisionText: string | null;
  readonly acceptedOn: LocalDate | null;
  readonly acceptedAt: Date | null;
  readonly acceptedTotal: Cents | null;
  readonly lastLetterOn: LocalDate | null;
  readonly lastSkipOn: LocalDate | null;
  readonly creditorTold: boolean;
  readonly createdAt: Date;
  readonly endedAt: Date | null;
  readonly instalments: readonly StoredInstalment[];
  readonly notices: readonly SentStep[];
  readonly mandate: { readonly id: string; readonly status: "pending" | "valid" | "withdrawn" | "invalid" } | null;
};

export type StoredInstalment = PlannedInstalment & { readonly paidOn: LocalDate | null };

const columns = {
  claims: { select: { claimId: true }, orderBy: { claimId: "asc" } },
  offers: { orderBy: { version: "desc" }, take: 1 },
  instalments: { orderBy: { seq: "asc" } },
  notices: true,
  mandate: { select: { id: true, status: true } },
} satisfies Prisma.ArrangementInclude;

type Row = Prisma.ArrangementGetPayload<{ include: typeof columns }>;

/** The arrangements of one creditor that fit, newest first. */
export async function findArrangements(
  tx: Transaction,
  where: Prisma.ArrangementWhereInput & { creditorId: string },
  take?: number,
): Promise<ArrangementRecord[]> {
  const rows = await tx.arrangement.findMany({ where, include: columns, orderBy: { id: "desc" }, ...(take === undefined ? {} : { take }) }); // prettier-ignore
  return rows.map(toRecord);
}

/** An arrangement of this creditor, or null: somebody else's is as absent as one that never was. */
export async function findArrangement(
  tx: Transaction,
  { creditorId, arrangementId }: { creditorId: string; arrangementId: string },
): Promise<ArrangementRecord | null> {
  const row = await tx.arrangement.findFirst({ where: { id: arrangementId, creditorId }, include: columns });
  return row && toRecord(row);
}

export type LockedArrangement = { readonly arrangement: ArrangementRecord; readonly claims: readonly ClaimRecord[] };

/** As `findArrangement`, and holds its claims, in the order of their ids, and then itself until the transaction ends. */
export async function lockArrangement(
  tx: Transaction,
  scope: { creditorId: string; arrangementId: string },
): Promise<LockedArrangement | null> {
  const found = await tx.arrangementClaim.findMany({
    where: { arrangementId: scope.arrangementId, creditorId: scope.creditorId },
    select: { claimId: true },
  });
  const claims = await lockClaims(tx, { creditorId: scope.creditorId, claimIds: found.map(({ claimId }) => claimId) });
  await tx.$queryRaw`SELECT id FROM arrangement WHERE id = ${scope.arrangementId} AND creditor_id = ${scope.creditorId} FOR UPDATE`;
  const arrangement = await findArrangement(tx, scope);
  return arrangement && { arrangement, claims };
}

/** Holds claims of one creditor in the order of their ids; one that is not there is left out. */
export async function lockClaims(
  tx: Transaction,
  { creditorId, claimIds }: { creditorId: string; claimIds: readonly string[] },
): Promise<ClaimRecord[]> {
  const claims: ClaimRecord[] = [];
  for (const claimId of [...claimIds].sort()) {
    const claim = await lockClaim(tx, { creditorId, claimId });
    if (claim) claims.push(claim);
  }
  return claims;
}

/** The table that was agreed on: the offer, with the days as they were on the day of acceptance. */
export function agreedSchedule({ offer, instalments }: Pick<ArrangementRecord, "offer" | "instalments">): Schedule {
  if (instalments.length === 0) return offer.schedule;
  return instalments.map(({ seq, originalDueOn: dueOn, amount }) => ({ seq, dueOn, amount }));
}

/** How often a plan is paid; a plan that somebody drew up by hand goes on by the month. */
export function rhythmOf({ offer }: Pick<ArrangementRecord, "offer">): Rhythm {
  return { frequency: offer.frequency ?? "monthly", payDay: offer.payDay };
}

const day = (column: Date | null): LocalDate | null => column && fromDateColumn(column);

function toRecord(row: Row): ArrangementRecord {
  const [newest] = row.offers;
  if (newest === undefined) throw new Error(`arrangement ${row.id} has no offer`);
  return {
    id: row.id,
    creditorId: row.creditorId,
    debtorId: row.debtorId,
    status: row.status,
    version: row.version,
    language: row.language,
    policy: readStoredPolicy(row.policy),
    claimIds: row.claims.map(({ claimId }) => claimId),
    offer: {
      version: newest.version,
      by: newest.by,
      schedule: readSchedule(newest.schedule),
      frequency: newest.frequency as Frequency | null,
      payDay: readPayDay(newest.payDay),
      total: asCents(newest.total),
      message: newest.message,
      validUntil: day(newest.validUntil),
      wish: newest.wish,
      createdAt: newest.createdAt,
    },
    decideBefore: day(row.decideBefore),
    validUntil: day(row.validUntil),
    waivedCosts: asCents(row.waivedCosts),
    discount: asCents(row.discount),
    method: row.paymentMethod,
    reason: { code: row.reasonCode, text: row.reasonText ?? "" },
    reviewReasons: row.reviewReasons as unknown as ArrangementRecord["reviewReasons"],
    decidedBy: row.decidedBy,
    decisionText: row.decisionText,
    acceptedOn: day(row.acceptedOn),
    acceptedAt: row.acceptedAt,
    acceptedTotal: row.acceptedTotal === null ? null : asCents(row.acceptedTotal),
    lastLetterOn: day(row.lastLetterOn),
    lastSkipOn: day(row.lastSkipOn),
    creditorTold: row.creditorTold,
    createdAt: row.createdAt,
    endedAt: row.endedAt,
    instalments: row.instalments.map((instalment) => ({
      seq: instalment.seq,
      dueOn: fromDateColumn(instalment.dueOn),
      amount: asCents(instalment.amount),
      originalDueOn: fromDateColumn(instalment.originalDueOn),
      movedFrom: day(instalment.movedFrom),
      postponed: instalment.postponed,
      skipped: instalment.skipped,
      paidOn: day(instalment.paidOn),
    })),
    notices: row.notices.flatMap(({ kind, seq, dueOn }) =>
      kind === "debit_announced" || kind === "debit_failed" ? [] : [{ kind, seq, dueOn: fromDateColumn(dueOn) }],
    ),
    mandate: row.mandate,
  };
}
