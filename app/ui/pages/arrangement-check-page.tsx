import type { Answer } from "#app/domain/arrangement/negotiate.ts";
import type { ArrangementMethod, ArrangementPolicy } from "#app/domain/arrangement/policy.ts";
import type { Wish } from "#app/domain/arrangement/wish.ts";
import type { LocalDate } from "#app/domain/calendar.ts";
import { type Cents, ZERO } from "#app/domain/money.ts";
import { answerRows } from "#app/ui/arrangement/answer-rows.ts";
import { CheckRows } from "#app/ui/arrangement/check-rows.tsx";
import { CounterOptions } from "#app/ui/arrangement/counter-options.tsx";
import { MethodChoice } from "#app/ui/arrangement/method-choice.tsx";
import { MissedRule } from "#app/ui/arrangement/missed-rule.tsx";
import { PlanRules } from "#app/ui/arrangement/plan-rules.tsx";
import { type ClaimFrame, ClaimShell } from "#app/ui/claim/claim-shell.tsx";
import { ScheduleTable } from "#app/ui/arrangement/schedule-table.tsx";
import { WhyNotAtOnce } from "#app/ui/arrangement/why-not-at-once.tsx";
import { HiddenFields } from "#app/ui/forms/hidden-fields.tsx";
import { formatDayWithWeekday } from "#app/ui/format.ts";
import { Button } from "#app/ui/parts/button.tsx";
import { Note } from "#app/ui/parts/note.tsx";
import { RichText } from "#app/ui/parts/rich-text.tsx";
import { Stack } from "#app/ui/parts/stack.tsx";
import { StatusPanel } from "#app/ui/parts/status-panel.tsx";
import { useTranslation } from "#app/ui/translation.tsx";

export type ArrangementCheckPageProps = ClaimFrame & {
  /** Goes along unseen: what the page shows, and the id that makes pressing twice one proposal. */
  readonly sent: Readonly<Record<string, string>>;
  readonly answer: Answer;
  readonly wish: Wish;
  readonly policy: ArrangementPolicy;
  /** Collection costs that are given up when the plan is paid. */
  readonly waivedCosts: Cents;
  readonly today: LocalDate;
  readonly decideBefore: LocalDate;
  readonly reason: { readonly code: string | null; readonly text: string };
  readonly method: ArrangementMethod;
  /** Nobody who cannot spare what is asked is sent back to a choice of plans. */
  readonly plansToChoose: boolean;
  /** What was sent is no longer what the page showed. */
  readonly changed: boolean;
};

/** Everything once more, before anything is agreed. */
export function ArrangementCheckPage(props: ArrangementCheckPageProps) {
  const { answer, policy, today, creditor, path, backHref, decideBefore, wish, waivedCosts } = props;
  const translator = useTranslation();
  const { t, language } = translator;
  const accepted = answer.kind === "accepted";
  const schedule = answer.kind === "accepted" ? answer.schedule : answer.asked;
  const discount = answer.kind === "accepted" ? answer.discount : ZERO;
  return (
    <ClaimShell
      {...{ creditor, path, backHref }}
      title={t(accepted ? "arrange.check.titleAccepted" : "arrange.check.titleProposal")}
    >
      {props.changed && (
        <div role="alert">
          <Note tone="wait">
            <p>{t("arrange.check.changedPlan")}</p>
          </Note>
        </div>
      )}
      {accepted ? (
        <StatusPanel tone="done">
          <p>{t("arrange.check.accepted", { creditor: creditor.name })}</p>
        </StatusPanel>
      ) : (
        <Note tone="wait">
          <p>{t("arrange.check.notAtOnce")}</p>
        </Note>
      )}
      <CheckRows rows={answerRows({ ...props, schedule }, translator)} />
      {!accepted && (
        <>
          <WhyNotAtOnce
            reasons={answer.reasons}
            creditor={creditor.name}
            nothingToSpare={schedule === null && wish.perInstalment === 0n}
          />
          <CounterOptions options={answer.options} creditor={creditor.name} {...{ today, decideBefore }} />
        </>
      )}
      <h2>{t("arrange.check.tableHeading")}</h2>
      {schedule === null ? (
        <p>{t("arrange.check.noTable", { creditor: creditor.name })}</p>
      ) : (
        <>
          <ScheduleTable schedule={schedule} today={today} caption={t("arrange.check.tableHeading")} />
          <PlanRules arrangement={{ policy, waivedCosts, discount }} withMissed={false} />
          <MissedRule policy={policy} />
        </>
      )}
      <form method="post">
        <HiddenFields values={props.sent} />
        {schedule !== null && <MethodChoice methods={policy.methods} chosen={props.method} />}
        {!accepted && (
          <p>
            <RichText text={t("arrange.check.personHint", { day: formatDayWithWeekday(decideBefore, language) })} />
          </p>
        )}
        <p className="text-small text-ink-soft">{t("arrange.check.noAcknowledgement")}</p>
        <Stack>
          <Button name="act" value={accepted ? "start" : "person"}>
            {accepted ? t("arrange.check.start") : t("arrange.check.person", { creditor: creditor.name })}
          </Button>
        </Stack>
      </form>
    </ClaimShell>
  );
}
