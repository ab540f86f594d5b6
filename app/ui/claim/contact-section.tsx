import type { ArrangementView } from "#app/ui/arrangement/arrangement-view.ts";
import { useTranslation } from "#app/ui/translation.tsx";
import type { CreditorView } from "./claim-view.ts";
import { ContactLinks, reachable } from "./contact-links.tsx";

type Props = {
  creditor: CreditorView;
  /** The arrangement over what is shown, when one waits or runs. */
  arrangement?: Pick<ArrangementView, "status"> | null;
};

/** The way out for who cannot or will not pay. */
export function ContactSection({ creditor, arrangement = null }: Props) {
  const { t } = useTranslation();
  const state = arrangement === null ? "none" : arrangement.status === "accepted" ? "running" : "waiting";
  return (
    <section>
      <h2>{t(`overview.contact.${state}.heading`)}</h2>
      <p>{t(`overview.contact.${state}.text`, { name: reachable(creditor).name })}</p>
      <ContactLinks creditor={creditor} />
    </section>
  );
}
