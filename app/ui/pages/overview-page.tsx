import { ArrangementSummary } from "#app/ui/arrangement/arrangement-summary.tsx";
import type { ArrangementView } from "#app/ui/arrangement/arrangement-view.ts";
import type { CheckWords } from "#app/domain/check-words.ts";
import { CheckWordsNote } from "#app/ui/claim/check-words-note.tsx";
import { ClaimAmount } from "#app/ui/claim/claim-amount.tsx";
import { ClaimList } from "#app/ui/claim/claim-list.tsx";
import { isPayable, lastReversal, openTogether } from "#app/ui/claim/claim-state.ts";
import type { AddresseeView, ClaimView, CreditorView, OpenPaymentView } from "#app/ui/claim/claim-view.ts";
import { ContactSection } from "#app/ui/claim/contact-section.tsx";
import type { CorrespondenceItem } from "#app/ui/claim/correspondence.ts";
import { initialsOf } from "#app/ui/claim/initials.ts";
import { OtherWays } from "#app/ui/claim/other-ways.tsx";
import { OwnLinks } from "#app/ui/claim/own-links.tsx";
import { PayAction } from "#app/ui/claim/pay-action.tsx";
import { Receipts, type ReceiptView } from "#app/ui/claim/receipts.tsx";
import { RecentLetters } from "#app/ui/claim/recent-letters.tsx";
import { StatementBreakdown } from "#app/ui/claim/statement-breakdown.tsx";
import { paidOf } from "#app/ui/claim/statement-rows.ts";
import { StatusNote } from "#app/ui/claim/status-note.tsx";
import { WhatHappensNext } from "#app/ui/claim/what-happens-next.tsx";
import { LeaveForm } from "#app/ui/claim/leave-form.tsx";
import { WhoWeAre } from "#app/ui/claim/who-we-are.tsx";
import { disputeHref } from "#app/ui/dispute/dispute-addresses.ts";
import { PageShell } from "#app/ui/layout/page-shell.tsx";
import { Amount } from "#app/ui/parts/amount.tsx";
import type { Translator } from "#app/i18n/translator.ts";
import { formatDay } from "#app/ui/format.ts";
import { useTranslation } from "#app/ui/translation.tsx";

export type OverviewPageProps = {
  creditor: CreditorView;
  addressee: AddresseeView;
  /** All claims of this debtor with this creditor, at least one. */
  claims: readonly ClaimView[];
  /** The claim to show; with several and none chosen, the list of all. */
  claimId: string | null;
  openPayment: OpenPaymentView | null;
  /** The one over the claims on the page that waits or runs. */
  arrangement: ArrangementView | null;
  /** Whether the creditor makes arrangements. */
  arrangementsOn: boolean;
  /** Of the claims on the page, newest payment first. */
  receipts: readonly ReceiptView[];
  /** The latest few, of the claims on the page. */
  letters: readonly CorrespondenceItem[];
  /** Of each claim by its id. */
  checkWords: Readonly<Record<string, CheckWords>>;
  path: string;
};

/** What is owed, what can be done about it, how it came about, what comes next, and to whom it is owed. */
export function OverviewPage(props: OverviewPageProps) {
  const { claims, claimId } = props;
  const [only] = claims;
  const chosen = claims.length === 1 ? only : claims.find(({ id }) => id === claimId);
  return chosen ? <OneClaim {...props} claim={chosen} /> : <AllClaims {...props} />;
}

