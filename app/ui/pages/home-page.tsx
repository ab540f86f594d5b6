import { CODE_PAGE, HELP_PAGE, REAL_PAGE } from "#app/ui/addresses.ts";
import { PageShell } from "#app/ui/layout/page-shell.tsx";
import { ButtonLink } from "#app/ui/parts/button-link.tsx";
import { LinkList } from "#app/ui/parts/link-list.tsx";
import { Note } from "#app/ui/parts/note.tsx";
import { useTranslation } from "#app/ui/translation.tsx";

/** The front door, for whoever comes without a link. */
export function HomePage({ path }: { path: string }) {
  const { t } = useTranslation();
  return (
    <PageShell path={path} title={t("home.title")}>
      <p>{t("home.lead")}</p>
      <p>{t("home.can")}</p>
      <div className="my-6">
        <ButtonLink href={CODE_PAGE}>{t("home.action")}</ButtonLink>
      </div>
      <p>{t("home.link")}</p>
      <Note>
        <p>{t("home.doubt")}</p>
      </Note>
      <LinkList
        links={[
          { href: REAL_PAGE, text: t("landing.real") },
          { href: HELP_PAGE, text: t("home.help") },
        ]}
      />
    </PageShell>
  );
}
