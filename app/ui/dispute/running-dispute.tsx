import type { LocalDate } from "#app/domain/calendar.ts";
import { CheckRows } from "#app/ui/arrangement/check-rows.tsx";
import type { CreditorView } from "#app/ui/claim/claim-view.ts";
import { ContactLinks } from "#app/ui/claim/contact-links.tsx";
import type { FormError } from "#app/ui/forms/error-summary.tsx";
import { formatAmount, formatDayWithWeekday } from "#app/ui/format.ts";
import { Amount } from "#app/ui/parts/amount.tsx";
import { BulletList } from "#app/ui/parts/bullet-list.tsx";
import { ButtonLink } from "#app/ui/parts/button-link.tsx";
import { DefinitionList } from "#app/ui/parts/definition-list.tsx";
import { LinkList } from "#app/ui/parts/link-list.tsx";
import { Note } from "#app/ui/parts/note.tsx";
import { RichText } from "#app/ui/parts/rich-text.tsx";
import { Stack } from "#app/ui/parts/stack.tsx";
import { useTranslation } from "#app/ui/translation.tsx";
import { Conversation } from "./conversation.tsx";
import { disputeHref, payRestHref } from "./dispute-addresses.ts";
import type { DisputeView, ReplyDraft } from "./dispute-view.ts";
import { ReplyForm } from "./reply-form.tsx";
import { scopeText } from "./scope-text.ts";

export type RunningDisputeProps = {
  path: string;
  dispute: DisputeView;
  creditor: CreditorView;
  claim: string | null;
  reply: ReplyDraft;
  today: LocalDate;
  interestRuns: boolean;
  errors: readonly FormError[];
};

/** A dispute that waits for the creditor or for the debtor: what it is about, what stands still, and what can be done. */
export function RunningDispute(props: RunningDisputeProps) {
  const { dispute, creditor, path, claim, reply, errors } = props;
  const { t } = useTranslation();
  const asked = dispute.status === "awaiting_debtor";
  return (
    <>
      <p>{t(asked ? "disputePage.page.askedLead" : "disputePage.page.openLead", { creditor: creditor.name })}</p>
      <Deadline {...props} />
      {asked && <Question {...props} />}
      <What dispute={dispute} />
      <h2>{t("disputePage.page.stopsHeading")}</h2>
      <WhatStops {...props} />
      <PayRest dispute={dispute} claim={claim} />
      <h2>{t("disputePage.page.saidHeading")}</h2>
      <Conversation messages={dispute.messages} creditor={creditor.name} />
      {!asked && <ReplyForm disputeId={dispute.id} {...{ path, reply, asked, errors }} />}
      <h2>{t("disputePage.page.moreHeading")}</h2>
      <LinkList
        links={[
          { href: disputeHref(claim, { step: "confirmation" }), text: t("disputePage.page.pdf") },
          { href: disputeHref(claim, { withdraw: "1" }), text: t("disputePage.page.withdraw") },
        ]}
      />
      <ContactLinks creditor={creditor} />
    </>
  );
}

function Deadline({ dispute: { status, answerBefore, debtorAnswerBefore }, creditor, today }: RunningDisputeProps) {
  const { t, language } = useTranslation();
  if (status === "awaiting_debtor") {
    return debtorAnswerBefore === null ? null : (
      <Note tone="wait">
        <p>
          <RichText
            text={t("disputePage.page.answerBefore", { day: formatDayWithWeekday(debtorAnswerBefore, language) })}
          />
        </p>
        <p>{t("disputePage.page.answerLater")}</p>
      </Note>
    );
  }
  const values = { creditor: creditor.name, day: formatDayWithWeekday(answerBefore, language) };
  return (
    <Note tone="wait">
      <p>
        <RichText text={t(today > answerBefore ? "disputePage.page.tooLate" : "disputePage.page.before", values)} />
      </p>
    </Note>
  );
}

/** The last thing the creditor asked, right above the answer. */
function Question({ dispute, creditor, path, reply, errors }: RunningDisputeProps) {
  const { t } = useTranslation();
  const question = dispute.messages.findLast(({ from }) => from === "creditor");
  return (
    <>
      <h2>{t("disputePage.page.questionHeading", { creditor: creditor.name })}</h2>
      {question !== undefined && <Conversation messages={[question]} creditor={creditor.name} />}
      <ReplyForm disputeId={dispute.id} {...{ path, reply, errors }} asked />
    </>
  );
}

function What({ dispute }: { dispute: DisputeView }) {
  const translator = useTranslation();
  const { t } = translator;
  return (
    <>
      <h2>{t("disputePage.page.whatHeading")}</h2>
      <CheckRows
        rows={[
          { term: t("disputePage.page.number"), value: dispute.number, changeHref: null },
          { term: t("disputePage.page.ground"), value: t(`disputeMail.ground.${dispute.ground}`), changeHref: null },
          { term: t("disputePage.page.part"), value: scopeText(dispute, translator), changeHref: null },
        ]}
      />
      <DefinitionList
        rows={[
          { term: t("disputePage.page.disputed"), value: <Amount cents={dispute.disputedNow} /> },
          { term: t("disputePage.page.undisputed"), value: <Amount cents={dispute.undisputedNow} /> },
        ]}
      />
    </>
  );
}

function WhatStops({ interestRuns }: RunningDisputeProps) {
  const { t } = useTranslation();
  return (
    <BulletList>
      <li>{t("disputePage.page.stops.pay")}</li>
      <li>{t("disputePage.page.stops.reminders")}</li>
      <li>{t("disputePage.page.stops.costs")}</li>
      {interestRuns && <li>{t("disputePage.page.stops.interest")}</li>}
    </BulletList>
  );
}

function PayRest({ dispute: { undisputedNow, disputedNow }, claim }: { dispute: DisputeView; claim: string | null }) {
  const { t, language } = useTranslation();
  if (undisputedNow === 0n) return disputedNow === 0n ? null : <p>{t("disputePage.page.payAnyway")}</p>;
  return (
    <>
      <p>{t("disputePage.page.restHint")}</p>
      <Stack>
        <ButtonLink href={payRestHref(claim)} kind="second">
          {t("disputePage.page.payRest", { amount: formatAmount(undisputedNow, language) })}
        </ButtonLink>
      </Stack>
    </>
  );
}
