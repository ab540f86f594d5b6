import { ClaimFooter } from "#app/ui/claim/claim-footer.tsx";
import type { CreditorView } from "#app/ui/claim/claim-view.ts";
import { initialsOf } from "#app/ui/claim/initials.ts";
import { TransferDetails, type TransferView } from "#app/ui/claim/transfer-details.tsx";
import { PageShell } from "#app/ui/layout/page-shell.tsx";
import { Note } from "#app/ui/parts/note.tsx";
import { useTranslation } from "#app/ui/translation.tsx";

export type TransferPageProps = {
  creditor: CreditorView;
  /** One for each claim, as each has its own reference. */
  transfers: readonly TransferView[];
  backHref: string;
  path: string;
};

/** What to fill in at one's own bank. */
export function TransferPage({ creditor, transfers, backHref, path }: TransferPageProps) {
  const { t } = useTranslation();
  const several = transfers.length > 1;
  const holder = transfers[0]?.accountHolder;
  return (
    <PageShell
      creditor={{ name: creditor.name, initials: initialsOf(creditor.name) }}
      back={{ href: backHref }}
      title={t("transfer.title")}
      path={path}
      footer={<ClaimFooter creditor={creditor} />}
    >
      <p>{t("transfer.intro")}</p>
      {several && <p>{t("transfer.several")}</p>}
      {transfers.map((transfer) => (
        <section key={transfer.reference}>
          {several && <h2>{transfer.description}</h2>}
          <TransferDetails transfer={transfer} />
        </section>
      ))}
      {holder !== undefined && <p className="text-small text-ink-soft">{t("transfer.sameName", { name: holder })}</p>}
      <h2>{t("transfer.when.heading")}</h2>
      <Note>
        <p>{t("transfer.when.text")}</p>
        <p>{t("transfer.lessIsFine")}</p>
      </Note>
    </PageShell>
  );
}
