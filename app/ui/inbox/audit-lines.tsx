import type { Translator } from "#app/i18n/translator.ts";
import { formatInstant } from "#app/ui/format.ts";
import { useTranslation } from "#app/ui/translation.tsx";
import type { InboxClaimView } from "./claims-view.ts";
import { byText } from "./decided-text.ts";

/** What has words here; anything newer is shown as the log names it. */
const WORDED = [
  "claim_registered",
  "claim_changed",
  "claim_credited",
  "claim_paused",
  "claim_pause_extended",
  "claim_resumed",
  "claim_closed",
  "invoice_file_added",
  "payment_recorded",
  "payment_booked",
  "payment_quarantined",
  "payment_quarantine_resolved",
  "payment_refund_asked",
  "payment_refund_failed",
  "link_issued",
  "link_revoked",
  "message_recorded",
  "arrangement_proposed",
  "arrangement_offered",
  "arrangement_countered",
  "arrangement_accepted",
  "arrangement_declined",
  "arrangement_withdrawn",
  "arrangement_expired",
  "arrangement_cancelled",
  "arrangement_completed",
  "arrangement_broken",
  "instalment_missed",
  "instalment_announced",
  "dispute_opened",
  "dispute_answered",
  "dispute_asked",
  "dispute_written",
  "dispute_resolved",
  "dispute_withdrawn",
  "complaint_opened",
  "complaint_answered",
  "question_answered",
  "debtor_help_requested",
  "debtor_wrong_person",
  "debtor_details_changed",
  "details_change_requested",
  "details_change_refused",
  "erasure_requested",
  "helper_granted",
  "helper_revoked",
] as const;

/** Who did what on a claim and when, as the audit log has it. */
export function AuditLines({ lines }: { lines: InboxClaimView["audit"] }) {
  const translator = useTranslation();
  const { t, language } = translator;
  if (lines.length === 0) return null;
  return (
    <details className="group mt-8 border-t border-line">
      <summary className="flex min-h-button cursor-pointer items-center gap-2 text-heading font-bold">
        <span aria-hidden="true" className="text-ink-soft group-open:rotate-90">
          ›
        </span>
        {t("inboxAudit.heading")}
      </summary>
      <ul>
        {lines.map(({ at, action, by }, index) => (
          <li key={`${at} ${index}`} className="border-b border-line py-2 last:border-b-0">
            <span className="block">{actionText(action, translator)}</span>
            <span className="block text-small text-ink-soft [overflow-wrap:anywhere]">
              {t("inboxAudit.line", { at: formatInstant(at, language), by: byText(by, translator) })}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}

function actionText(action: string, { t }: Pick<Translator, "t">): string {
  const known = WORDED.find((one) => one === action.replaceAll(".", "_"));
  return known === undefined ? action : t(`inboxAudit.action.${known}`);
}
