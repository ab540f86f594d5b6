import { z } from "zod";
import type { LocalDate } from "#app/domain/calendar.ts";
import type { DisputeGround } from "#app/domain/dispute/grounds.ts";
import type { DisputeOutcome, DisputeStatus } from "#app/domain/dispute/dispute-state.ts";
import type { Disputed, DisputeScope } from "#app/domain/dispute/scope.ts";
import { asCents, type Cents } from "#app/domain/money.ts";
import { type ClaimRecord, lockClaim } from "#app/server/claims/claim-record.server.ts";
import { fromDateColumn } from "#app/server/platform/clock/clock.server.ts";
import type { Transaction } from "#app/server/platform/database/client.server.ts";
import type { Prisma } from "#app/server/platform/prisma/client.ts";

/** What the questions of a ground were answered with; today only "already paid" asks any. */
export type DisputeAnswers = {
  readonly paidOn?: LocalDate;
  readonly paidAmount?: Cents;
  /** The last characters of an account. */
  readonly fromAccount?: string;
  readonly toAccount?: string;
};

export type DisputeRecord = {
  readonly id: string;
  readonly creditorId: string;
  readonly claimId: string;
  readonly debtorId: string;
  readonly status: DisputeStatus;
  readonly ground: DisputeGround;
  readonly scope: DisputeScope;
  /** Open on the disputed part when it was opened. */
  readonly disputed: Disputed;
  readonly amount: Cents;
  readonly openedOn: LocalDate;
  readonly answers: DisputeAnswers;
  readonly text: string;
  readonly language: string;
  readonly answerBefore: LocalDate;
  readonly debtorAnswerBefore: LocalDate | null;
  readonly outcome: DisputeOutcome | null;
  readonly explanation: string | null;
  readonly credited: Cents;
  readonly decidedBy: string | null;
  readonly creditorTold: number;
  readonly createdAt: Date;
  readonly endedAt: Date | null;
};

type Scope = { readonly creditorId: string; readonly disputeId: string };

/** A dispute of this creditor, or null: somebody else's is as absent as one that never was. */
export async function findDispute(tx: Transaction, { creditorId, disputeId }: Scope): Promise<DisputeRecord | null> {
  const row = await tx.dispute.findFirst({ where: { id: disputeId, creditorId } });
  return row && toDispute(row);
}

/** The disputes of one creditor that fit, newest first. */
export async function findDisputes(
  tx: Pick<Transaction, "dispute">,
  where: Prisma.DisputeWhereInput & { creditorId: string },
  take?: number,
): Promise<DisputeRecord[]> {
  const rows = await tx.dispute.findMany({ where, orderBy: { id: "desc" }, ...(take === undefined ? {} : { take }) });
  return rows.map(toDispute);
}

export type LockedDispute = { readonly dispute: DisputeRecord; readonly claim: ClaimRecord };

/** As `findDispute`, and holds its claim and then itself until the transaction ends. */
export async function lockDispute(tx: Transaction, scope: Scope): Promise<LockedDispute | null> {
  const found = await findDispute(tx, scope);
  const claim = found && (await lockClaim(tx, { creditorId: scope.creditorId, claimId: found.claimId }));
  if (!claim) return null;
  const dispute = await findDispute(tx, scope);
  return dispute && { dispute, claim };
}

type Row = Prisma.DisputeGetPayload<object>;

function toDispute(row: Row): DisputeRecord {
  return {
    ...row,
    ground: row.ground as DisputeGround,
    scope: scopeSchema.parse(row.scope),
    disputed: disputedSchema.parse(row.disputed),
    amount: asCents(row.amount),
    openedOn: fromDateColumn(row.openedOn),
    answers: readAnswers(row.answers),
    answerBefore: fromDateColumn(row.answerBefore),
    debtorAnswerBefore: row.debtorAnswerBefore && fromDateColumn(row.debtorAnswerBefore),
    credited: asCents(row.credited),
  };
}

/** Amounts are stored as whole cents in text. */
const cents = z.string().transform((text) => asCents(BigInt(text)));

const scopeSchema: z.ZodType<DisputeScope> = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("whole") }),
  z.object({ kind: z.literal("parts"), invoices: z.array(z.string()), interest: z.boolean(), costs: z.boolean() }),
  z.object({ kind: z.literal("amount"), amount: cents }),
]);

const disputedSchema: z.ZodType<Disputed> = z.object({
  invoices: z.array(z.object({ id: z.string(), amount: cents })),
  interest: cents,
  costs: cents,
});

const answersSchema = z.object({
  paidOn: z.string().optional(),
  paidAmount: cents.optional(),
  fromAccount: z.string().optional(),
  toAccount: z.string().optional(),
});

function readAnswers(stored: unknown): DisputeAnswers {
  const { paidOn, paidAmount, fromAccount, toAccount } = answersSchema.parse(stored);
  return {
    ...(paidOn === undefined ? {} : { paidOn: paidOn as LocalDate }),
    ...(paidAmount === undefined ? {} : { paidAmount }),
    ...(fromAccount === undefined ? {} : { fromAccount }),
    ...(toAccount === undefined ? {} : { toAccount }),
  };
}

export function scopeColumn(scope: DisputeScope): Prisma.InputJsonObject {
  switch (scope.kind) {
    case "whole":
      return { kind: "whole" };
    case "parts":
      return { ...scope, invoices: [...scope.invoices] };
    case "amount":
      return { kind: "amount", amount: String(scope.amount) };
  }
}

export function disputedColumn({ invoices, interest, costs }: Disputed): Prisma.InputJsonObject {
  return {
    invoices: invoices.map(({ id, amount }) => ({ id, amount: String(amount) })),
    interest: String(interest),
    costs: String(costs),
  };
}

export function answersColumn({ paidAmount, ...answers }: DisputeAnswers): Prisma.InputJsonObject {
  return { ...answers, ...(paidAmount === undefined ? {} : { paidAmount: String(paidAmount) }) };
}
