import { HiddenFields } from "#app/ui/forms/hidden-fields.tsx";
import { formatAmount } from "#app/ui/format.ts";
import { Button } from "#app/ui/parts/button.tsx";
import { Note } from "#app/ui/parts/note.tsx";
import { Stack } from "#app/ui/parts/stack.tsx";
import { useTranslation } from "#app/ui/translation.tsx";
import type { OpenPaymentView } from "./claim-view.ts";
import { PaymentUnderWay } from "./payment-under-way.tsx";

/** One payment at a time: go on with it, or cancel it first. */
export function OpenPaymentChoice({ payment }: { payment: OpenPaymentView }) {
  const { t, language } = useTranslation();
  if (payment.collected) return <PaymentUnderWay payment={payment} />;
  return (
    <>
      <Note tone="wait">
        <p>{t("pay.openPayment.text", { amount: formatAmount(payment.amount, language) })}</p>
        <p>{t("pay.openPayment.why")}</p>
      </Note>
      <Stack>
        <form method="post">
          <HiddenFields values={{ paymentId: payment.id }} />
          <Button name="act" value="continue">
            {t("pay.openPayment.continue")}
          </Button>
        </form>
        <form method="post">
          <HiddenFields values={{ paymentId: payment.id }} />
          <Button name="act" value="cancel" kind="second">
            {t("pay.openPayment.cancel")}
          </Button>
        </form>
      </Stack>
    </>
  );
}
