import type { Schedule } from "#app/domain/arrangement/schedule.ts";
import type { LocalDate } from "#app/domain/calendar.ts";
import { Quotation } from "#app/ui/arrangement/quotation.tsx";
import { ScheduleTable } from "#app/ui/arrangement/schedule-table.tsx";
import { HiddenFields } from "#app/ui/forms/hidden-fields.tsx";
import { formatDay } from "#app/ui/format.ts";
import { Button } from "#app/ui/parts/button.tsx";
import { Stack } from "#app/ui/parts/stack.tsx";
import { useTranslation } from "#app/ui/translation.tsx";
import { type CounterAnswers, rowFields } from "./counter-fields.ts";
import type { InboxArrangementView } from "./inbox-view.ts";

/** Everything the debtor will read, before it is sent. */
export function CounterPreview({
  arrangement,
  answers,
  preview,
  action,
}: {
  arrangement: InboxArrangementView;
  answers: CounterAnswers;
  preview: { schedule: Schedule; shown: string; validUntil: LocalDate; version: number };
  action: string;
}) {
  const { t, language } = useTranslation();
  const { schedule, shown, validUntil, version } = preview;
  const { rows, ...typed } = answers;
  return (
    <>
      <p>{t("inbox.counter.checkLead", { debtor: arrangement.debtor.name, day: formatDay(validUntil, language) })}</p>
      <ScheduleTable schedule={schedule} today={arrangement.today} caption={t("inbox.counter.checkTitle")} />
      <Quotation by={t("inbox.counter.yourMessage")} text={answers.reason} />
      <form method="post" action={action}>
        <HiddenFields values={{ ...typed, ...rowFields(rows), version: String(version), shown }} />
        <Stack>
          <Button name="act" value="send">
            {t("inbox.counter.send")}
          </Button>
          <Button kind="second" name="act" value="edit">
            {t("inbox.counter.edit")}
          </Button>
        </Stack>
      </form>
    </>
  );
}
