import type { Reason } from "#app/domain/arrangement/reasons.ts";
import { type ClaimFrame, ClaimShell } from "#app/ui/claim/claim-shell.tsx";
import { whyText } from "#app/ui/arrangement/why-text.ts";
import { ContactSection } from "#app/ui/claim/contact-section.tsx";
import { useTranslation } from "#app/ui/translation.tsx";

export type ArrangementOffPageProps = ClaimFrame & { readonly reason: Reason };

/** No proposal can be made here now: why, and who to talk to. */
export function ArrangementOffPage({ reason, ...frame }: ArrangementOffPageProps) {
  const translator = useTranslation();
  const { t } = translator;
  return (
    <ClaimShell {...frame} title={t("arrange.off.title")}>
      <p>{whyText(reason, { creditor: frame.creditor.name, translator })}</p>
      <p>{t("arrange.off.text")}</p>
      <ContactSection creditor={frame.creditor} />
    </ClaimShell>
  );
}
