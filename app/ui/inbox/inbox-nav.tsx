import { FIGURES, SETTINGS } from "#app/ui/settings/settings-addresses.ts";
import { useTranslation } from "#app/ui/translation.tsx";
import { CLAIMS, IMPORTS, INBOX, NEW_CLAIM, PAYMENTS, QUARANTINE } from "./inbox-addresses.ts";

/** The parts of the creditor's pages, each with the addresses that belong to it; the rest belongs to the inbox. */
const PARTS = [
  { part: "inbox", href: INBOX, under: [] },
  { part: "claims", href: CLAIMS, under: [CLAIMS, IMPORTS] },
  { part: "payments", href: PAYMENTS, under: [PAYMENTS, QUARANTINE] },
  { part: "figures", href: FIGURES, under: [FIGURES] },
  { part: "settings", href: SETTINGS, under: [SETTINGS] },
] as const;

/** What belongs to the claims, for who may make some. */
const OF_CLAIMS = [
  { page: "allClaims", href: CLAIMS },
  { page: "newClaim", href: NEW_CLAIM },
  { page: "import", href: IMPORTS },
] as const;

/** Where somebody is among the creditor's pages, and where else they can go. */
export function InboxNav({ path, mayDecide }: { path: string; mayDecide: boolean }) {
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
      {here === "claims" && mayDecide && <OfClaims path={path} />}
    </nav>
  );
}

function OfClaims({ path }: { path: string }) {
  const { t } = useTranslation();
  const [address = ""] = path.split("?");
  return (
    <ul aria-label={t("inbox.nav.claims")} className="flex flex-wrap gap-x-6 border-t border-line">
      {OF_CLAIMS.map(({ page, href }) => (
        <li key={page}>
          <a
            href={href}
            aria-current={address === href ? "page" : undefined}
            className={`inline-flex min-h-target items-center text-small no-underline hover:underline ${address === href ? "font-semibold text-ink" : "text-ink-soft"}`}
          >
            {t(`inbox.nav.${page}`)}
          </a>
        </li>
      ))}
    </ul>
  );
}

function partOf(path: string): (typeof PARTS)[number]["part"] {
  const [address = ""] = path.split("?");
  const found = PARTS.find(({ under }) => under.some((start) => address === start || address.startsWith(`${start}/`)));
  return found?.part ?? "inbox";
}
