import type { LocalDate } from "#app/domain/calendar.ts";
import type { Allocation } from "#app/domain/account.ts";
import { judgeCredit } from "#app/domain/judge-credit.ts";
import type { CreditEntry } from "#app/domain/ledger.ts";
import { type Cents, toDecimal } from "#app/domain/money.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import type { Statement } from "#app/domain/statement.ts";
import { followPlans } from "#app/server/arrangements/follow-plans.server.ts";
import { appendAudit } from "#app/server/audit/append-audit.server.ts";
import { appendEvents } from "#app/server/events/append-event.server.ts";
import type { Transaction } from "#app/server/platform/database/client.server.ts";
import { inTransaction } from "#app/server/platform/database/transaction.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { type ClaimRecord, findClaim, lockClaim } from "./claim-record.server.ts";
import { claimStatement } from "./claim-statement.server.ts";
import { followLedger } from "./follow-ledger.server.ts";
import { book, loadLedger } from "./ledger-store.server.ts";

export type CreditOrder = {
  readonly creditorId: string;
  readonly claimId: string;
  /** The credit note in the world; the same one again changes nothing. */
  readonly factKey: string;
  readonly amount: Cents;
  readonly reason: string;
  /** Null: the claim as a whole, the oldest invoice first. */
  readonly invoiceId: string | null;
  readonly creditedOn: LocalDate;
  readonly actor: string;
  /** Checks everything and books nothing. */
  readonly dryRun?: boolean;
  /** Credits that a dry run found good before, as if they were booked. */
  readonly tried?: readonly CreditEntry[];
  /** What is written down together with the credit, or not at all. */
  readonly also?: (tx: Transaction) => Promise<void>;
};

export type Credited = {
  readonly result: "credited" | "unchanged";
  readonly creditedOn: LocalDate;
  /** Where it went, as of today; null on a dry run. */
  readonly allocation: Allocation | null;
  readonly statement: Statement;
};

export type CreditRefusal =
  | { readonly kind: "claim_not_found" }
  /** The same credit note was booked with another amount. */
  | { readonly kind: "credit_differs"; readonly booked: Cents }
  | { readonly kind: "credit_exceeds_principal"; readonly allowed: Cents };

/**
 * Reduces a claim by a credit note: the principal first. What was paid already becomes credit of the debtor. At most what
 * was charged and not credited before can be credited.
 */
export async function creditClaim(services: Services, order: CreditOrder): Promise<Result<Credited, CreditRefusal>> {
  return inTransaction(services.database, async (tx) => {
    const claim = order.dryRun ? await findClaim(tx, order) : await lockClaim(tx, order);
    return claim ? creditIn(tx, services, { claim, order }) : err({ kind: "claim_not_found" });
  });
}

async function creditIn(
  tx: Transaction,
  services: Services,
  { claim, order }: { claim: ClaimRecord; order: CreditOrder },
): Promise<Result<Credited, CreditRefusal>> {
  const { factKey, amount, invoiceId, creditedOn, reason } = order;
  const today = services.clock.today();
  const ledger = await loadLedger(tx, claim);
  const before = await claimStatement(tx, claim, today);
  const judged = judgeCredit([...ledger, ...(order.tried ?? [])], order);
  if (!judged.ok) return judged;
  if (judged.value === "unchanged") {
    const booked = ledger.find((known) => known.factKey === factKey)?.valueDate ?? creditedOn;
    return ok({
      result: "unchanged",
      creditedOn: booked,
      allocation: allocationOf(before, factKey),
      statement: before,
    });
  }
  if (order.dryRun) return ok({ result: "credited", creditedOn, allocation: null, statement: before });

  const at = services.clock.now();
  const entry: CreditEntry = { type: "credit", factKey, valueDate: creditedOn, sequence: 0, amount, invoiceId };
  await book(tx, claim, { at, bookings: [{ entry, reason }] });
  const after = await claimStatement(tx, claim, today);
  await appendEvents(tx, claim.id, await followLedger(tx, claim, { before, after, at }));
  await followPlans(tx, services, claim);
  const data = { amount: toDecimal(amount), factKey, invoice: invoiceId };
  appendAudit(tx, claim.creditorId, {
    at,
    actor: order.actor,
    action: "claim.credited",
    subject: claim.id,
    data,
  });
  await order.also?.(tx);
  return ok({ result: "credited", creditedOn, allocation: allocationOf(after, factKey), statement: after });
}

function allocationOf(statement: Statement, factKey: string): Allocation | null {
  return statement.entries.find((entry) => entry.factKey === factKey)?.allocation ?? null;
}
