import type { LocalDate } from "#app/domain/calendar.ts";
import { HELP_PAGE } from "#app/ui/addresses.ts";
import { formatDay } from "#app/ui/format.ts";
import { PageShell } from "#app/ui/layout/page-shell.tsx";
import { BulletList } from "#app/ui/parts/bullet-list.tsx";
import { LinkList } from "#app/ui/parts/link-list.tsx";
import { useTranslation } from "#app/ui/translation.tsx";

/** The day on which a person last compared this page with what is tested. */
const LOOKED_OVER = "2026-11-22" as LocalDate;

/** What was tested and how, what does not work yet, and whom to tell. */
export function AccessibilityPage({ path }: { path: string }) {
  const { t, language } = useTranslation();
  return (
    <PageShell path={path} title={t("accessibility.title")}>
      <p>{t("accessibility.lead")}</p>
      <h2>{t("accessibility.standard.heading")}</h2>
      <p>{t("accessibility.standard.text")}</p>
      <h2>{t("accessibility.tested.heading")}</h2>
      <BulletList>
        <li>{t("accessibility.tested.axe")}</li>
        <li>{t("accessibility.tested.narrow")}</li>
        <li>{t("accessibility.tested.keyboard")}</li>
        <li>{t("accessibility.tested.noScript")}</li>
        <li>{t("accessibility.tested.targets")}</li>
      </BulletList>
      <p>{t("accessibility.tested.when", { day: formatDay(LOOKED_OVER, language) })}</p>
      <h2>{t("accessibility.gaps.heading")}</h2>
      <BulletList>
        <li>{t("accessibility.gaps.people")}</li>
        <li>{t("accessibility.gaps.large")}</li>
        <li>{t("accessibility.gaps.contrast")}</li>
        <li>{t("accessibility.gaps.documents")}</li>
        <li>{t("accessibility.gaps.bank")}</li>
      </BulletList>
      <h2>{t("accessibility.report.heading")}</h2>
      <p>{t("accessibility.report.text")}</p>
      <p>{t("accessibility.report.who")}</p>
      <LinkList links={[{ href: HELP_PAGE, text: t("accessibility.report.help") }]} />
      <p>{t("accessibility.report.more")}</p>
    </PageShell>
  );
}
