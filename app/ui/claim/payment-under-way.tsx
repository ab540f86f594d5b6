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
  if (payment.collected) return null;
  // The page of one of its claims knows of it, also where other claims are what one would pay next.
  const [claimId] = payment.claimIds;
  const href = claimId === undefined ? "/claim/pay" : `/claim/pay?claim=${encodeURIComponent(claimId)}`;
  return <ButtonLink href={href}>{t("overview.pay.continue")}</ButtonLink>;
}
