import { planLabel } from "#app/ui/arrangement/plan-text.ts";
import { BulletList } from "#app/ui/parts/bullet-list.tsx";
import { useTranslation } from "#app/ui/translation.tsx";
import type { InboxArrangementView } from "./inbox-view.ts";
import { adviceReasonText, optionKindText } from "./policy-advice-text.ts";

/** What the creditor's own rules say of it, with the reasons, and what they would accept instead. */
export function PolicyAdvice({ arrangement: { advice, today } }: { arrangement: InboxArrangementView }) {
  const translator = useTranslation();
  const { t } = translator;
  if (advice === null) return null;
  const reasons = advice.kind === "accepted" ? [] : advice.reasons;
  const options = advice.kind === "accepted" ? [] : advice.options;
  return (
    <section>
      <h2>{t("inbox.advice.heading")}</h2>
      <p>{t(`inbox.advice.${advice.kind}`)}</p>
      {reasons.length > 0 && (
        <BulletList>
          {reasons.map((reason) => (
            <li key={reason.code}>{adviceReasonText(reason, translator)}</li>
          ))}
        </BulletList>
      )}
      {options.length > 0 && (
        <>
          <p>{t("inbox.advice.options")}</p>
          <ul className="mb-4 list-disc space-y-2 ps-6 tabular-nums">
            {options.map((option) => (
              <li key={option.kind}>
                {planLabel(option.schedule, today, translator)} ({optionKindText(option, translator)})
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
