import { printInFours } from "#app/domain/bank-transfer/written-code.ts";
import type { Cents } from "#app/domain/money.ts";
import { amountText } from "#app/ui/arrangement/amount-text.ts";
import { formatAmount } from "#app/ui/format.ts";
import { Card } from "#app/ui/parts/card.tsx";
import { CopyableValue } from "#app/ui/parts/copyable-value.tsx";
import { QrFigure } from "#app/ui/parts/qr-figure.tsx";
import { useTranslation } from "#app/ui/translation.tsx";

export type TransferView = {
  /** Of the claim it pays. */
  readonly description: string;
  readonly accountHolder: string;
  readonly iban: string;
  readonly amount: Cents;
  /** ISO 11649, without spaces. */
  readonly reference: string;
  /** A data URL; null when the details do not fit a code. */
  readonly qr: string | null;
};

/** All that a bank asks for, to copy or to scan. */
export function TransferDetails({ transfer }: { transfer: TransferView }) {
  const { t, language } = useTranslation();
  const { accountHolder, qr } = transfer;
  const amount = formatAmount(transfer.amount, language);
  const iban = printInFours(transfer.iban);
  const reference = printInFours(transfer.reference);
  return (
    <>
      <Card>
        <dl>
          <CopyableValue label={t("transfer.name")} value={accountHolder} />
          <CopyableValue label={t("transfer.iban")} value={iban} copy={transfer.iban} />
          <CopyableValue label={t("transfer.amount")} value={amount} copy={amountText(transfer.amount, "nl")} />
          <CopyableValue label={t("transfer.reference")} value={reference} copy={transfer.reference} />
        </dl>
      </Card>
      <p className="text-small text-ink-soft">{t("transfer.referenceHint")}</p>
      {qr !== null && (
        <>
          <h2>{t("transfer.qr.heading")}</h2>
          <QrFigure
            src={qr}
            alt={t("transfer.qr.alt", { amount, name: accountHolder, iban, reference })}
            caption={
              <>
                {t("transfer.qr.caption")} {t("transfer.qr.note")}
              </>
            }
          />
        </>
      )}
    </>
  );
}
