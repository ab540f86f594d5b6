import { type Iban, type IbanError, parseIban, printIban } from "#app/domain/bank-transfer/iban.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import { appendAudit } from "#app/server/audit/append-audit.server.ts";
import { newId } from "#app/server/platform/crypto/random-id.server.ts";
import type { Transaction } from "#app/server/platform/database/client.server.ts";
import { lockName } from "#app/server/platform/database/lock-name.server.ts";
import { inTransaction } from "#app/server/platform/database/transaction.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { mailBankChange } from "./bank-change-mail.server.ts";

/** How long a new account waits, so that every owner can stop one that somebody else's hands typed. */
export const BANK_CHANGE_WAITS_MS = 48 * 60 * 60 * 1000;

/** The longest name that fits in an EPC QR (EPC069-12) and a SEPA transfer. */
const LONGEST_NAME = 70;

export type BankAccount = { readonly iban: string; readonly accountHolder: string };

export type BankChange = BankAccount & {
  readonly id: string;
  readonly askedBy: string;
  readonly askedAt: Date;
  readonly appliesAt: Date;
};

export type BankChangeRefusal =
  | IbanError
  /** waits_already: one change at a time. same: it is the account already. */
  | { readonly kind: "holder_missing" | "holder_too_long" | "waits_already" | "same" };

type Order = {
  readonly creditorId: string;
  readonly iban: string;
  readonly accountHolder: string;
  readonly actor: string;
};

/** Asks for another account. Debtors see the old one for 48 hours more, and every owner is told at once how to stop it. */
export async function askBankChange(services: Services, order: Order): Promise<Result<BankChange, BankChangeRefusal>> {
  const { creditorId, actor } = order;
  const accountHolder = order.accountHolder.trim().replace(/\s+/g, " ");
  const iban = parseIban(order.iban);
  if (!iban.ok) return iban;
  if (accountHolder === "") return err({ kind: "holder_missing" });
  if (accountHolder.length > LONGEST_NAME) return err({ kind: "holder_too_long" });
  const now = services.clock.now();
  return inTransaction(services.database, async (tx) => {
    await lockName(tx, `bank-change:${creditorId}`);
    const account = await accountOf(tx, creditorId);
    if (account.iban === iban.value && account.accountHolder === accountHolder) return err({ kind: "same" });
    if (await findWaitingChange(tx, creditorId)) return err({ kind: "waits_already" });
    const appliesAt = new Date(now.getTime() + BANK_CHANGE_WAITS_MS);
    const change = { id: newId("bch", now), iban: iban.value, accountHolder, askedBy: actor, askedAt: now, appliesAt };
    await tx.bankChange.create({ data: { ...change, creditorId } });
    await mailBankChange(tx, services, { creditorId, change, news: "asked", before: account });
    const data = { from: endOf(account.iban), to: endOf(iban.value), appliesAt: appliesAt.toISOString() };
    appendAudit(tx, creditorId, { at: now, actor, action: "bank_account.change_asked", subject: change.id, data });
    return ok(change);
  });
}

/** Stops a change that waits. not_waiting: it was stopped already, or it took effect. */
export async function cancelBankChange(
  services: Services,
  { creditorId, changeId, actor }: { creditorId: string; changeId: string; actor: string },
): Promise<Result<null, { readonly kind: "not_found" | "not_waiting" }>> {
  const now = services.clock.now();
  return inTransaction(services.database, async (tx) => {
    await lockName(tx, `bank-change:${creditorId}`);
    const change = await tx.bankChange.findFirst({ where: { id: changeId, creditorId } });
    if (!change) return err({ kind: "not_found" });
    if (change.appliedAt !== null || change.cancelledAt !== null) return err({ kind: "not_waiting" });
    await tx.bankChange.update({ where: { id: changeId }, data: { cancelledAt: now, cancelledBy: actor } });
    await mailBankChange(tx, services, {
      creditorId,
      change,
      news: "cancelled",
      before: await accountOf(tx, creditorId),
    });
    appendAudit(tx, creditorId, { at: now, actor, action: "bank_account.change_cancelled", subject: changeId });
    return ok(null);
  });
}

/** Lets the changes take effect that waited long enough, at most `limit`. Answers how many. */
export async function applyBankChanges(services: Services, limit: number): Promise<number> {
  const now = services.clock.now();
  const due = await services.database.prisma.bankChange.findMany({
    where: { appliedAt: null, cancelledAt: null, appliesAt: { lte: now } },
    orderBy: { appliesAt: "asc" },
    take: limit,
    select: { id: true, creditorId: true },
  });
  for (const { id, creditorId } of due) {
    await inTransaction(services.database, (tx) => applyOne(tx, services, { id, creditorId, now }));
  }
  return due.length;
}

async function applyOne(
  tx: Transaction,
  services: Services,
  { id, creditorId, now }: { id: string; creditorId: string; now: Date },
): Promise<void> {
  await lockName(tx, `bank-change:${creditorId}`);
  // Another worker may have been first, and an owner may have stopped it at this very moment.
  const change = await tx.bankChange.findFirst({ where: { id, appliedAt: null, cancelledAt: null } });
  if (!change) return;
  const before = await accountOf(tx, creditorId);
  const { iban, accountHolder } = change;
  await tx.creditor.update({ where: { id: creditorId }, data: { iban, accountHolder } });
  await tx.bankChange.update({ where: { id }, data: { appliedAt: now } });
  await mailBankChange(tx, services, { creditorId, change, news: "applied", before });
  const data = { from: endOf(before.iban), to: endOf(iban) };
  appendAudit(tx, creditorId, { at: now, actor: "worker", action: "bank_account.changed", subject: id, data });
}

/** The change that waits, or null. */
export function findWaitingChange(tx: Pick<Transaction, "bankChange">, creditorId: string): Promise<BankChange | null> {
  return tx.bankChange.findFirst({
    where: { creditorId, appliedAt: null, cancelledAt: null },
    select: { id: true, iban: true, accountHolder: true, askedBy: true, askedAt: true, appliesAt: true },
  });
}

export function accountOf(tx: Pick<Transaction, "creditor">, creditorId: string): Promise<BankAccount> {
  return tx.creditor.findUniqueOrThrow({ where: { id: creditorId }, select: { iban: true, accountHolder: true } });
}

/** Enough to tell two accounts apart in a log. */
function endOf(iban: string): string {
  return printIban(iban as Iban)
    .slice(-7)
    .trim();
}
