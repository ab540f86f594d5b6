import { LinkList } from "#app/ui/parts/link-list.tsx";
import { useTranslation } from "#app/ui/translation.tsx";

/** What a debtor can arrange besides the bill: their own details, and a complaint about how they were treated. */
export function OwnLinks() {
  const { t } = useTranslation();
  return (
    <nav aria-label={t("details.more")} className="mt-8 print:hidden">
      <LinkList
        links={[
          { href: "/claim/details", text: t("details.title") },
          { href: "/claim/complaint", text: t("complaint.title") },
        ]}
      />
    </nav>
  );
}