function OneClaim({
  claim,
  creditor,
  addressee,
  claims,
  openPayment,
  arrangement,
  arrangementsOn,
  receipts,
  letters,
  checkWords,
  path,
}: OverviewPageProps & { claim: ClaimView }) {
  const translator = useTranslation();
  const { t } = translator;
  const several = claims.length > 1;
  const query = several ? `?claim=${encodeURIComponent(claim.id)}` : "";
  return (
    <PageShell
      creditor={{ name: creditor.name, initials: initialsOf(creditor.name), brand: creditor.brand }}
      title={titleOf(claim, translator)}
      path={path}
      {...(several ? { back: { href: "/claim", label: t("overview.claims.back") } } : {})}
    >
      <p className="mb-0 text-ink-soft">{aboutOf(claim, translator)}</p>
      {claim.status === "settled" || claim.status === "closed" ? null : <ClaimAmount claim={claim} />}
      {arrangement === null ? null : <ArrangementSummary arrangement={arrangement} creditor={creditor.name} />}
      {arrangement !== null && claim.status === "arranged" ? null : (
        <StatusNote claim={claim} creditor={creditor.name} />
      )}
      <PayAction
        claims={[claim]}
        openPayment={openPayment}
        arrangement={arrangement}
        href={`/claim/pay${query}`}
        arrangementHref={arrangementsOn ? `/claim/arrangement${query}` : null}
        disputeHref={disputeHref(several ? claim.id : null)}
      />
      {isPayable(claim) && (
        <OtherWays paidHref={claim.status === "disputed" ? null : paidHref(several ? claim.id : null)} />
      )}
      <Receipts receipts={receipts} />
      {isPayable(claim) && <ContactSection creditor={creditor} arrangement={arrangement} />}
      {claim.status !== "closed" && <StatementBreakdown claim={claim} creditor={creditor.name} />}
      <WhatHappensNext claim={claim} creditor={creditor} arrangement={arrangement} />
      <RecentLetters items={letters} allHref={`/claim/letters${query}`} />
      <WhoWeAre creditor={creditor} addressee={addressee} />
      <CheckWordsNote claims={[claim]} checkWords={checkWords} />
      <OwnLinks />
      <LeaveForm />
    </PageShell>
  );
}

function AllClaims(props: OverviewPageProps) {
  const { creditor, addressee, claims, openPayment, arrangement, arrangementsOn, receipts, letters, checkWords, path } =
    props;
  const { t, language } = useTranslation();
  const count = claims.filter(isPayable).length;
  const asOf = claims[0]?.statement.asOf;
  return (
    <PageShell
      creditor={{ name: creditor.name, initials: initialsOf(creditor.name), brand: creditor.brand }}
      title={count === 0 ? t("overview.title.severalSettled") : t("overview.title.several", { count })}
      path={path}
    >
      {count > 0 && (
        <>
          <p className="mb-0 text-ink-soft">{t("overview.about.several", { creditor: creditor.name })}</p>
          <p className="mb-0">
            <Amount cents={openTogether(claims)} size="large" />
          </p>
          {asOf !== undefined && (
            <p className="text-small text-ink-soft">{t("overview.amount.asOf", { day: formatDay(asOf, language) })}</p>
          )}
          {arrangement === null ? null : <ArrangementSummary arrangement={arrangement} creditor={creditor.name} />}
          <PayAction
            claims={claims}
            openPayment={openPayment}
            arrangement={arrangement}
            href="/claim/pay"
            arrangementHref={arrangementsOn ? "/claim/arrangement" : null}
            disputeHref={disputeHref(null)}
          />
          <OtherWays paidHref={paidHref(null)} />
        </>
      )}
      <ClaimList claims={claims} creditor={creditor.name} />
      <Receipts receipts={receipts} />
      {count > 0 && <ContactSection creditor={creditor} arrangement={arrangement} />}
      <RecentLetters items={letters} allHref="/claim/letters" />
      <WhoWeAre creditor={creditor} addressee={addressee} />
      <CheckWordsNote claims={claims} checkWords={checkWords} />
      <OwnLinks />
      <LeaveForm />
    </PageShell>
  );
}

/** A link only chooses beforehand; nothing is sent by following it. */
const paidHref = (claim: string | null): string => disputeHref(claim, { ground: "already_paid" });

function titleOf(claim: ClaimView, { t }: Translator): string {
  if (claim.status === "settled" || claim.status === "closed") return t(`overview.title.${claim.status}`);
  if (lastReversal(claim) !== null) return t("overview.title.reopened");
  return t(paidOf(claim.statement) > 0n ? "overview.title.partlyPaid" : "overview.title.open");
}

function aboutOf({ description, invoices }: ClaimView, { t }: Translator): string {
  const [first] = invoices;
  if (first !== undefined && invoices.length === 1)
    return t("overview.about.one", { description, number: first.number });
  return t("overview.about.many", { description, count: invoices.length });
}
