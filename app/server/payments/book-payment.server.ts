import { INTEREST_RATES } from "#app/domain/law/interest-rates.ts";
import { inLedgerOrder, type LedgerEntry } from "#app/domain/ledger.ts";
import { statementAsOf } from "#app/domain/statement.ts";
import type { ClaimRecord } from "#app/server/claims/claim-record.server.ts";
import { followLedger } from "#app/server/claims/follow-ledger.server.ts";
import { book, loadLedger } from "#app/server/claims/ledger-store.server.ts";
import { appendEvents } from "#app/server/events/append-event.server.ts";
import { crashPoint } from "#app/server/platform/crash-point/crash-point.server.ts";
import type { Transaction } from "#app/server/platform/database/client.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { type BookedStep, bookedPaymentEvents } from "./payment-events.server.ts";
import type { PaymentFact } from "./payment-facts.server.ts";
import { shareOfClaim, type StoredPayment } from "./payment-store.server.ts";

/**
 * Books new facts about a payment's money in the ledger of one claim, lets the claim follow, and writes the events of
 * both. The caller holds the lock of the claim and knows that none of the facts is booked.
 */
export async function bookPaymentFacts(
  tx: Transaction,
  services: Pick<Services, "clock">,
  { claim, payment, facts }: { claim: ClaimRecord; payment: StoredPayment; facts: readonly PaymentFact[] },
): Promise<void> {
  const at = services.clock.now();
  const asOf = services.clock.today();
  const ledger = await loadLedger(tx, claim);
  const via = payment.provider === null ? "bank" : "provider";
  const entries = facts.map((fact, index) => toEntry(claim, fact, index));
  await book(tx, claim, { at, bookings: entries.map((entry) => ({ entry, paymentId: payment.id, via })) });
  crashPoint("settle:booked");

  const first = statementAsOf({ terms: claim.terms, entries: ledger, asOf, rates: INTEREST_RATES });
  const steps: BookedStep[] = [];
  for (const [index, fact] of facts.entries()) {
    const known = inLedgerOrder([...ledger, ...entries.slice(0, index + 1)]);
    const after = statementAsOf({ terms: claim.terms, entries: known, asOf, rates: INTEREST_RATES });
    steps.push({ fact, before: steps.at(-1)?.after ?? first, after });
  }
  const last = steps.at(-1)?.after ?? first;
  const following = await followLedger(tx, claim, { before: first, after: last, at });
  crashPoint("settle:status");

  const { id, method, reference } = payment;
  const share = shareOfClaim(payment, claim.id);
  const happened = bookedPaymentEvents({ payment: { id, method, reference, share }, steps, at });
  await appendEvents(tx, claim.id, [...happened, ...following]);
  crashPoint("settle:events");
}

/** The provider tells the second only: money of the second in which a claim was closed is the debtor's. */
function isAfter(closedAt: Date, paidAt: Date): boolean {
  return Math.floor(paidAt.getTime() / 1000) >= Math.floor(closedAt.getTime() / 1000);
}

/** Beyond every number the database has given, so that of one day and kind the newest fact comes last. */
const AFTER_ALL_STORED = Number.MAX_SAFE_INTEGER - 1_000_000;

function toEntry({ closedAt }: ClaimRecord, fact: PaymentFact, place: number): LedgerEntry {
  const { factKey, valueDate, amount } = fact;
  const base = { factKey, valueDate, amount, sequence: AFTER_ALL_STORED + place };
  if (fact.type === "payment") {
    const entry = { ...base, type: fact.type, via: "provider", designation: fact.designation } as const;
    return closedAt !== null && isAfter(closedAt, fact.paidAt) ? { ...entry, unasked: true } : entry;
  }
  return { ...base, type: fact.type, undoes: fact.undoes };
}
