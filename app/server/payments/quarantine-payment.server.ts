import { appendAudit } from "#app/server/audit/append-audit.server.ts";
import { type CreditorNews, tellCreditor } from "#app/server/messages/tell-creditor.server.ts";
import { newId } from "#app/server/platform/crypto/random-id.server.ts";
import { inTransaction } from "#app/server/platform/database/transaction.server.ts";
import type { Services } from "#app/server/services.server.ts";
import type { Mismatch } from "./check-against-attempt.server.ts";
import { nextCheck } from "./check-schedule.server.ts";
import type { ProviderPayment } from "./payment-provider.server.ts";
import type { StoredPayment } from "./payment-store.server.ts";

/**
 * Puts aside what the provider says of an attempt and our record contradicts: nothing is booked, the claim is free for
 * another attempt, and the creditor is told both versions. The same contradiction again is stored and told once.
 */
export async function quarantinePayment(
  services: Services,
  { attempt, seen, mismatch }: { attempt: StoredPayment; seen: ProviderPayment; mismatch: Mismatch },
): Promise<void> {
  const { reason, expected, received } = mismatch;
  await putAside(services, {
    attempt,
    seen,
    mismatch,
    paid: false,
    write: ({ t }) => ({
      subject: t("mail.quarantined.subject"),
      text: t("mail.quarantined.text"),
      rows: [
        { label: t("mail.quarantined.payment"), value: seen.providerId },
        { label: t("mail.quarantined.what"), value: t(`mail.quarantined.reason.${reason}`) },
        { label: t("mail.quarantined.expected"), value: expected },
        { label: t("mail.quarantined.received"), value: received },
      ],
    }),
  });
}

export type PutAside = {
  readonly attempt: StoredPayment;
  readonly seen: { readonly providerId: string; readonly status: string };
  readonly mismatch: { readonly reason: string; readonly expected: string; readonly received: string };
  /** Whether its money was booked: it is looked at as long as it can go back. */
  readonly paid: boolean;
  readonly write: CreditorNews["write"];
};

/** Stores what does not fit under its reason and tells the creditor, once for each reason. */
export async function putAside(services: Services, { attempt, seen, mismatch, paid, write }: PutAside): Promise<void> {
  const now = services.clock.now();
  const { reason, expected, received } = mismatch;
  await inTransaction(services.database, async (tx) => {
    const stored = await tx.quarantinedPayment.createMany({
      skipDuplicates: true,
      data: {
        id: newId("qrt", now),
        creditorId: attempt.creditorId,
        paymentId: attempt.id,
        provider: "mollie",
        providerId: seen.providerId,
        reason,
        expected: { [reason]: expected },
        received: { [reason]: received, status: seen.status },
        createdAt: now,
      },
    });
    await tx.payment.update({
      where: { id: attempt.id },
      // Whatever it is called meanwhile, it is looked at no more often than a payment that ended.
      data: { checkAt: nextCheck({ paid, openAtProvider: false, createdAt: attempt.createdAt, now }) },
    });
    if (stored.count === 0) return;
    await tx.paymentPart.updateMany({ where: { paymentId: attempt.id, open: true }, data: { open: false } });
    await tellCreditor(tx, services, {
      creditorId: attempt.creditorId,
      claimIds: attempt.parts.map(({ claimId }) => claimId),
      kind: "payment_quarantined_creditor",
      key: `${attempt.id} quarantined ${reason}`,
      path: "/creditor/quarantine",
      write,
    });
    const note = { at: now, actor: "provider:mollie", action: "payment.quarantined", subject: attempt.id };
    appendAudit(tx, attempt.creditorId, { ...note, data: { providerId: seen.providerId, reason } });
  });
  services.log.warn({ paymentId: attempt.id, reason }, "payment quarantined");
}
