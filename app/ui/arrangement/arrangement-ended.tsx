import type { CreditorView } from "#app/ui/claim/claim-view.ts";
import { reachable } from "#app/ui/claim/contact-links.tsx";
import { TalkLinks } from "#app/ui/claim/talk-links.tsx";
import { Complaints } from "#app/ui/claim/who-we-are.tsx";
import { formatAmount, formatDayWithWeekday } from "#app/ui/format.ts";
import { Amount } from "#app/ui/parts/amount.tsx";
import { ButtonLink } from "#app/ui/parts/button-link.tsx";
import { LinkList } from "#app/ui/parts/link-list.tsx";
import { RichText } from "#app/ui/parts/rich-text.tsx";
import { Stack } from "#app/ui/parts/stack.tsx";
import { StatusPanel } from "#app/ui/parts/status-panel.tsx";
import { useTranslation } from "#app/ui/translation.tsx";
import { agreementFile, payPage } from "./arrangement-addresses.ts";
import type { ArrangementView } from "./arrangement-view.ts";
import { endOf } from "./end-of.ts";
import { PlanProgress } from "./plan-progress.tsx";
import { PlanTable } from "./plan-table.tsx";
import { Quotation } from "./quotation.tsx";

type Props = {
  arrangement: ArrangementView;
  creditor: CreditorView;
  overviewHref: string;
  newHref: string;
};

/** An arrangement that is over: how it ended, what that means for the money, and what is possible now. */
export function ArrangementEnded(props: Props) {
  const { arrangement, creditor } = props;
  return arrangement.status === "completed" ? (
    <Completed {...props} />
  ) : (
    <>
      <HowItEnded arrangement={arrangement} creditor={creditor} />
      <WhatNow {...props} />
      <TalkToUs arrangement={arrangement} creditor={creditor} />
    </>
  );
}

function Completed({ arrangement, creditor, overviewHref }: Props) {
  const { plan } = arrangement;
  const { t, language } = useTranslation();
  return (
    <>
      <StatusPanel tone="done">
        <p>
          {plan === null
            ? t("arrangementPage.completed.thanks")
            : t("arrangementPage.completed.lead", {
                amount: formatAmount(plan.paid, language),
                creditor: creditor.name,
              })}
        </p>
        <p>{t("arrangementPage.completed.nothingToDo")}</p>
      </StatusPanel>
      <Stack>
        <ButtonLink href={overviewHref}>{t("arrangementPage.completed.overview")}</ButtonLink>
      </Stack>
      {plan !== null && (
        <>
          <h2>{t("arrangementPage.running.tableHeading")}</h2>
          <PlanTable instalments={plan.instalments} caption={t("arrangementPage.table.plan")} />
          <LinkList links={[{ href: agreementFile(arrangement), text: t("arrangementPage.running.agreement") }]} />
        </>
      )}
    </>
  );
}

function HowItEnded({ arrangement, creditor }: Pick<Props, "arrangement" | "creditor">) {
  const { t } = useTranslation();
  const { decisionText, status } = arrangement;
  const { name } = creditor;
  const hasReason = (status === "declined" || status === "cancelled") && decisionText !== null && decisionText !== "";
  const end = endOf(arrangement);
  return (
    <>
      <p>{t(`arrangementPage.ended.${end}.lead`, { creditor: name })}</p>
      {hasReason && <Quotation by={t("arrangementPage.words.reason", { creditor: name })} text={decisionText} />}
      <p>{t(`arrangementPage.ended.${end}.money`)}</p>
    </>
  );
}

/** What is open, and the two ways on: pay, or propose anew. */
function WhatNow({ arrangement, newHref }: Props) {
  const { t, language } = useTranslation();
  const { openNow, plan, proposeFrom, today } = arrangement;
  const mayPropose = proposeFrom !== null && proposeFrom <= today;
  return (
    <>
      <p className="mb-0 text-ink-soft">{t("arrangementPage.ended.open")}</p>
      <p className="mb-2">
        <Amount cents={openNow} size="large" />
      </p>
      {plan !== null && <PlanProgress plan={plan} />}
      {proposeFrom !== null && !mayPropose && (
        <p>
          <RichText
            text={t("arrangementPage.ended.proposeFrom", { day: formatDayWithWeekday(proposeFrom, language) })}
          />
        </p>
      )}
      <Stack>
        {mayPropose && <ButtonLink href={newHref}>{t("arrangementPage.ended.propose")}</ButtonLink>}
        <ButtonLink href={payPage(arrangement)} kind={mayPropose ? "second" : "main"}>
          {t("arrangementPage.ended.pay")}
        </ButtonLink>
      </Stack>
    </>
  );
}

function TalkToUs({ arrangement: { status }, creditor }: Pick<Props, "arrangement" | "creditor">) {
  const { t } = useTranslation();
  const { name } = reachable(creditor);
  return (
    <>
      <h2>{t("arrangementPage.talkHeading")}</h2>
      <p>{t("arrangementPage.ended.talk", { name })}</p>
      <TalkLinks creditor={creditor} />
      {(status === "declined" || status === "cancelled" || status === "broken") && (
        <Complaints complaints={creditor.complaints} />
      )}
    </>
  );
}
