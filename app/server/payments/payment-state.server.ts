import type { Transaction } from "#app/server/platform/database/client.server.ts";
import { accountOf } from "./check-against-attempt.server.ts";
import { nextCheck } from "./check-schedule.server.ts";
import { isCheckoutAddress } from "./checkout-address.server.ts";
import { type BookedFact, moneyBack } from "./payment-facts.server.ts";
import type { ProviderPayment } from "./payment-provider.server.ts";
import { isUnderWay, type StoredPayment } from "./payment-store.server.ts";

export type PaymentNews = {
  readonly seen: ProviderPayment;
  /** All facts about its money, with those being booked now. An answer that comes late says less than the ledger knows. */
  readonly facts: readonly BookedFact[];
  readonly now: Date;
  readonly production: boolean;
};

/**
 * Stores what the provider says of a payment that the caller holds locked. `paid` stays paid whatever is said later, and
 * a late `paid` wins over everything said before; an attempt that ended here does not open again.
 */
export async function storePaymentState(
  tx: Transaction,
  payment: StoredPayment,
  { seen, facts, now, production }: PaymentNews,
): Promise<void> {
  const { refunded, chargedBack } = moneyBack(facts);
  const status = statusAfter(payment, seen);
  const underWay = isUnderWay({ status });
  const checkoutUrl = seen.checkoutUrl ?? payment.checkoutUrl;
  await tx.payment.update({
    where: { id: payment.id },
    data: {
      status,
      providerId: seen.providerId,
      providerAccount: payment.providerAccount ?? accountOf(seen),
      checkoutUrl:
        underWay && checkoutUrl !== null && isCheckoutAddress(checkoutUrl, { production }) ? checkoutUrl : null,
      qrSource: underWay ? payment.qrSource : null,
      expiresAt: payment.expiresAt ?? seen.expiresAt,
      paidAt: payment.paidAt ?? (status === "paid" ? (seen.paidAt ?? now) : null),
      endedAt: underWay ? null : status === payment.status ? payment.endedAt : now,
      amountRefunded: refunded,
      amountChargedBack: chargedBack,
      checkAt: nextCheck({
        paid: status === "paid",
        openAtProvider: seen.status === "open",
        createdAt: payment.createdAt,
        now,
      }),
    },
  });
  if (!underWay) await closeParts(tx, payment.id);
}

/** Frees the claims of a payment for another attempt. */
export async function closeParts(tx: Transaction, paymentId: string): Promise<void> {
  await tx.paymentPart.updateMany({ where: { paymentId, open: true }, data: { open: false } });
}

function statusAfter(payment: StoredPayment, seen: ProviderPayment): StoredPayment["status"] {
  if (payment.status === "paid" || seen.status === "paid") return "paid";
  if (seen.status === "open") return isUnderWay(payment) ? "open" : payment.status;
  return isUnderWay(payment) || payment.status === "abandoned" ? seen.status : payment.status;
}
