import { type ClaimFrame, ClaimShell } from "#app/ui/claim/claim-shell.tsx";
import type { OpenPaymentView } from "#app/ui/claim/claim-view.ts";
import { OpenPaymentChoice } from "#app/ui/claim/open-payment-choice.tsx";
import { hasChoice, PayForm, type PayFormProps } from "#app/ui/claim/pay-form.tsx";
import type { Translator } from "#app/i18n/translator.ts";
import { formatAmount } from "#app/ui/format.ts";
import { ButtonLink } from "#app/ui/parts/button-link.tsx";
import { Note } from "#app/ui/parts/note.tsx";
import { Stack } from "#app/ui/parts/stack.tsx";
import { useTranslation } from "#app/ui/translation.tsx";

export type PayPageProps = ClaimFrame &
  PayFormProps & {
    openPayment: OpenPaymentView | null;
    /** False when this creditor takes bank transfers only. */
    providerOn: boolean;
    transferHref: string;
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

function titleOf({ options, openPayment, providerOn }: PayPageProps, { t, language }: Translator): string {
  if (openPayment !== null)
    return t(openPayment.collected ? "pay.openPayment.collectedTitle" : "pay.openPayment.title");
  if (options.all === 0n) return t("pay.nothing.title");
  if (providerOn && hasChoice(options)) return t("pay.title");
  return t("pay.titleAll", { amount: formatAmount(options.all, language) });
}

function Ways(props: PayPageProps) {
  const { t } = useTranslation();
  const { creditor, openPayment, options, providerOn, transferHref, method } = props;
  if (openPayment !== null) return <OpenPaymentChoice payment={openPayment} />;
  if (options.all === 0n) return <p>{t("pay.nothing.text")}</p>;
  const to = <p className="text-ink-soft">{t("pay.to", { creditor: creditor.name })}</p>;
  if (!providerOn) {
    return (
      <>
        {to}
        <Note tone="wait">
          <p>{t("pay.providerOff", { method })}</p>
        </Note>
        <Stack>
          <ButtonLink href={transferHref}>{t("pay.transfer")}</ButtonLink>
        </Stack>
      </>
    );
  }
  return (
    <>
      {to}
      <PayForm {...props} />
      <h2>{t("pay.otherWay")}</h2>
      <p className="text-ink-soft">{t("pay.transferHint")}</p>
      <Stack>
        <ButtonLink href={transferHref} kind="second">
          {t("pay.transfer")}
        </ButtonLink>
      </Stack>
    </>
  );
}
