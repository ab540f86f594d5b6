import { type LookingAlong } from "#app/ui/helper-context.ts";
import { useTranslation } from "#app/ui/translation.tsx";

/** On every page of somebody who helps: whose bill this is, and what they may do. */
export function HelperBanner({ helper: { debtorName, rights } }: { helper: LookingAlong }) {
  const { t } = useTranslation();
  return (
    <aside
      aria-label={t("helper.banner.label")}
      className="mb-4 rounded-card border-2 border-amber bg-amber-soft px-4 py-3 text-small [&>:last-child]:mb-0"
    >
      <p className="mb-1 font-semibold">{t("helper.banner.with", { name: debtorName })}</p>
      <p>{t(`helper.banner.${rights}`, { name: debtorName })}</p>
    </aside>
  );
}
