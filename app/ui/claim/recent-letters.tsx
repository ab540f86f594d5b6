import { formatDay } from "#app/ui/format.ts";
import { LinkList } from "#app/ui/parts/link-list.tsx";
import { useTranslation } from "#app/ui/translation.tsx";
import { type CorrespondenceItem, letterHref } from "./correspondence.ts";

/** The latest letters, and the way to all of them. */
export function RecentLetters({ items, allHref }: { items: readonly CorrespondenceItem[]; allHref: string }) {
  const { t, language } = useTranslation();
  const links = items.map((item) =>
    item.kind === "message"
      ? {
          href: letterHref(item.id),
          text: item.subject || t("letters.noSubject"),
          meta: formatDay(item.date, language),
        }
      : {
          href: letterHref(item.id),
          text: item.title,
          meta: t("letters.meta", {
            day: formatDay(item.date, language),
            channel: t(`letters.document.${item.documentKind}`),
          }),
        },
  );
  return (
    <section>
      <h2>{t("overview.letters.heading")}</h2>
      {links.length === 0 ? (
        <p>{t("overview.letters.none")}</p>
      ) : (
        <LinkList links={[...links, { href: allHref, text: t("overview.letters.all") }]} />
      )}
    </section>
  );
}
