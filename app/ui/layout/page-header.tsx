import { languageName } from "#app/i18n/languages.ts";
import { useTranslation } from "#app/ui/translation.tsx";
import { BrandSign, BrandStrip, type BrandView } from "./brand.tsx";
import { LANGUAGE_CHOICE } from "./language-choice.tsx";

/** Whom the page speaks for. Left out, the page speaks for nobody in particular. */
export type ShellCreditor = {
  readonly name: string;
  readonly initials: string;
  readonly brand?: BrandView | undefined;
};

export type PageHeaderProps = {
  creditor?: ShellCreditor | undefined;
  /** Whether the page has a choice of languages at its foot. */
  choosesLanguage: boolean;
  helpHref: string | null;
};

const LINK = "inline-flex min-h-target items-center text-small text-ink-soft";

export function PageHeader({ creditor, choosesLanguage, helpHref }: PageHeaderProps) {
  const { t, language } = useTranslation();
  return (
    <header className="mb-6 flex flex-wrap items-center justify-between gap-x-4 border-b border-line py-2">
      <BrandStrip brand={creditor?.brand} />
      <Sender creditor={creditor} />
      <nav aria-label={t("common.headerLinks")} className="flex gap-x-4 print:hidden">
        {helpHref !== null && (
          <a href={helpHref} className={LINK}>
            {t("common.help")}
          </a>
        )}
        {choosesLanguage && (
          <a href={`#${LANGUAGE_CHOICE}`} className={`${LINK} min-w-target justify-center gap-2`}>
            <Globe />
            <span className="sr-only">{t("common.language")}</span>{" "}
            {/* On a telephone the sign alone: it leaves room for the name on one line. */}
            <span className="max-sm:sr-only">{languageName(language)}</span>
          </a>
        )}
      </nav>
    </header>
  );
}

/** Known to those who do not read the page's language. */
function Globe() {
  return (
    <svg
      viewBox="0 0 20 20"
      width="20"
      height="20"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      aria-hidden="true"
    >
      <circle cx="10" cy="10" r="8" />
      <ellipse cx="10" cy="10" rx="3.5" ry="8" />
      <path d="M2 10h16" />
    </svg>
  );
}

function Sender({ creditor }: { creditor: ShellCreditor | undefined }) {
  const { t } = useTranslation();
  return (
    <div className="flex min-w-0 grow items-center gap-3 py-1 font-semibold leading-tight [flex-basis:min-content]">
      {creditor ? (
        <BrandSign creditor={creditor} />
      ) : (
        <span
          aria-hidden="true"
          className="grid h-10 w-10 shrink-0 place-items-center rounded-[10px] bg-green font-bold text-card"
        >
          ✓
        </span>
      )}
      <bdi className="min-w-0">{creditor ? creditor.name : t("common.portalName")}</bdi>
    </div>
  );
}
