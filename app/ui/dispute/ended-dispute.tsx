import { Quotation } from "#app/ui/arrangement/quotation.tsx";
import type { CreditorView } from "#app/ui/claim/claim-view.ts";
import { ContactLinks } from "#app/ui/claim/contact-links.tsx";
import { Complaints } from "#app/ui/claim/who-we-are.tsx";
import { formatAmount } from "#app/ui/format.ts";
import { Amount } from "#app/ui/parts/amount.tsx";
import { ButtonLink } from "#app/ui/parts/button-link.tsx";
import { DefinitionList } from "#app/ui/parts/definition-list.tsx";
import { LinkList } from "#app/ui/parts/link-list.tsx";
import { Stack } from "#app/ui/parts/stack.tsx";
import { type Cents, plus } from "#app/domain/money.ts";
import { useTranslation } from "#app/ui/translation.tsx";
import { Conversation } from "./conversation.tsx";
import { complaintHref, disputeHref, overviewHref } from "./dispute-addresses.ts";
import type { DisputeView } from "./dispute-view.ts";

type EndedDisputeProps = {
  dispute: DisputeView;
  creditor: CreditorView;
  claim: string | null;
  /** Overpaid: the debtor's money. */
  credit: Cents;
  /** Something is open to disagree with. */
  mayFileAnother: boolean;
};

/** A dispute that is over: the decision with its reason, what it changed, and what is possible now. */
export function EndedDispute(props: EndedDisputeProps) {
  const { dispute, creditor, claim, credit } = props;
  const { t, language } = useTranslation();
  return (
    <>
      <Decision {...props} />
      <Money dispute={dispute} />
      {credit > 0n && (
        <p>{t("disputePage.ended.moneyBack", { amount: formatAmount(credit, language), creditor: creditor.name })}</p>
      )}
      <Stack>
        <ButtonLink href={overviewHref(claim)}>{t("disputePage.ended.overview")}</ButtonLink>
      </Stack>
      <h2>{t("disputePage.page.saidHeading")}</h2>
      <p className="text-small text-ink-soft">{t("disputePage.ended.number", { number: dispute.number })}</p>
      <Conversation messages={dispute.messages} creditor={creditor.name} />
      <LinkList links={[{ href: disputeHref(claim, { step: "confirmation" }), text: t("disputePage.page.pdf") }]} />
      <WhatNow {...props} />
    </>
  );
}

function Decision({ dispute: { outcome, explanation, credited }, creditor }: EndedDisputeProps) {
  const { t, language } = useTranslation();
  const { name } = creditor;
  if (outcome === null) return <p>{t("disputePage.ended.withdrawnLead")}</p>;
  return (
    <>
      <p>
        {t(`disputePage.ended.lead.${outcome}`, { creditor: name })}
        {credited > 0n && ` ${t("disputePage.ended.credited", { amount: formatAmount(credited, language) })}`}
      </p>
      {explanation !== null && explanation !== "" && (
        <Quotation by={t("disputePage.ended.explanation", { creditor: name })} text={explanation} />
      )}
    </>
  );
}

function Money({ dispute: { outcome, amount, credited, disputedNow, undisputedNow } }: { dispute: DisputeView }) {
  const { t } = useTranslation();
  const open = { term: t("disputePage.ended.openNow"), value: <Amount cents={plus(disputedNow, undisputedNow)} />, total: true }; // prettier-ignore
  if (outcome === null) return <DefinitionList rows={[open]} />;
  return (
    <>
      <h2>{t("disputePage.ended.moneyHeading")}</h2>
      <DefinitionList
        rows={[
          { term: t("disputePage.ended.disputed"), value: <Amount cents={amount} /> },
          { term: t("disputePage.ended.off"), value: <Amount cents={credited} /> },
          open,
        ]}
      />
    </>
  );
}

function WhatNow({ dispute: { outcome }, creditor, claim, mayFileAnother }: EndedDisputeProps) {
  const { t } = useTranslation();
  if (outcome === "upheld" || (outcome === null && !mayFileAnother)) return <ContactLinks creditor={creditor} />;
  const another = { href: disputeHref(claim, { new: "1" }), text: t("disputePage.ended.another") };
  const complaint = { href: complaintHref(claim), text: t("disputePage.ended.complaint") };
  if (outcome === null) return <LinkList links={[another]} />;
  return (
    <>
      <h2>{t("disputePage.ended.stillHeading")}</h2>
      <p>{t("disputePage.ended.stillText", { creditor: creditor.name })}</p>
      <LinkList links={mayFileAnother ? [complaint, another] : [complaint]} />
      <p>{t("disputePage.ended.legalHelp")}</p>
      <ContactLinks creditor={creditor} />
      <Complaints complaints={creditor.complaints} />
    </>
  );
}
