import { formatDay } from "#app/ui/format.ts";
import { ButtonLink } from "#app/ui/parts/button-link.tsx";
import { LinkList } from "#app/ui/parts/link-list.tsx";
import { useTranslation } from "#app/ui/translation.tsx";
import { DETAILS_PAGE, type DetailsView } from "./details-view.ts";

const KEPT = ["file", "books", "visits", "links"] as const;

/** What is kept, until when and why, and what the debtor can ask about it. */
export function KeptUntil({ retention, creditor }: { retention: DetailsView["retention"]; creditor: string }) {
  const { t, language } = useTranslation();
  const until = retention.kind === "kept" ? formatDay(retention.until, language) : "";
  return (
    <section>
      <h2>{t("details.kept.heading")}</h2>
      <p>{t(`details.kept.now.${retention.kind}`, { creditor, day: until })}</p>
      <dl className="mb-4">
        {KEPT.map((what) => (
          <div key={what} className="border-b border-line py-3">
            <dt className="font-semibold">{t(`details.kept.${what}.what`)}</dt>
            <dd className="text-ink-soft">{t(`details.kept.${what}.until`, { creditor })}</dd>
          </div>
        ))}
      </dl>
      <p>{t("details.download.text")}</p>
      <ButtonLink href={`${DETAILS_PAGE}/data.json`} kind="second">
        {t("details.download.action")}
      </ButtonLink>
      <LinkList links={[{ href: `${DETAILS_PAGE}/erasure`, text: t("details.kept.erase") }]} />
    </section>
  );
}
