import type { Cents } from "#app/domain/money.ts";
import { splitRefund } from "#app/domain/split-refund.ts";
import { followPlans } from "#app/server/arrangements/follow-plans.server.ts";
import type { ClaimRecord } from "#app/server/claims/claim-record.server.ts";
import { creditsOfClaims } from "#app/server/claims/claim-statement.server.ts";
import type { Transaction } from "#app/server/platform/database/client.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { bookPaymentFacts } from "./book-payment.server.ts";
import { moneyBack } from "./payment-facts.server.ts";
import { bookedFacts, sharesOfPayment, type StoredPayment } from "./payment-store.server.ts";

/** Books money that the creditor paid back by itself, from the shares that `splitRefund` says. The caller holds the claims. */
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
  const credits = await creditsOfClaims(tx, claims, valueDate);
  const parts = splitRefund({ shares: sharesOfPayment(payment), booked, amount, claimId: firstFrom, credits });
  const facts = parts.map((part) => ({ type: "refund", factKey: `${refundId}:refunded`, valueDate, undoes, ...part }) as const); // prettier-ignore
  for (const claim of claims) {
    const own = facts.filter((fact) => fact.claimId === claim.id);
    if (own.length > 0) await bookPaymentFacts(tx, services, { claim, payment, facts: own });
  }
  const { refunded } = moneyBack([...booked, ...facts]);
  await tx.payment.update({ where: { id: payment.id }, data: { amountRefunded: refunded } });
  for (const claim of claims) await followPlans(tx, services, claim);
}
