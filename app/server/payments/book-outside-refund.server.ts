import { asCents, type Cents, largest, minus, smallest, ZERO } from "#app/domain/money.ts";
import { followPlans } from "#app/server/arrangements/follow-plans.server.ts";
import type { ClaimRecord } from "#app/server/claims/claim-record.server.ts";
import type { Transaction } from "#app/server/platform/database/client.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { bookPaymentFacts } from "./book-payment.server.ts";
import { backwards, moneyBack, type PaymentFact } from "./payment-facts.server.ts";
import { bookedFacts, sharesOfPayment, type StoredPayment } from "./payment-store.server.ts";

/** Books money that the creditor paid back by itself: from the share of the claim it is for, then the last one first. The caller holds the claims. */
export async function bookOutsideRefund(
  tx: Transaction,
  services: Services,
  input: {
    payment: StoredPayment;
    claims: readonly ClaimRecord[];
    refundId: string;
    amount: Cents;
    firstFrom: string | undefined;
  },
): Promise<void> {
  const { payment, claims, refundId, amount, firstFrom } = input;
  const booked = await bookedFacts(tx, payment.id);
  const undoes = booked.find(({ type }) => type === "payment")?.factKey;
  if (undoes === undefined) throw new Error(`payment ${payment.id} was paid and is not booked`);
  const valueDate = services.clock.today();
  const facts: PaymentFact[] = [];
  let left = amount;
  for (const { claimId, amount: share } of backwards(sharesOfPayment(payment), firstFrom)) {
    const { refunded, chargedBack } = moneyBack(booked.filter((fact) => fact.claimId === claimId));
    const part = smallest(left, largest(ZERO, asCents(share - refunded - chargedBack)));
    left = minus(left, part);
    if (part > 0n)
      facts.push({ type: "refund", claimId, factKey: `${refundId}:refunded`, valueDate, amount: part, undoes });
  }
  for (const claim of claims) {
    const own = facts.filter((fact) => fact.claimId === claim.id);
    if (own.length > 0) await bookPaymentFacts(tx, services, { claim, payment, facts: own });
  }
  const { refunded } = moneyBack([...booked, ...facts]);
  await tx.payment.update({ where: { id: payment.id }, data: { amountRefunded: refunded } });
  for (const claim of claims) await followPlans(tx, services, claim);
}
