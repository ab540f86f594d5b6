import { type ClaimFrame, ClaimShell } from "#app/ui/claim/claim-shell.tsx";
import type { OpenPaymentView } from "#app/ui/claim/claim-view.ts";
import { OpenPaymentChoice } from "#app/ui/claim/open-payment-choice.tsx";
import { hasChoice, PayForm, type PayFormProps } from "#app/ui/claim/pay-form.tsx";
import type { Translator } from "#app/i18n/translator.ts";
import { formatAmount } from "#app/ui/format.ts";
import { Note } from "#app/ui/parts/note.tsx";
import { useTranslation } from "#app/ui/translation.tsx";

export type PayPageProps = ClaimFrame &
  PayFormProps & {
    openPayment: OpenPaymentView | null;
  };

/** How much, and by which way. */
export function PayPage(props: PayPageProps) {
  const { creditor, backHref, path } = props;
  const translator = useTranslation();
  return (
    <ClaimShell {...{ creditor, path, backHref }} title={titleOf(props, translator)}>
      <Ways {...props} />
    </ClaimShell>
  );
}

function titleOf({ options, openPayment }: PayPageProps, { t, language }: Translator): string {
  if (openPayment !== null)
    return t(openPayment.collected ? "pay.openPayment.collectedTitle" : "pay.openPayment.title");
  if (options.all === 0n) return t("pay.nothing.title");
  if (hasChoice(options)) return t("pay.title");
  return t("pay.titleAll", { amount: formatAmount(options.all, language) });
}

function Ways(props: PayPageProps) {
  const { t } = useTranslation();
  const { creditor, openPayment, options, providerOn, method } = props;
  if (openPayment !== null) return <OpenPaymentChoice payment={openPayment} />;
  if (options.all === 0n) return <p>{t("pay.nothing.text")}</p>;
  return (
    <>
      <p className="text-ink-soft">{t("pay.to", { creditor: creditor.name })}</p>
      {!providerOn && (
        <Note tone="wait">
          <p>{t("pay.providerOff", { method })}</p>
        </Note>
      )}
      <PayForm {...props} />
    </>
  );
}
