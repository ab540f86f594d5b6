import type { LocalDate } from "#app/domain/calendar.ts";
import type { Cents } from "#app/domain/money.ts";
import type { StatementEntry } from "#app/domain/statement-entries.ts";
import { EntryExplained } from "#app/ui/claim/entry-explained.tsx";
import { type ClaimFrame, ClaimShell } from "#app/ui/claim/claim-shell.tsx";
import { formatAmount, formatDay } from "#app/ui/format.ts";
import { Button } from "#app/ui/parts/button.tsx";
import { StatusPanel } from "#app/ui/parts/status-panel.tsx";
import { Stack } from "#app/ui/parts/stack.tsx";
import { useTranslation } from "#app/ui/translation.tsx";

export type DisputeFoundPageProps = ClaimFrame & {
  readonly found: {
    readonly payment: { readonly on: LocalDate; readonly amount: Cents };
    /** Null when it does not stand in the statement as one payment. */
    readonly entry: StatementEntry | null;
    readonly openNow: Cents;
  };
};

/** The creditor already has the payment that the debtor means: this is it, and this is where it went. */
export function DisputeFoundPage({ found, creditor, path, backHref }: DisputeFoundPageProps) {
  const { t, language } = useTranslation();
  const { payment, entry, openNow } = found;
  const amount = formatAmount(payment.amount, language);
  return (
    <ClaimShell {...{ creditor, path, backHref }} title={t("disputePage.found.title")}>
      <StatusPanel tone="done">
        <p>{t("disputePage.found.lead", { creditor: creditor.name, amount, day: formatDay(payment.on, language) })}</p>
      </StatusPanel>
      <p>{t("disputePage.found.counted", { open: formatAmount(openNow, language) })}</p>
      {entry !== null && (
        <>
          <h2>{t("disputePage.found.whereHeading")}</h2>
          <EntryExplained entry={entry} creditor={creditor.name} />
        </>
      )}
      <h2>{t("disputePage.found.isItHeading")}</h2>
      <form method="post">
        <Stack>
          <Button name="act" value="found">
            {t("disputePage.found.yes")}
          </Button>
          <Button kind="second" name="act" value="other">
            {t("disputePage.found.no")}
          </Button>
        </Stack>
      </form>
    </ClaimShell>
  );
}
