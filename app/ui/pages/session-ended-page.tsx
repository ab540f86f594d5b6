import { CODE_PAGE } from "#app/ui/addresses.ts";
import { PageShell } from "#app/ui/layout/page-shell.tsx";
import { ButtonLink } from "#app/ui/parts/button-link.tsx";
import { Note } from "#app/ui/parts/note.tsx";
import { Steps } from "#app/ui/parts/steps.tsx";
import { useTranslation } from "#app/ui/translation.tsx";

/** For a page that needs a session where there is none any more. */
export function SessionEndedPage({ path }: { path: string }) {
  const { t } = useTranslation();
  return (
    <PageShell title={t("session.title")} path={path}>
      <p>{t("session.why")}</p>
      <h2>{t("session.next")}</h2>
      <Steps items={[t("session.link"), t("session.code")]} />
      <ButtonLink href={CODE_PAGE}>{t("session.typeCode")}</ButtonLink>
      <Note>
        <p>{t("session.safe")}</p>
      </Note>
    </PageShell>
  );
}
