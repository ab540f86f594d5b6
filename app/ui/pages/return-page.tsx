import type { Cents } from "#app/domain/money.ts";
import { HELP_PAGE } from "#app/ui/addresses.ts";
import { AfterPaying, type AfterPayingProps } from "#app/ui/claim/after-paying.tsx";
import { formatAmount } from "#app/ui/format.ts";
import type { ShellCreditor } from "#app/ui/layout/page-header.tsx";
import { PageShell } from "#app/ui/layout/page-shell.tsx";
import { ButtonLink } from "#app/ui/parts/button-link.tsx";
import { DefinitionList, type DefinitionRow } from "#app/ui/parts/definition-list.tsx";
import { LinkList } from "#app/ui/parts/link-list.tsx";
import { Note } from "#app/ui/parts/note.tsx";
import { RichText } from "#app/ui/parts/rich-text.tsx";
import { StatusPanel } from "#app/ui/parts/status-panel.tsx";
import { LiveStatus } from "#app/ui/parts/live-status.tsx";
import { useTranslation } from "#app/ui/translation.tsx";

export type PaidDetails = {
  readonly reference?: string | undefined;
  /** What is open on the claim after this payment. */
  readonly openNow?: Cents | undefined;
  /** What comes next: not for a browser without the session. */
  readonly next?: AfterPayingProps | undefined;
  readonly receiptHref?: string | undefined;
  readonly overviewHref?: string | undefined;
};

export type ReturnOutcome =
  /** The answer that carries this one also names the time of the next look, in its `Refresh` header. */
  | { readonly state: "checking" }
  | ({ readonly state: "paid" } & PaidDetails)
  | { readonly state: "failed" | "cancelled" | "expired"; readonly retryHref?: string | undefined };

export type ReturnPageProps = {
  path: string;
  amount: Cents;
  outcome: ReturnOutcome;
  /** A bank's app may come back in another browser, which then shows amount and outcome only. */
  hasSession: boolean;
  creditor?: ShellCreditor | undefined;
};

/** Back from the bank: what became of the payment, by the provider's own answer. */
export function ReturnPage({ path, amount, outcome, hasSession, creditor }: ReturnPageProps) {
  const { t } = useTranslation();
  return (
    <PageShell creditor={creditor} path={path} title={t(TITLES[outcome.state])}>
      <ReturnBody path={path} amount={amount} outcome={outcome} />
      {!hasSession && (
        <Note>
          <p>
            {t("return.noSession.text")} {t("return.noSession.how")}
          </p>
        </Note>
      )}
    </PageShell>
  );
}

const TITLES = {
  checking: "return.checking.title",
  paid: "return.paid.title",
  failed: "return.notPaid.failedTitle",
  cancelled: "return.notPaid.cancelledTitle",
  expired: "return.notPaid.expiredTitle",
} as const;

function ReturnBody({ path, amount, outcome }: { path: string; amount: Cents; outcome: ReturnOutcome }) {
  switch (outcome.state) {
    case "checking":
      return <Checking path={path} amount={amount} />;
    case "paid":
      return <Paid amount={amount} details={outcome} />;
    default:
      return <NotPaid amount={amount} retryHref={outcome.retryHref} />;
  }
}

function Checking({ path, amount }: { path: string; amount: Cents }) {
  const { t, language } = useTranslation();
  return (
    <>
      <StatusPanel tone="busy">
        <p>
          <RichText text={t("return.checking.lead", { amount: formatAmount(amount, language) })} />
        </p>
        <p>{t("return.checking.refresh")}</p>
        <p>
          <strong>{t("return.checking.dontPayAgain")}</strong>
        </p>
      </StatusPanel>
      <LiveStatus />
      <p>{t("return.checking.close")}</p>
      <ButtonLink href={path} kind="second">
        {t("return.checking.again")}
      </ButtonLink>
    </>
  );
}

function Paid({ amount, details }: { amount: Cents; details: PaidDetails }) {
  const { t, language } = useTranslation();
  const { reference, openNow, next, receiptHref, overviewHref } = details;
  const rows: DefinitionRow[] = [
    [{ term: t("return.paid.amount"), value: formatAmount(amount, language) }],
    reference === undefined ? [] : [{ term: t("return.paid.reference"), value: reference }],
    openNow === undefined ? [] : [{ term: t("return.paid.open"), value: formatAmount(openNow, language), total: true }],
  ].flat();
  return (
    <>
      <StatusPanel tone="done">
        <p>
          <RichText text={t("return.paid.lead", { amount: formatAmount(amount, language) })} />
        </p>
      </StatusPanel>
      <DefinitionList rows={rows} />
      <h2>{t("return.paid.next")}</h2>
      {next === undefined ? <p>{t("return.paid.elsewhere")}</p> : <AfterPaying {...next} />}
      <p>{t("return.paid.creditorKnows")}</p>
      {receiptHref !== undefined && <LinkList links={[{ href: receiptHref, text: t("return.paid.receipt") }]} />}
      {overviewHref !== undefined && <ButtonLink href={overviewHref}>{t("return.paid.overview")}</ButtonLink>}
    </>
  );
}

function NotPaid({ amount, retryHref }: { amount: Cents; retryHref: string | undefined }) {
  const { t, language } = useTranslation();
  return (
    <>
      <StatusPanel tone="problem">
        <p>
          <strong>{t("return.notPaid.nothingTaken")}</strong>
        </p>
        <p>
          <RichText text={t("return.notPaid.lead", { amount: formatAmount(amount, language) })} />
        </p>
      </StatusPanel>
      {retryHref !== undefined && (
        <div className="my-6">
          <ButtonLink href={retryHref}>{t("return.notPaid.retry")}</ButtonLink>
        </div>
      )}
      <p>{t("return.notPaid.doubt")}</p>
      <LinkList links={[{ href: HELP_PAGE, text: t("return.notPaid.cannotPay") }]} />
    </>
  );
}
