import { LANGUAGES, languageName } from "#app/i18n/languages.ts";
import { useTranslation } from "#app/ui/translation.tsx";
import { BrandSign, BrandStrip, type BrandView } from "./brand.tsx";
import { languageHref } from "./language-href.ts";

/** Whom the page speaks for. Left out, the page speaks for nobody in particular. */
export type ShellCreditor = {
  readonly name: string;
  readonly initials: string;
  readonly brand?: BrandView | undefined;
};

export type PageHeaderProps = {
  creditor?: ShellCreditor | undefined;
  /** Where this page is, to build the links to its other languages. */
  path?: string | undefined;
  helpHref: string | null;
};

const LINK = "inline-flex min-h-target items-center text-small text-ink-soft";

export function PageHeader({ creditor, path, helpHref }: PageHeaderProps) {
  const { t, language } = useTranslation();
  const others = path === undefined ? [] : LANGUAGES.filter((other) => other !== language);
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
        {path !== undefined &&
          others.map((other) => (
            <a key={other} href={languageHref(path, other)} hrefLang={other} lang={other} className={LINK}>
              {languageName(other)}
            </a>
          ))}
      </nav>
    </header>
  );
}

function Sender({ creditor }: { creditor: ShellCreditor | undefined }) {
  const { t } = useTranslation();
  return (
    <div className="flex min-w-0 items-center gap-3 py-1 font-semibold leading-tight">
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
      <span className="min-w-0">{creditor ? creditor.name : t("common.portalName")}</span>
    </div>
  );
}
