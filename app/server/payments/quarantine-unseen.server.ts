import type { Services } from "#app/server/services.server.ts";
import type { StoredPayment } from "./payment-store.server.ts";
import { putAside } from "./quarantine-payment.server.ts";

/** What Mollie answers of a payment that the account of a key does not have. */
const NOT_FOUND = "not_found";

/**
 * Puts aside a payment that no key of the creditor sees any more, as after a change of account where the earlier key was
 * withdrawn: what was booked stays, but money that comes or goes back from now on would not be noticed. Told once. Where it
 * is seen again, it is settled as ever.
 */
export async function quarantineUnseen(services: Services, attempt: StoredPayment): Promise<void> {
  const { providerId, providerAccount } = attempt;
  if (providerId === null) return;
  const account = providerAccount ?? "";
  await putAside(services, {
    attempt,
    seen: { providerId, status: NOT_FOUND },
    mismatch: { reason: "unseen", expected: account, received: NOT_FOUND },
    paid: attempt.status === "paid",
    write: ({ t }) => ({
      subject: t("inboxPayment.unseenMail.subject"),
      text: t("inboxPayment.unseenMail.text"),
      rows: [
        { label: t("mail.quarantined.payment"), value: providerId },
        { label: t("inboxPayment.unseenMail.account"), value: account },
      ],
    }),
  });
}
