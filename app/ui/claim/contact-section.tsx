import { useTranslation } from "#app/ui/translation.tsx";
import type { CreditorView } from "./claim-view.ts";
import { ContactLinks, reachable } from "./contact-links.tsx";

/** The way out for who cannot or will not pay. */
export function ContactSection({ creditor }: { creditor: CreditorView }) {
  const { t } = useTranslation();
  return (
    <section>
      <h2>{t("overview.contact.heading")}</h2>
      <p>{t("overview.contact.text", { name: reachable(creditor).name })}</p>
      <ContactLinks creditor={creditor} />
      <p>
        <a href="/help" className="inline-flex min-h-target items-center">
          {t("overview.contact.help")}
        </a>
      </p>
    </section>
  );
}
