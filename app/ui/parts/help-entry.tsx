import { useTranslation } from "#app/ui/translation.tsx";
import { telephoneLink } from "./telephone-link.ts";

export type HelpEntryProps = {
  name: string;
  text: string;
  phone?: string | undefined;
  site?: { readonly href: string; readonly name: string } | undefined;
};

/** Somebody who helps, and how to reach them. */
export function HelpEntry({ name, text, phone, site }: HelpEntryProps) {
  const { t } = useTranslation();
  return (
    <section className="mb-4 break-inside-avoid rounded-card border border-line bg-card p-4">
      <h3 className="font-semibold">{name}</h3>
      {text !== "" && <p className="mb-1">{text}</p>}
      {phone !== undefined && (
        <a href={telephoneLink(phone)} className="me-6 inline-flex min-h-target items-center font-semibold">
          {t("help.call", { phone })}
        </a>
      )}
      {site !== undefined && (
        <a href={site.href} rel="noreferrer" className="inline-flex min-h-target items-center">
          {t("help.visit", { site: site.name })}
        </a>
      )}
    </section>
  );
}
