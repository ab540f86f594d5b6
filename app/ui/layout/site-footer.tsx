import { ACCESSIBILITY_PAGE } from "#app/ui/addresses.ts";
import { useTranslation } from "#app/ui/translation.tsx";

/** What stands at the foot of every page. */
export function SiteFooter() {
  const { t } = useTranslation();
  return (
    <p className="mb-0 print:hidden">
      <a href={ACCESSIBILITY_PAGE} className="inline-flex min-h-target items-center">
        {t("accessibility.link")}
      </a>
    </p>
  );
}
