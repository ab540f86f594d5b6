import { EmailText } from "#app/ui/parts/email-text.tsx";
import { PhoneText } from "#app/ui/parts/phone-text.tsx";
import { telephoneLink } from "#app/ui/parts/telephone-link.ts";
import { useTranslation } from "#app/ui/translation.tsx";
import type { CreditorView } from "./claim-view.ts";
import { reachable } from "./contact-links.tsx";

/** The small print of a page inside a claim: who is owed, and a person to ask. */
export function ClaimFooter({ creditor }: { creditor: CreditorView }) {
  const { t, dir } = useTranslation();
  const { phone, email } = reachable(creditor);
  const { address } = creditor.contact;
  return (
    <p className="[overflow-wrap:anywhere]">
      {t("overview.footer.line")} <strong dir="auto">{creditor.name}</strong>
      {address !== undefined && (
        <>
          {dir === "rtl" ? "، " : ", "}
          <bdi>{address.replace(/\s*\n\s*/g, ", ")}</bdi>
        </>
      )}
      {(phone ?? email) !== undefined && ` · ${t("overview.footer.questions")} `}
      {phone !== undefined && (
        <a href={telephoneLink(phone)} className="whitespace-nowrap">
          <PhoneText phone={phone} />
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
