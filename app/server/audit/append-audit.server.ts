import { createHash } from "node:crypto";
import type { Transaction } from "#app/server/platform/database/client.server.ts";
import { lastInTransaction } from "#app/server/platform/database/transaction.server.ts";

export type AuditNote = {
  readonly at: Date;
  /** Who acted: `api:<key id>`, `debtor:<session id>`, `provider:mollie`, `worker`, `operator`. Never a name. */
  readonly actor: string;
  /** What was done, in the words of the events: `claim.registered`, `payment.booked`. */
  readonly action: string;
  /** Id of what it was done to. */
  readonly subject: string;
  /** Ids, amounts and days only. */
  readonly data?: Readonly<Record<string, string | number | boolean | null>>;
};

/**
 * Notes an act in the creditor's audit chain, in the transaction that does it. The line is written when everything else
 * of the transaction is done: the advisory lock that makes the chain one line is taken after every claim, so that nobody
 * who holds it waits for a claim.
 */
export function appendAudit(tx: Transaction, creditorId: string, note: AuditNote): void {
  lastInTransaction(tx, () => appendLine(tx, creditorId, note));
}

async function appendLine(tx: Transaction, creditorId: string, note: AuditNote): Promise<void> {
  await tx.$executeRaw`SELECT 1 FROM (SELECT pg_advisory_xact_lock(hashtextextended(${`audit:${creditorId}`}, 0))) AS locked`;
  const last = await tx.auditEntry.findFirst({
    where: { creditorId },
    orderBy: { sequence: "desc" },
    select: { sequence: true, hash: true },
  });
  const entry = { ...note, data: note.data ?? {}, creditorId, sequence: (last?.sequence ?? 0) + 1 };
  const previousHash = last?.hash ?? new Uint8Array(32);
  await tx.auditEntry.create({
    data: { ...entry, previousHash: Uint8Array.from(previousHash), hash: auditHash({ ...entry, previousHash }) },
  });
}

/** SHA-256 over the previous hash and the line's fields as one JSON array, data with sorted keys. */
export function auditHash(entry: {
  creditorId: string;
  sequence: number;
  at: Date;
  actor: string;
  action: string;
  subject: string;
  data: unknown;
  previousHash: Uint8Array;
}): Uint8Array<ArrayBuffer> {
  const data = Object.entries((entry.data ?? {}) as Record<string, unknown>).sort(([a], [b]) => (a < b ? -1 : 1));
  const line = [
    entry.creditorId,
    entry.sequence,
    entry.at.toISOString(),
    entry.actor,
    entry.action,
    entry.subject,
    data,
  ];
  return Uint8Array.from(createHash("sha256").update(entry.previousHash).update(JSON.stringify(line)).digest());
}
