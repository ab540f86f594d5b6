import { CODE_PAGE } from "#app/ui/addresses.ts";
import { PageShell } from "#app/ui/layout/page-shell.tsx";
import { ButtonLink } from "#app/ui/parts/button-link.tsx";
import { Steps } from "#app/ui/parts/steps.tsx";
import type { NewLinkTo } from "./landing-page.tsx";
import { useTranslation } from "#app/ui/translation.tsx";

/** The same for everybody who asks for a new link there: it does not tell whether one went. */
export function NewLinkSentPage({ path, to }: { path: string; to: NewLinkTo }) {
  const { t } = useTranslation();
  return (
    <PageShell path={path} title={t(to.channel === "sms" ? "newLink.titleSms" : "newLink.title")}>
      <p>{t("newLink.sent", { address: to.address })}</p>
      <p>{t("newLink.limit")}</p>
      <h2>{t("newLink.next")}</h2>
      <Steps
        items={[...(to.channel === "email" ? [t("newLink.spam")] : []), t("newLink.code"), t("newLink.contact")]}
      />
      <ButtonLink href={CODE_PAGE} kind="second">
        {t("newLink.typeCode")}
      </ButtonLink>
    </PageShell>
  );
}
