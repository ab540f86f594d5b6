import { CODE_PAGE, HELP_PAGE } from "#app/ui/addresses.ts";
import { PageShell } from "#app/ui/layout/page-shell.tsx";
import { LinkList } from "#app/ui/parts/link-list.tsx";
import { Note } from "#app/ui/parts/note.tsx";
import { useTranslation } from "#app/ui/translation.tsx";

export type ErrorStatus = 403 | 404 | 429 | 500;

/** What happened, what it means for the reader's money, what to do next. */
export function ErrorPage({ status, path }: { status: ErrorStatus; path: string }) {
  const { t } = useTranslation();
  const { title, what, money, next } = TEXTS[status];
  return (
    <PageShell title={t(title)} path={path}>
      <p>{t(what)}</p>
      <h2>{t("errors.moneyHeading")}</h2>
      <Note>
        <p>{t(money)}</p>
      </Note>
      <h2>{t("errors.nextHeading")}</h2>
      <p>{t(next)}</p>
      <LinkList
        links={[
          { href: CODE_PAGE, text: t("errors.typeCode") },
          { href: HELP_PAGE, text: t("errors.helpLink") },
        ]}
      />
    </PageShell>
  );
}

const TEXTS = {
  403: {
    title: "errors.forbidden.title",
    what: "errors.forbidden.what",
    money: "errors.nothingTaken",
    next: "errors.forbidden.next",
  },
  404: {
    title: "errors.notFound.title",
    what: "errors.notFound.what",
    money: "errors.nothingTaken",
    next: "errors.notFound.next",
  },
  429: {
    title: "errors.tooMany.title",
    what: "errors.tooMany.what",
    money: "errors.nothingTaken",
    next: "errors.tooMany.next",
  },
  500: {
    title: "errors.failure.title",
    what: "errors.failure.what",
    money: "errors.failureMoney",
    next: "errors.failure.next",
  },
} as const;
