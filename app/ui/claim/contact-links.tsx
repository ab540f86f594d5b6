import { EmailText } from "#app/ui/parts/email-text.tsx";
import { PhoneText } from "#app/ui/parts/phone-text.tsx";
import { telephoneLink } from "#app/ui/parts/telephone-link.ts";
import { useTranslation } from "#app/ui/translation.tsx";
import type { CreditorView } from "./claim-view.ts";

/** Whoever the debtor can reach: the collector where there is one. */
export function reachable({ name, contact, collector }: CreditorView): {
  name: string;
  phone?: string | undefined;
  email?: string | undefined;
} {
  if (collector === null) return { name, phone: contact.phone, email: contact.email };
  return { name: collector.name, phone: collector.phone, email: collector.email };
}

const LINK = "inline-flex min-h-target items-center font-semibold [overflow-wrap:anywhere]";

/** A person by phone or mail, each as large as a finger. */
export function ContactLinks({ creditor }: { creditor: CreditorView }) {
  const { t } = useTranslation();
  const { phone, email } = reachable(creditor);
  if (phone === undefined && email === undefined) return null;
  return (
    <ul className="mb-3">
      {phone !== undefined && (
        <li>
          <a href={telephoneLink(phone)} className={LINK}>
            <span>
              {t("overview.contact.phone")} <PhoneText phone={phone} />
            </span>
          </a>
        </li>
      )}
      {email !== undefined && (
        <li>
          <a href={`mailto:${email}`} className={LINK}>
            <span>
              {t("overview.contact.email")} <EmailText email={email} />
            </span>
          </a>
        </li>
      )}
    </ul>
  );
}
