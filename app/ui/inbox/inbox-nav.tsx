import { FIGURES, SETTINGS } from "#app/ui/settings/settings-addresses.ts";
import { useTranslation } from "#app/ui/translation.tsx";
import { CLAIMS, INBOX, PAYMENTS, QUARANTINE } from "./inbox-addresses.ts";

/** The parts of the creditor's pages, each with the addresses that belong to it; the rest belongs to the inbox. */
const PARTS = [
  { part: "inbox", href: INBOX, under: [] },
  { part: "claims", href: CLAIMS, under: [CLAIMS] },
  { part: "payments", href: PAYMENTS, under: [PAYMENTS, QUARANTINE] },
  { part: "figures", href: FIGURES, under: [FIGURES] },
  { part: "settings", href: SETTINGS, under: [SETTINGS] },
] as const;

/** Where somebody is among the creditor's pages, and where else they can go. */
export function InboxNav({ path }: { path: string }) {
  const { t } = useTranslation();
  const here = partOf(path);
  return (
    <nav aria-label={t("inbox.nav.label")} className="mb-6 border-b border-line print:hidden">
      <ul className="-mb-px flex flex-wrap gap-x-6">
        {PARTS.map(({ part, href }) => (
          <li key={part}>
            <a
              href={href}
              aria-current={part === here ? "page" : undefined}
              className={`inline-flex min-h-target items-center border-b-[3px] no-underline hover:underline ${part === here ? "border-green font-semibold text-ink" : "border-transparent text-ink-soft"}`}
            >
              {t(`inbox.nav.${part}`)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function partOf(path: string): (typeof PARTS)[number]["part"] {
  const [address = ""] = path.split("?");
  const found = PARTS.find(({ under }) => under.some((start) => address === start || address.startsWith(`${start}/`)));
  return found?.part ?? "inbox";
}
