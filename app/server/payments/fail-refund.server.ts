import { asCents, toDecimal } from "#app/domain/money.ts";
import { formatEuro } from "#app/domain/money-text.ts";
import { splitRefund } from "#app/domain/split-refund.ts";
import { appendAudit } from "#app/server/audit/append-audit.server.ts";
import type { ClaimRecord } from "#app/server/claims/claim-record.server.ts";
import { claimStatement, creditsOfClaims } from "#app/server/claims/claim-statement.server.ts";
import { appendEvents } from "#app/server/events/append-event.server.ts";
import { tellCreditor } from "#app/server/messages/tell-creditor.server.ts";
import type { Transaction } from "#app/server/platform/database/client.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { cancelledRefundEvent } from "./payment-events.server.ts";
import { bookedFacts, shareOfClaim, sharesOfPayment, type StoredPayment } from "./payment-store.server.ts";

export type RefundToFail = {
  readonly payment: StoredPayment;
  readonly claims: readonly ClaimRecord[];
  readonly refundId: string;
};

/**
 * Ends a refund of which nothing came: the provider refused it, cancelled it, could not bring the money, or does not know it
 * any more. The books never had it, so its money can be paid back anew; the creditor is told, once. One that was booked is
 * left alone. The caller holds the claims and the payment.
 */
export async function failRefund(
  tx: Transaction,
  services: Pick<Services, "clock" | "config">,
  { payment, claims, refundId }: RefundToFail,
): Promise<void> {
  const { id: paymentId, creditorId, method, reference } = payment;
  const at = services.clock.now();
  const own = { id: refundId, paymentId, creditorId };
  const { count } = await tx.refund.updateMany({
    where: { ...own, status: { in: ["creating", "pending"] } },
    data: { status: "failed", endedAt: at, checkAt: null },
  });
  if (count === 0) return;
  const refund = await tx.refund.findFirstOrThrow({ where: own, select: { providerId: true, amount: true, claimId: true } }); // prettier-ignore
  const parts = splitRefund({
    shares: sharesOfPayment(payment),
    booked: await bookedFacts(tx, paymentId),
    amount: asCents(refund.amount),
    claimId: refund.claimId ?? undefined,
    credits: await creditsOfClaims(tx, claims, services.clock.today()),
  });
  for (const claim of claims) {
    const part = parts.find(({ claimId }) => claimId === claim.id);
    if (!part) continue;
    const event = cancelledRefundEvent({
      payment: { id: paymentId, method, reference, share: shareOfClaim(payment, claim.id) },
      refund: { id: refund.providerId ?? refundId, amount: part.amount, on: services.clock.today() },
      statement: await claimStatement(tx, claim, services.clock.today()),
      at,
    });
    await appendEvents(tx, claim.id, [event]);
  }
  await tellCreditor(tx, services, {
    creditorId,
    claimIds: parts.map(({ claimId }) => claimId),
    kind: "refund_failed_creditor",
    key: `${refundId} failed`,
    path: `/creditor/claims/${parts[0]?.claimId ?? ""}`,
    write: ({ t, language }) => ({
      subject: t("mail.refundFailed.subject"),
      text: t("mail.refundFailed.text"),
      rows: [{ label: t("mail.refundFailed.amount"), value: formatEuro(asCents(refund.amount), language) }],
    }),
  });
  const data = { payment: paymentId, amount: toDecimal(asCents(refund.amount)) };
  appendAudit(tx, creditorId, { at, actor: "provider:mollie", action: "payment.refund_failed", subject: refundId, data }); // prettier-ignore
}
