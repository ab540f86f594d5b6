import type { ReactNode } from "react";
import { useLookingAlong } from "#app/ui/helper-context.ts";
import { useTranslation } from "#app/ui/translation.tsx";
import { HelperBanner } from "./helper-banner.tsx";
import { LanguageChoice } from "./language-choice.tsx";
import { PageHeader, type ShellCreditor } from "./page-header.tsx";
import { SiteFooter } from "./site-footer.tsx";
import { SkipLink } from "./skip-link.tsx";

export type PageShellProps = {
  creditor?: ShellCreditor | undefined;
  back?: { readonly href: string; readonly label?: string | undefined } | undefined;
  /** The question or the news of this page: its only first-level heading. */
  title: string;
  children: ReactNode;
  footer?: ReactNode;
  /** This page's own path with its query; without it there is no choice of language. */
  path?: string | undefined;
  /** Null on the help page itself. */
  helpHref?: string | null | undefined;
};

/** One column: who speaks, the way back, the question, the answer, the small print. */
export function PageShell({ creditor, back, title, children, footer, path, helpHref = "/help" }: PageShellProps) {
  const { t } = useTranslation();
  const helper = useLookingAlong();
  return (
    <div className="mx-auto max-w-column px-4 pb-12 print:pb-0">
      <SkipLink />
      <PageHeader creditor={creditor} choosesLanguage={path !== undefined} helpHref={helpHref} />
      {helper !== null && <HelperBanner helper={helper} />}
      <main id="main" tabIndex={-1} className="focus:outline-none">
        {back && (
          <a href={back.href} className="mb-2 inline-flex min-h-target items-center no-underline print:hidden">
            <span aria-hidden="true" className="me-2">
              ‹
            </span>
            <span className="underline underline-offset-4">{back.label ?? t("common.back")}</span>
          </a>
        )}
        <h1>{title}</h1>
        {children}
      </main>
      <footer className="mt-8 border-t border-line pt-4 text-small text-ink-soft print:pt-2">
        {footer}
        <SiteFooter />
      </footer>
      {path !== undefined && <LanguageChoice path={path} />}
    </div>
  );
}
