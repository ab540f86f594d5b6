import { whoToReach } from "#app/domain/who-to-reach.ts";
import { EmailText } from "#app/ui/parts/email-text.tsx";
import { PhoneText } from "#app/ui/parts/phone-text.tsx";
import { telephoneLink } from "#app/ui/parts/telephone-link.ts";
import { useTranslation } from "#app/ui/translation.tsx";
import type { CreditorView } from "./claim-view.ts";

/** Whoever the debtor can reach: the collector where there is one that says how, else the creditor itself. */
export function reachable({ name, contact, collector }: CreditorView): {
  name: string;
  phone?: string | undefined;
  email?: string | undefined;
  address?: string | undefined;
} {
  const own = { ...contact, name };
  const { name: reached, phone, email, address } = collector === null ? own : whoToReach(collector, own);
  return { name: reached, phone: phone || undefined, email: email || undefined, address: address || undefined };
}

const LINK = "inline-flex min-h-target items-center font-semibold [overflow-wrap:anywhere]";

/** A person by phone or mail, each as large as a finger; by letter where there is no other way. */
export function ContactLinks({ creditor }: { creditor: CreditorView }) {
  const { t } = useTranslation();
  const { phone, email, address } = reachable(creditor);
  if (phone === undefined && email === undefined) {
    return address === undefined ? null : (
      <p className="whitespace-pre-line [overflow-wrap:anywhere]">
        <bdi>{address}</bdi>
      </p>
    );
  }
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
