import { CODE_PAGE } from "#app/ui/addresses.ts";
import { PageShell } from "#app/ui/layout/page-shell.tsx";
import { ButtonLink } from "#app/ui/parts/button-link.tsx";
import { Steps } from "#app/ui/parts/steps.tsx";
import { useTranslation } from "#app/ui/translation.tsx";

/** The same for everybody who asks for a new link: it does not tell whether an address is known. */
export function NewLinkSentPage({ path }: { path: string }) {
  const { t } = useTranslation();
  return (
    <PageShell path={path} title={t("newLink.title")}>
      <p>{t("newLink.sent")}</p>
      <p>{t("newLink.why")}</p>
      <h2>{t("newLink.next")}</h2>
      <Steps items={[t("newLink.spam"), t("newLink.code"), t("newLink.contact")]} />
      <ButtonLink href={CODE_PAGE} kind="second">
        {t("newLink.typeCode")}
      </ButtonLink>
    </PageShell>
  );
}
