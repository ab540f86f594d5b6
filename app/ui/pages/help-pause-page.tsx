import type { LocalDate } from "#app/domain/calendar.ts";
import type { Cents } from "#app/domain/money.ts";
import { HELP_PAGE } from "#app/ui/addresses.ts";
import { formatAmount, formatDay } from "#app/ui/format.ts";
import { ClaimShell, type FixedFrame } from "#app/ui/claim/claim-shell.tsx";
import { pauseText, type PauseView } from "#app/ui/help/pause-text.ts";
import { ErrorSummary } from "#app/ui/forms/error-summary.tsx";
import { Field } from "#app/ui/forms/field.tsx";
import { BulletList } from "#app/ui/parts/bullet-list.tsx";
import { Button } from "#app/ui/parts/button.tsx";
import { LinkList } from "#app/ui/parts/link-list.tsx";
import { Note } from "#app/ui/parts/note.tsx";
import { RichText } from "#app/ui/parts/rich-text.tsx";
import { StatusPanel } from "#app/ui/parts/status-panel.tsx";
import { useTranslation } from "#app/ui/translation.tsx";

export const PAUSE_FIELDS = { act: "act", helpedBy: "helpedBy" } as const;

export type HelpPausePageProps = FixedFrame & {
  /** Each reason and last day by which something rests now. */
  readonly pauses: readonly PauseView[];
  /** What can still be let rest; null for nothing. */
  readonly ask: {
    readonly untilOn: LocalDate;
    /** What a day adds; null where interest rests too. */
    readonly interestPerDay: Cents | null;
  } | null;
  /** Whether something rests that the debtor may end. */
  readonly mayEnd: boolean;
  /** Until when it can be made longer; null where it cannot. */
  readonly extendUntil: LocalDate | null;
  /** What the debtor just did. */
  readonly news: "began" | "extended" | "ended" | null;
  readonly helpedBy: string;
  readonly wrong: boolean;
};

/** The debtor lets everything rest, for a while: what that does, what it does not, and until when. */
export function HelpPausePage(props: HelpPausePageProps) {
  const { creditor, path, pauses, ask, news } = props;
  const { t } = useTranslation();
  const rests = pauses.length > 0;
  const title = rests ? t("pause.running.title") : t(ask === null ? "pause.none.title" : "pause.ask.title");
  return (
    <ClaimShell {...{ creditor, path, title }} backHref={HELP_PAGE}>
      {news !== null && (
        <StatusPanel tone="done">
          <p>{t(`pause.running.${news}`)}</p>
        </StatusPanel>
      )}
      {rests && <Running {...props} />}
      {ask === null ? (
        !rests && <p>{t("pause.none.lead", { creditor: creditor.name })}</p>
      ) : (
        <Ask {...props} ask={ask} rests={rests} />
      )}
      <LinkList links={[{ href: HELP_PAGE, text: t("pause.ask.findHelp") }]} />
    </ClaimShell>
  );
}

function Ask({
  creditor,
  ask,
  rests,
}: HelpPausePageProps & { ask: NonNullable<HelpPausePageProps["ask"]>; rests: boolean }) {
  const { t, language } = useTranslation();
  const { untilOn, interestPerDay } = ask;
  const runs = interestPerDay !== null && interestPerDay > 0n;
  return (
    <>
      {rests && <h2>{t("pause.ask.rest")}</h2>}
      <p>{t("pause.ask.lead", { creditor: creditor.name })}</p>
      <p>
        <RichText text={t("pause.ask.until", { day: formatDay(untilOn, language) })} />
      </p>
      <h2>{t("pause.ask.doesHeading")}</h2>
      <BulletList>
        <li>{t("pause.ask.noContact")}</li>
        <li>{t("pause.ask.noCosts")}</li>
        <li>{t("pause.ask.noCollection")}</li>
        {interestPerDay === null && <li>{t("pause.ask.interestRests")}</li>}
      </BulletList>
      <h2>{t("pause.ask.doesNotHeading")}</h2>
      <BulletList>
        <li>{t("pause.ask.stays")}</li>
        {runs && <li>{t("pause.ask.interestRuns", { amount: formatAmount(interestPerDay, language) })}</li>}
      </BulletList>
      <form method="post" className="my-6">
        <Button name={PAUSE_FIELDS.act} value="ask">
          {t("pause.ask.button")}
        </Button>
      </form>
    </>
  );
}

function Running({ creditor, path, pauses, mayEnd, extendUntil, helpedBy, wrong }: HelpPausePageProps) {
  const translator = useTranslation();
  const { t, language } = translator;
  const { helpedBy: field } = PAUSE_FIELDS;
  const error = wrong ? t("pause.running.helpedByMissing") : undefined;
  return (
    <>
      <ErrorSummary errors={error === undefined ? [] : [{ field, message: error }]} />
      <Note tone="wait">
        {pauses.map((pause) => (
          <p key={pause.reason + (pause.untilOn ?? "")}>{pauseText(pause, creditor.name, translator)}</p>
        ))}
      </Note>
      <p>{t("pause.running.next")}</p>
      {mayEnd ? null : <p>{t("pause.running.notOwn", { creditor: creditor.name })}</p>}
      {extendUntil !== null && (
        <form method="post" action={path}>
          <h2>{t("pause.running.extendHeading")}</h2>
          <p>
            <RichText text={t("pause.running.extendLead", { day: formatDay(extendUntil, language) })} />
          </p>
          <Field
            name={field}
            label={t("pause.running.helpedBy")}
            hint={t("pause.running.helpedByHint", { creditor: creditor.name })}
            error={error}
            value={helpedBy}
          />
          <Button kind="second" name={PAUSE_FIELDS.act} value="extend">
            {t("pause.running.extendButton")}
          </Button>
        </form>
      )}
      {mayEnd && extendUntil === null && <p>{t("pause.running.noLonger", { creditor: creditor.name })}</p>}
      {mayEnd && (
        <form method="post" className="my-6">
          <h2>{t("pause.running.endHeading")}</h2>
          <p>{t("pause.running.endLead")}</p>
          <Button kind="second" name={PAUSE_FIELDS.act} value="end">
            {t("pause.running.endButton")}
          </Button>
        </form>
      )}
    </>
  );
}
