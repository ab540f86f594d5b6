import { HELP_PAGE } from "#app/ui/addresses.ts";
import { useTranslation } from "#app/ui/translation.tsx";
import type { CreditorView } from "./claim-view.ts";
import { ContactLinks } from "./contact-links.tsx";

/** Somebody to talk to, and who else helps. */
export function TalkLinks({ creditor }: { creditor: CreditorView }) {
  const { t } = useTranslation();
  return (
    <>
      <ContactLinks creditor={creditor} />
      <p>
        <a href={HELP_PAGE} className="inline-flex min-h-target items-center">
          {t("overview.contact.help")}
        </a>
      </p>
    </>
  );
}
