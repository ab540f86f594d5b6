import type { LocalDate } from "#app/domain/calendar.ts";
import { Quotation } from "#app/ui/arrangement/quotation.tsx";
import { ClaimShell, type FixedFrame } from "#app/ui/claim/claim-shell.tsx";
import { aboutText } from "#app/ui/complaint/complaint-view.ts";
import { HiddenFields } from "#app/ui/forms/hidden-fields.tsx";
import { formatDayWithWeekday } from "#app/ui/format.ts";
import { Button } from "#app/ui/parts/button.tsx";
import { ButtonLink } from "#app/ui/parts/button-link.tsx";
import { Stack } from "#app/ui/parts/stack.tsx";
import { useTranslation } from "#app/ui/translation.tsx";

export type ComplaintCheckPageProps = FixedFrame & {
  /** Makes sending the form twice one complaint. */
  complaintId: string;
  about: string;
  text: string;
  answerBefore: LocalDate;
};

/** The complaint once more, before it is sent. */
export function ComplaintCheckPage({
  creditor,
  path,
  complaintId,
  about,
  text,
  answerBefore,
}: ComplaintCheckPageProps) {
  const translator = useTranslation();
  const { t, language } = translator;
  const form = "/claim/complaint?new=1";
  return (
    <ClaimShell {...{ creditor, path }} backHref={form} title={t("complaint.check.title")}>
      <Quotation by={aboutText(about, translator)} text={text} />
      <p>{t("complaint.check.next", { creditor: creditor.name, day: formatDayWithWeekday(answerBefore, language) })}</p>
      <form method="post">
        <HiddenFields values={{ complaintId }} />
        <Stack>
          <Button>{t("complaint.check.send")}</Button>
          <ButtonLink href={form} kind="second">
            {t("complaint.check.edit")}
          </ButtonLink>
        </Stack>
      </form>
    </ClaimShell>
  );
}
