import { EmailText } from "#app/ui/parts/email-text.tsx";
import { telephoneLink } from "#app/ui/parts/telephone-link.ts";
import { useTranslation } from "#app/ui/translation.tsx";
import type { CreditorView } from "./claim-view.ts";
import { reachable } from "./contact-links.tsx";

/** The small print of a page inside a claim: who is owed, and a person to ask. */
export function ClaimFooter({ creditor }: { creditor: CreditorView }) {
  const { t } = useTranslation();
  const { phone, email } = reachable(creditor);
  const { address } = creditor.contact;
  return (
    <p className="[overflow-wrap:anywhere]">
      {t("overview.footer.line")} <strong>{creditor.name}</strong>
      {address !== undefined && `, ${address.replace(/\s*\n\s*/g, ", ")}`}
      {(phone ?? email) !== undefined && ` · ${t("overview.footer.questions")} `}
      {phone !== undefined && (
        <a href={telephoneLink(phone)} className="whitespace-nowrap">
          {phone}
        </a>
      )}
      {phone !== undefined && email !== undefined && " · "}
      {email !== undefined && (
        <a href={`mailto:${email}`}>
          <EmailText email={email} />
        </a>
      )}
    </p>
  );
}
