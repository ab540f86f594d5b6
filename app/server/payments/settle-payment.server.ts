import { debitDidNotCome, keepMandate } from "#app/server/arrangements/debit-outcome.server.ts";
import { followPlans } from "#app/server/arrangements/follow-plans.server.ts";
import { appendAudit } from "#app/server/audit/append-audit.server.ts";
import { creditsOfClaims } from "#app/server/claims/claim-statement.server.ts";
import { appendEvents } from "#app/server/events/append-event.server.ts";
import { tellOfPayment } from "#app/server/messages/tell-of-payment.server.ts";
import { fromDateColumn } from "#app/server/platform/clock/clock.server.ts";
import { crashPoint } from "#app/server/platform/crash-point/crash-point.server.ts";
import type { Transaction } from "#app/server/platform/database/client.server.ts";
import { inTransaction } from "#app/server/platform/database/transaction.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { bookPaymentFacts } from "./book-payment.server.ts";
import { checkAgainstAttempt } from "./check-against-attempt.server.ts";
import { failedPaymentEvent } from "./payment-events.server.ts";
import { newPaymentFacts, type PaymentFact } from "./payment-facts.server.ts";
import type { ProviderPayment } from "./payment-provider.server.ts";
import { storePaymentState } from "./payment-state.server.ts";
import { followRefunds, refundClaims } from "./refund-at-provider.server.ts";
import { attemptOf, bookedFacts, findPayment, isUnderWay, lockClaims, lockPayment, shareOfClaim, sharesOfPayment, type StoredPayment } from "./payment-store.server.ts"; // prettier-ignore
import { providerOfPayment } from "./provider-of-payment.server.ts";
import { quarantinePayment } from "./quarantine-payment.server.ts";

export type Settlement =
  /** Booked something new, or found everything booked already. */
  | { readonly kind: "settled"; readonly booked: number }
  /** None of ours: somebody guessed, or the provider means another shop. */
  | { readonly kind: "unknown" }
  | { readonly kind: "quarantined" }
  /** The provider did not answer; ask again later. */
  | { readonly kind: "no_answer" }
  /** In no account that a key of the creditor reaches is the payment there any more. */
  | { readonly kind: "unseen"; readonly attempt: StoredPayment };

/**
 * Asks the provider what is true of a payment and books what the ledger does not have yet. Who calls, and how often, has
 * no effect: the facts about money are the keys. `attemptId` helps where the provider's id was never stored; an id that
 * neither names costs no call to the provider.
 */
export async function settlePayment(
  services: Services,
  subject: { providerId: string; attemptId: string | null },
): Promise<Settlement> {
  const attempt = await findAttempt(services.database.prisma, subject);
  if (!attempt) return { kind: "unknown" };
  const provider = providerOfPayment(services, attempt.creditor);
  if (!provider) return { kind: "no_answer" };
  const asked = await provider.fetch(subject.providerId);
  crashPoint("settle:fetched");
  if (asked.ok) return settleAttempt(services, attempt, asked.value);
  if (asked.error.kind !== "not_found") return { kind: "no_answer" };
  return attempt.providerId === null ? { kind: "unknown" } : { kind: "unseen", attempt };
}

async function findAttempt(
  tx: Transaction,
  { providerId, attemptId }: { providerId: string; attemptId: string | null },
): Promise<StoredPayment | null> {
  const known = await findPayment(tx, { providerId });
  if (known || attemptId === null) return known;
  const orphan = await findPayment(tx, { id: attemptId });
  return orphan?.provider === "mollie" && orphan.providerId === null ? orphan : null;
}

