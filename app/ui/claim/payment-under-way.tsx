import { formatAmount } from "#app/ui/format.ts";
import { ButtonLink } from "#app/ui/parts/button-link.tsx";
import { Note } from "#app/ui/parts/note.tsx";
import { useTranslation } from "#app/ui/translation.tsx";
import type { OpenPaymentView } from "./claim-view.ts";

/** That a payment is under way: one to go on with, or a collection that needs nothing of the debtor. */
export function PaymentUnderWay({ payment }: { payment: OpenPaymentView }) {
  const { t, language } = useTranslation();
  const amount = formatAmount(payment.amount, language);
  return (
    <Note tone="wait">
      <p>{t(payment.collected ? "overview.collecting" : "overview.openPayment", { amount })}</p>
    </Note>
  );
}

/** The way to a payment that was begun; a collection has none. */
export function ContinuePayment({ payment }: { payment: OpenPaymentView }) {
  const { t } = useTranslation();
  return payment.collected ? null : <ButtonLink href="/claim/pay">{t("overview.pay.continue")}</ButtonLink>;
}
