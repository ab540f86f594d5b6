import type { ReactNode } from "react";
import { CREDITOR_LANGUAGES, languageName } from "#app/i18n/languages.ts";
import { languageHref } from "#app/ui/layout/language-href.ts";
import { SiteFooter } from "#app/ui/layout/site-footer.tsx";
import { SkipLink } from "#app/ui/layout/skip-link.tsx";
import { useTranslation } from "#app/ui/translation.tsx";
import { CHOOSE_CREDITOR, INBOX, SIGN_OUT } from "./inbox-addresses.ts";
import { InboxNav } from "./inbox-nav.tsx";
import type { InboxUser } from "./inbox-view.ts";

export type InboxShellProps = {
  /** Null before somebody signed in. */
  user: InboxUser | null;
  title: string;
  back?: { readonly href: string; readonly label: string } | undefined;
  /** This page's own path with its query; without it there is no choice of language. */
  path?: string | undefined;
  /** One column for reading and typing, or the width of a laptop. */
  wide?: boolean | undefined;
  children: ReactNode;
};

const LINK = "inline-flex min-h-target items-center text-small text-ink-soft";

/** The inbox around a page: for whom, the way back, who is signed in, the way out. */
export function InboxShell({ user, title, back, path, wide = false, children }: InboxShellProps) {
  return (
    <div className={`mx-auto px-4 pb-12 ${wide ? "max-w-5xl" : "max-w-column"}`}>
      <SkipLink />
      <Header user={user} path={path} />
      {user && <InboxNav path={path ?? INBOX} mayDecide={user.mayDecide} />}
      <main id="main" tabIndex={-1} className="focus:outline-none">
        {back && (
          <a href={back.href} className="mb-2 inline-flex min-h-target items-center no-underline">
            <span aria-hidden="true" className="me-2">
              ‹
            </span>
            <span className="underline underline-offset-4">{back.label}</span>
          </a>
        )}
        <h1>{title}</h1>
        {children}
      </main>
      {user ? (
        <Footer user={user} />
      ) : (
        <footer className="mt-10 border-t border-line pt-2 text-small text-ink-soft">
          <SiteFooter />
        </footer>
      )}
    </div>
  );
}

function Header({ user, path }: { user: InboxUser | null; path: string | undefined }) {
  const { t, language } = useTranslation();
  const others = path === undefined ? [] : CREDITOR_LANGUAGES.filter((other) => other !== language);
  return (
    <header
      className={`flex flex-wrap items-center justify-between gap-x-4 py-2 ${user ? "" : "mb-6 border-b border-line"}`}
    >
      <a
        href={INBOX}
        className="inline-flex min-h-target min-w-0 items-center gap-3 font-semibold leading-tight text-ink no-underline"
      >
        <span
          aria-hidden="true"
          className="grid h-10 w-10 shrink-0 place-items-center rounded-[10px] bg-green font-bold text-card"
        >
          ✓
        </span>
        <span className="min-w-0">{user ? user.creditorName : t("common.portalName")}</span>
      </a>
      {others.length > 0 && path !== undefined && (
        <nav aria-label={t("inbox.shell.links")} className="flex gap-x-4">
          {others.map((other) => (
            <a key={other} href={languageHref(path, other)} hrefLang={other} lang={other} className={LINK}>
              {languageName(other)}
            </a>
          ))}
        </nav>
      )}
    </header>
  );
}

function Footer({ user }: { user: InboxUser }) {
  const { t } = useTranslation();
  return (
    <footer className="mt-10 flex flex-wrap items-center gap-x-6 border-t border-line pt-2 text-small text-ink-soft">
      <p className="mb-0 min-w-0 [overflow-wrap:anywhere]">{t("inbox.shell.signedInAs", { email: user.email })}</p>
      {user.hasOthers && (
        <a href={CHOOSE_CREDITOR} className={LINK}>
          {t("inbox.shell.otherCreditor")}
        </a>
      )}
      <form method="post" action={SIGN_OUT}>
        <button type="submit" className={`${LINK} underline underline-offset-4`}>
          {t("inbox.shell.signOut")}
        </button>
      </form>
      <SiteFooter />
    </footer>
  );
}
