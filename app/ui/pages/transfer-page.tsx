import { type ClaimFrame, ClaimShell } from "#app/ui/claim/claim-shell.tsx";
import { TransferDetails, type TransferView } from "#app/ui/claim/transfer-details.tsx";
import { Note } from "#app/ui/parts/note.tsx";
import { useTranslation } from "#app/ui/translation.tsx";

export type TransferPageProps = ClaimFrame & {
  /** One for each claim, as each has its own reference. */
  transfers: readonly TransferView[];
};

/** What to fill in at one's own bank. */
export function TransferPage({ creditor, transfers, backHref, path }: TransferPageProps) {
  const { t } = useTranslation();
  const several = transfers.length > 1;
  const holder = transfers[0]?.accountHolder;
  return (
    <ClaimShell {...{ creditor, path, backHref }} title={t("transfer.title")}>
      <p>{t("transfer.intro")}</p>
      {several && <p>{t("transfer.several")}</p>}
      {transfers.map((transfer) => (
        <section key={transfer.reference}>
          {several && <h2 dir="auto">{transfer.description}</h2>}
          <TransferDetails transfer={transfer} />
        </section>
      ))}
      {holder !== undefined && <p className="text-small text-ink-soft">{t("transfer.sameName", { name: holder })}</p>}
      <h2>{t("transfer.when.heading")}</h2>
      <Note>
        <p>{t("transfer.when.text")}</p>
        <p>{t("transfer.lessIsFine")}</p>
      </Note>
    </ClaimShell>
  );
}
