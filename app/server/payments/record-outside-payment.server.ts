import { earlier, type LocalDate } from "#app/domain/calendar.ts";
import type { LedgerEntry, PaymentEntry } from "#app/domain/ledger.ts";
import { type Cents, toDecimal } from "#app/domain/money.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import { followPlans } from "#app/server/arrangements/follow-plans.server.ts";
import { appendAudit } from "#app/server/audit/append-audit.server.ts";
import { type ClaimRecord, lockClaim } from "#app/server/claims/claim-record.server.ts";
import { claimStatement } from "#app/server/claims/claim-statement.server.ts";
import { followLedger } from "#app/server/claims/follow-ledger.server.ts";
import { book, loadLedger } from "#app/server/claims/ledger-store.server.ts";
import { appendEvents } from "#app/server/events/append-event.server.ts";
import { dayInAmsterdam, toDateColumn } from "#app/server/platform/clock/clock.server.ts";
import type { Transaction } from "#app/server/platform/database/client.server.ts";
import { inTransaction } from "#app/server/platform/database/transaction.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { bookedPaymentEvents } from "./payment-events.server.ts";

export type OutsidePayment = {
  readonly creditorId: string;
  readonly claimId: string;
  /** Made by the caller: the same id again changes nothing. */
  readonly paymentId: string;
  readonly amount: Cents;
  readonly receivedOn: LocalDate;
  /** How it came, such as `bank_transfer` or `cash`. */
  readonly method: string;
  readonly reference?: string;
  readonly actor: string;
};

export type OutsidePaymentRefusal =
  | { readonly kind: "claim_not_found" }
  | { readonly kind: "received_in_future"; readonly today: LocalDate }
  | { readonly kind: "received_before_first_invoice"; readonly issuedOn: LocalDate }
  | { readonly kind: "payment_already_recorded"; readonly paymentId: string };

/**
 * Books money that reached the creditor outside the portal, on the day it was received, and tells the creditor's systems.
 * A payment with the reference, amount and day of an earlier one is refused as the same.
 */
export async function recordOutsidePayment(
  services: Services,
  payment: OutsidePayment,
): Promise<Result<{ paymentId: string }, OutsidePaymentRefusal>> {
  const { paymentId, creditorId, receivedOn } = payment;
  return inTransaction(services.database, async (tx) => {
    const claim = await lockClaim(tx, payment);
    if (!claim) return err({ kind: "claim_not_found" });
    const known = await tx.payment.findFirst({ where: { id: paymentId, creditorId }, select: { id: true } });
    if (known) return ok({ paymentId });

    const today = services.clock.today();
    if (receivedOn > today) return err({ kind: "received_in_future", today });
    const issuedOn = firstIssue(await loadLedger(tx, claim));
    if (receivedOn < issuedOn) return err({ kind: "received_before_first_invoice", issuedOn });
    const same = await findSame(tx, payment);
    if (same !== null) return err({ kind: "payment_already_recorded", paymentId: same });

    await bookPayment(tx, services, { claim, payment });
    await followPlans(tx, services, claim);
    return ok({ paymentId });
  });
}

async function bookPayment(
  tx: Transaction,
  services: Services,
  { claim, payment }: { claim: ClaimRecord; payment: OutsidePayment },
): Promise<void> {
  const at = services.clock.now();
  const today = services.clock.today();
  const before = await claimStatement(tx, claim, today);
  await storePayment(tx, { claim, payment, at });
  const entry = outsideEntry(claim, payment);
  await book(tx, claim, { at, bookings: [{ entry, paymentId: payment.paymentId }] });
  const after = await claimStatement(tx, claim, today);
  const { paymentId: id, method, amount, reference = null } = payment;
  const happened = bookedPaymentEvents({ payment: { id, method, reference, share: amount }, steps: [{ fact: entry, before, after }], at }); // prettier-ignore
  await appendEvents(tx, claim.id, [...happened, ...(await followLedger(tx, claim, { before, after, at }))]);
  const data = { claim: claim.id, amount: toDecimal(payment.amount), receivedOn: payment.receivedOn };
  appendAudit(tx, claim.creditorId, { at, actor: payment.actor, action: "payment.recorded", subject: payment.paymentId, data }); // prettier-ignore
}

/** The entry of money that came outside the portal: on a closed claim what was received later than that day is unasked. */
export function outsideEntry(
  { closedAt }: Pick<ClaimRecord, "closedAt">,
  { paymentId, receivedOn, amount }: Pick<OutsidePayment, "paymentId" | "receivedOn" | "amount">,
): PaymentEntry {
  const factKey = `${paymentId}:paid`;
  const entry = { type: "payment", factKey, valueDate: receivedOn, sequence: 0, amount, via: "bank", designation: [] } as const; // prettier-ignore
  return closedAt !== null && receivedOn > dayInAmsterdam(closedAt) ? { ...entry, unasked: true } : entry;
}

async function storePayment(
  tx: Transaction,
  { claim, payment, at }: { claim: ClaimRecord; payment: OutsidePayment; at: Date },
): Promise<void> {
  const { paymentId: id, creditorId, amount, method, receivedOn, reference } = payment;
  const received = toDateColumn(receivedOn);
  await tx.payment.create({
    data: {
      id,
      creditorId,
      debtorId: claim.debtorId,
      status: "paid",
      method,
      amount,
      quotedOn: received,
      reference: reference ?? null,
      createdAt: at,
      paidAt: received,
      endedAt: at,
    },
  });
  await tx.paymentPart.create({ data: { paymentId: id, claimId: claim.id, creditorId, amount, open: false } });
}

async function findSame(tx: Transaction, payment: OutsidePayment): Promise<string | null> {
  const { creditorId, claimId, reference, amount, receivedOn } = payment;
  if (reference === undefined) return null;
  const same = await tx.payment.findFirst({
    where: { creditorId, reference, amount, quotedOn: toDateColumn(receivedOn), provider: null, parts: { some: { claimId } } },
    select: { id: true },
  }); // prettier-ignore
  return same?.id ?? null;
}

function firstIssue(ledger: readonly LedgerEntry[]): LocalDate {
  const issued = ledger.flatMap((entry) => (entry.type === "principal" ? [entry.valueDate] : []));
  return issued.reduce(earlier);
}
