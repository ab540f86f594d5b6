import { ZERO } from "#app/domain/money.ts";
import type { Translator } from "#app/i18n/translator.ts";
import { ErrorSummary, type FormError } from "#app/ui/forms/error-summary.tsx";
import { formatAmount, formatDay } from "#app/ui/format.ts";
import { DisputeActs, PayBack } from "#app/ui/inbox/dispute-acts.tsx";
import { DisputeConversation } from "#app/ui/inbox/dispute-conversation.tsx";
import { DisputeNotice, type DoneOnDispute } from "#app/ui/inbox/dispute-notice.tsx";
import type { DisputeFormAnswersView, DisputeFormErrorView, InboxDisputeView } from "#app/ui/inbox/dispute-view.ts";
import { INBOX } from "#app/ui/inbox/inbox-addresses.ts";
import { InboxShell } from "#app/ui/inbox/inbox-shell.tsx";
import type { InboxUser } from "#app/ui/inbox/inbox-view.ts";
import { WhoOwes } from "#app/ui/inbox/who-owes.tsx";
import { DefinitionList } from "#app/ui/parts/definition-list.tsx";
import { useTranslation } from "#app/ui/translation.tsx";

export type InboxDisputePageProps = {
  user: InboxUser;
  path: string;
  dispute: InboxDisputeView;
  /** A reader looks and decides nothing. */
  mayDecide: boolean;
  done: DoneOnDispute | null;
  /** It ended while this page was open. */
  ended?: boolean | undefined;
  errors?: readonly DisputeFormErrorView[] | undefined;
  answers?: DisputeFormAnswersView | undefined;
};

const NOTHING_TYPED: DisputeFormAnswersView = { message: "", outcome: "", explanation: "", credit: "" };

/** A dispute on one screen: what is wrong, what was said, and the decision. */
export function InboxDisputePage(props: InboxDisputePageProps) {
  const { user, path, dispute, mayDecide, done, ended = false, errors = [], answers = NOTHING_TYPED } = props;
  const translator = useTranslation();
  const { t } = translator;
  const messages = errors.map((error) => formError(error, translator));
  const toPayBack = dispute.decision?.toPayBack ?? ZERO;
  const open = dispute.status === "open" || dispute.status === "awaiting_debtor";
  return (
    <InboxShell
      user={user}
      path={path}
      back={{ href: INBOX, label: t("inbox.item.back") }}
      title={t("inboxDispute.title", { debtor: dispute.debtor.name })}
      wide
    >
      <ErrorSummary errors={messages} />
      <DisputeNotice dispute={dispute} done={done} ended={ended} />
      <div className="gap-x-10 lg:grid lg:grid-cols-[3fr_2fr] lg:items-start">
        <div className="min-w-0">
          <section>
            <h2>{t("inboxDispute.what.heading")}</h2>
            <DefinitionList rows={whatRows(dispute, translator)} />
          </section>
          <DisputeConversation messages={dispute.messages} />
          {open && mayDecide && <DisputeActs dispute={dispute} errors={messages} answers={answers} />}
          {toPayBack > 0n && mayDecide && <PayBack amount={toPayBack} />}
          {open && !mayDecide && <p className="text-ink-soft">{t("inbox.acts.readerOnly")}</p>}
        </div>
        <div className="min-w-0">
          <WhoOwes owing={dispute} />
        </div>
      </div>
    </InboxShell>
  );
}

function whatRows(dispute: InboxDisputeView, { t, language }: Translator) {
  const { answers } = dispute;
  const rows = [
    { term: t("inboxDispute.what.number"), value: dispute.number },
    { term: t("inboxDispute.what.ground"), value: t(`disputeMail.ground.${dispute.ground}`) },
    { term: t("inboxDispute.what.part"), value: partText(dispute, { t, language }) },
    { term: t("inboxDispute.what.since"), value: formatDay(dispute.openedOn, language) },
    { term: t("inboxDispute.what.disputedNow"), value: formatAmount(dispute.disputedNow, language) },
    { term: t("inboxDispute.what.undisputedNow"), value: formatAmount(dispute.undisputedNow, language) },
  ];
  const paid = [
    answers.paidOn && { term: t("inboxDispute.what.paidOn"), value: formatDay(answers.paidOn, language) },
    answers.paidAmount && {
      term: t("inboxDispute.what.paidAmount"),
      value: formatAmount(answers.paidAmount, language),
    },
    answers.fromAccount && { term: t("inboxDispute.what.fromAccount"), value: answers.fromAccount },
    answers.toAccount && { term: t("inboxDispute.what.toAccount"), value: answers.toAccount },
  ];
  return [...rows, ...paid.flatMap((row) => (row ? [row] : []))];
}

function partText(
  { scope, invoiceNumbers, amount }: InboxDisputeView,
  { t, language }: Pick<Translator, "t" | "language">,
) {
  const written = formatAmount(amount, language);
  if (scope.kind !== "parts") return t(`disputeMail.scope.${scope.kind}`, { amount: written });
  const parts = [
    ...invoiceNumbers.map((number) => t("inboxDispute.what.invoice", { number })),
    ...(scope.interest ? [t("inboxDispute.what.interest")] : []),
    ...(scope.costs ? [t("inboxDispute.what.costs")] : []),
  ];
  return `${parts.join(", ")}: ${written}`;
}

function formError(error: DisputeFormErrorView, { t, language }: Translator): FormError {
  if (error.kind === "too_high") {
    const amount = formatAmount(error.allowed, language);
    return { field: error.field, message: t("inboxDispute.error.creditTooHigh", { amount }) };
  }
  switch (error.field) {
    case "message":
      return {
        field: error.field,
        message: t(error.kind === "missing" ? "inboxDispute.error.messageMissing" : "inboxDispute.error.tooLong"),
      };
    case "explanation":
      return {
        field: error.field,
        message: t(error.kind === "missing" ? "inboxDispute.error.explanationMissing" : "inboxDispute.error.tooLong"),
      };
    case "outcome":
      return { field: error.field, message: t("inboxDispute.error.outcomeMissing") };
    case "credit":
      return {
        field: error.field,
        message: t(
          error.kind === "missing" ? "inboxDispute.error.creditMissing" : "inboxDispute.error.creditUnreadable",
        ),
      };
  }
}
