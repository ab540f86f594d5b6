import { complaintNumber } from "#app/domain/spoken-number.ts";
import { fullStopAfter } from "#app/i18n/full-stop.ts";
import { Quotation } from "#app/ui/arrangement/quotation.tsx";
import { ClaimShell, type FixedFrame } from "#app/ui/claim/claim-shell.tsx";
import type { CreditorView } from "#app/ui/claim/claim-view.ts";
import { aboutText, type ComplaintView } from "#app/ui/complaint/complaint-view.ts";
import { formatDay, formatDayWithWeekday } from "#app/ui/format.ts";
import { ButtonLink } from "#app/ui/parts/button-link.tsx";
import { Note } from "#app/ui/parts/note.tsx";
import { StatusPanel } from "#app/ui/parts/status-panel.tsx";
import { useTranslation } from "#app/ui/translation.tsx";

export type ComplaintsPageProps = FixedFrame & {
  /** At least one, the newest first. */
  complaints: readonly ComplaintView[];
  /** The newest was sent just now. */
  sent: boolean;
};

/** How each complaint stands, and who outside can look at it when its time has come. */
export function ComplaintsPage({ creditor, path, complaints, sent }: ComplaintsPageProps) {
  const { t } = useTranslation();
  return (
    <ClaimShell {...{ creditor, path }} backHref="/claim" title={t("complaint.listTitle")}>
      {sent && (
        <StatusPanel tone="done">
          <p>{t("complaint.sent")}</p>
        </StatusPanel>
      )}
      {complaints.map((complaint) => (
        <Complaint key={complaint.id} complaint={complaint} creditor={creditor} />
      ))}
      <ButtonLink href="/claim/complaint?new=1" kind="second">
        {t("complaint.another")}
      </ButtonLink>
    </ClaimShell>
  );
}

function Complaint({ complaint, creditor }: { complaint: ComplaintView; creditor: CreditorView }) {
  const translator = useTranslation();
  const { t, language } = translator;
  const { id, about, text, madeOn, answerBefore, answer, outsideIsOpen } = complaint;
  const { outsideBody } = creditor.complaints;
  const late = answer === null && outsideIsOpen;
  return (
    <section>
      <h2>{aboutText(about, translator)}</h2>
      <p className="text-small text-ink-soft">
        {t("complaint.number", { number: complaintNumber(id), day: formatDay(madeOn, language) })}
      </p>
      {answer === null && (
        <Note tone={late ? "problem" : "wait"}>
          <p>
            {t(late ? "complaint.late" : "complaint.waiting", {
              creditor: creditor.name,
              day: formatDayWithWeekday(answerBefore, language),
            })}
          </p>
        </Note>
      )}
      <Quotation by={t("complaint.yours")} text={text} />
      {answer !== null && (
        <Quotation
          by={t("complaint.answered", { creditor: creditor.name, day: formatDay(answer.on, language) })}
          text={answer.text}
        />
      )}
      {outsideIsOpen && outsideBody !== undefined && (
        <p>
          {t("complaint.outside")}{" "}
          <a href={outsideBody.url} rel="noreferrer">
            {outsideBody.name}
          </a>
          {fullStopAfter(outsideBody.name)}
        </p>
      )}
    </section>
  );
}