/** Books what was seen of an attempt's payment. The claims are locked in the order of their ids, the audit chain last. */
export async function settleAttempt(
  services: Services,
  attempt: StoredPayment,
  seen: ProviderPayment,
): Promise<Settlement> {
  const mismatch = checkAgainstAttempt(attemptOf(attempt), seen);
  // A payment of somebody else's attempt proves nothing about this one, which has none yet.
  if (mismatch?.reason === "attempt" && attempt.providerId === null) return { kind: "unknown" };
  if (mismatch) {
    await quarantinePayment(services, { attempt, seen, mismatch });
    return { kind: "quarantined" };
  }
  const booked = await inTransaction(services.database, (tx) => settleInTransaction(tx, services, { attempt, seen }));
  return { kind: "settled", booked };
}

async function settleInTransaction(
  tx: Transaction,
  services: Services,
  { attempt, seen }: { attempt: StoredPayment; seen: ProviderPayment },
): Promise<number> {
  const now = services.clock.now();
  const claims = await lockClaims(tx, attempt);
  const payment = await lockPayment(tx, attempt.id);
  const booked = await bookedFacts(tx, payment.id);
  const credits = seen.refunds.length > 0 ? await creditsOfClaims(tx, claims, services.clock.today()) : new Map();
  const facts = newPaymentFacts({
    seen,
    shares: sharesOfPayment(payment),
    booked,
    quotedOn: fromDateColumn(payment.quotedOn),
    attemptedAt: payment.createdAt,
    today: services.clock.today(),
    refundClaims: await refundClaims(tx, payment),
    credits,
  });
  const { production } = services.config;
  await storePaymentState(tx, payment, { seen, facts: [...booked, ...facts], now, production });
  for (const claim of claims) {
    const own = facts.filter((fact) => fact.claimId === claim.id);
    if (own.length > 0) await bookPaymentFacts(tx, services, { claim, payment, facts: own });
  }
  await followRefunds(tx, services, { payment, claims, seen });
  await keepMandate(tx, services, { payment, seen });
  const debtorJustPaid = isJustMade(payment, now);
  if (facts.length > 0) for (const claim of claims) await followPlans(tx, services, claim, { debtorJustPaid });
  if (isUnderWay(payment) && seen.status !== "open" && seen.status !== "paid") {
    await appendFailedEvents(tx, payment, { reason: seen.status, at: now });
    await debitDidNotCome(tx, services, { payment, claims, mandate: "kept" });
  }
  if (facts.some((fact) => fact.type === "chargeback")) {
    await debitDidNotCome(tx, services, { payment, claims, mandate: "invalid" });
  }
  if (facts.some((fact) => fact.type === "payment"))
    await tellOfPayment(tx, services, { paymentId: payment.id, atOnce: debtorJustPaid });
  crashPoint("settle:before-audit");
  if (facts.length > 0) await noteInAudit(tx, payment, { facts, at: now });
  crashPoint("settle:before-commit");
  return facts.length;
}

/** A debtor who pays is done within the hour. Nobody waits for news of a collection, or of money that is found later. */
const AT_THE_CHECKOUT_MS = 60 * 60_000;

function isJustMade({ sequence, createdAt }: StoredPayment, now: Date): boolean {
  return sequence !== "recurring" && now.getTime() - createdAt.getTime() < AT_THE_CHECKOUT_MS;
}

/** Tells the creditor, on each claim of an attempt, that it ended without money. */
export async function appendFailedEvents(
  tx: Transaction,
  payment: StoredPayment,
  { reason, at }: { reason: "failed" | "expired" | "cancelled"; at: Date },
): Promise<void> {
  const { id, method, reference } = payment;
  for (const { claimId } of payment.parts) {
    const share = shareOfClaim(payment, claimId);
    await appendEvents(tx, claimId, [failedPaymentEvent({ payment: { id, method, reference, share }, reason, at })]);
  }
}

async function noteInAudit(
  tx: Transaction,
  payment: StoredPayment,
  { facts, at }: { facts: readonly PaymentFact[]; at: Date },
): Promise<void> {
  const data = { facts: facts.map((fact) => `${fact.factKey}@${fact.claimId}=${fact.amount}`).join(" ") };
  const note = { at, actor: "provider:mollie", action: "payment.booked", subject: payment.id, data };
  appendAudit(tx, payment.creditorId, note);
}
