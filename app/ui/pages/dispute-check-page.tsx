import type { Cents } from "#app/domain/money.ts";
import { CheckRows } from "#app/ui/arrangement/check-rows.tsx";
import { type AnsweredQuestions, answeredRows } from "#app/ui/dispute/answered-rows.ts";
import { disputeHref } from "#app/ui/dispute/dispute-addresses.ts";
import { ClaimShell } from "#app/ui/claim/claim-shell.tsx";
import type { DisputeFile, DisputeFrame } from "#app/ui/dispute/dispute-view.ts";
import { WaitingFiles } from "#app/ui/dispute/waiting-files.tsx";
import { HiddenFields } from "#app/ui/forms/hidden-fields.tsx";
import { Amount } from "#app/ui/parts/amount.tsx";
import { Button } from "#app/ui/parts/button.tsx";
import { DefinitionList } from "#app/ui/parts/definition-list.tsx";
import { Stack } from "#app/ui/parts/stack.tsx";
import { formatAmount } from "#app/ui/format.ts";
import { BulletList } from "#app/ui/parts/bullet-list.tsx";
import { useTranslation } from "#app/ui/translation.tsx";

export type DisputeCheckPageProps = DisputeFrame &
  AnsweredQuestions & {
    /** Made with the form, so that sending it twice files one dispute. */
    readonly disputeId: string;
    readonly amount: Cents;
    /** What stays payable. */
    readonly rest: Cents;
    readonly uploads: readonly DisputeFile[];
    readonly interestRuns: boolean;
    /** The claim is paid in a plan. */
    readonly arranged: boolean;
  };

/** Everything once more before it is sent, and what happens then. */
export function DisputeCheckPage(props: DisputeCheckPageProps) {
  const { creditor, path, backHref, claim, disputeId, amount, rest, uploads } = props;
  const translator = useTranslation();
  const { t } = translator;
  return (
    <ClaimShell {...{ creditor, path, backHref }} title={t("disputePage.check.title")}>
      <p>{t("disputePage.check.lead")}</p>
      <CheckRows rows={answeredRows(props, { claim, translator })} />
      <DefinitionList
        rows={[
          { term: t("disputePage.check.amount"), value: <Amount cents={amount} /> },
          { term: t("disputePage.check.rest"), value: <Amount cents={rest} /> },
        ]}
      />
      <h2>{t("disputePage.check.filesHeading")}</h2>
      {uploads.length === 0 ? <p>{t("disputePage.check.noFiles")}</p> : <WaitingFiles files={uploads} />}
      <p>
        <a href={disputeHref(claim, { step: "evidence" })} className="inline-flex min-h-target items-center">
          {t(uploads.length === 0 ? "disputePage.check.addFiles" : "disputePage.check.changeFiles")}
        </a>
      </p>
      <h2>{t("disputePage.check.nextHeading")}</h2>
      <AfterSending {...props} />
      <form method="post">
        <HiddenFields values={{ disputeId }} />
        <Stack>
          <Button name="act" value="send">
            {t("disputePage.check.send", { creditor: creditor.name })}
          </Button>
        </Stack>
      </form>
    </ClaimShell>
  );
}

function AfterSending({ creditor, rest, interestRuns, arranged }: DisputeCheckPageProps) {
  const { t, language } = useTranslation();
  return (
    <BulletList>
      <li>{t("disputePage.check.next.answer", { creditor: creditor.name })}</li>
      <li>{t("disputePage.check.next.stops")}</li>
      {interestRuns && <li>{t("disputePage.check.next.interest")}</li>}
      {arranged && <li>{t("disputePage.check.next.arranged")}</li>}
      {rest > 0n && <li>{t("disputePage.check.next.rest", { amount: formatAmount(rest, language) })}</li>}
      <li>{t("disputePage.check.next.admitsNothing")}</li>
      <li>{t("disputePage.check.next.withdraw")}</li>
    </BulletList>
  );
}
