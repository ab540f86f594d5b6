import { LinkList } from "#app/ui/parts/link-list.tsx";
import { useTranslation } from "#app/ui/translation.tsx";

/** What the debtor can arrange here, without calling anybody. */
export function HelpWays() {
  const { t } = useTranslation();
  return (
    <nav aria-labelledby="help-ways">
      <h2 id="help-ways">{t("help.ways.heading")}</h2>
      <LinkList
        links={[
          { href: "/claim/help/pause", text: t("help.ways.pause"), meta: t("help.ways.pauseMeta") },
          { href: "/claim/help/helper", text: t("help.ways.helper"), meta: t("help.ways.helperMeta") },
          { href: "/claim/help/counsellor", text: t("help.ways.counsellor") },
          { href: "/claim/help/bankrupt", text: t("help.ways.bankrupt") },
          { href: "/claim/help/deceased", text: t("help.ways.deceased") },
          { href: "/claim/help/not-me", text: t("help.ways.notMe") },
          { href: "/claim/complaint", text: t("help.ways.complaint") },
          { href: "/claim/details", text: t("help.ways.details") },
        ]}
      />
    </nav>
  );
}
