import { formatNumber } from "#app/ui/format.ts";
import { StatusPanel } from "#app/ui/parts/status-panel.tsx";
import { useTranslation } from "#app/ui/translation.tsx";
import type { ImportSummaryView } from "./import-view.ts";

/** How far an import is. The page looks again by itself, with or without a script. */
export function ImportProgress({ details: { total, processed } }: { details: ImportSummaryView }) {
  const { t, language } = useTranslation();
  return (
    <StatusPanel tone="busy">
      <p>
        {total === 0
          ? t("inboxImport.queued")
          : t("inboxImport.busy", { done: formatNumber(processed, language), total: formatNumber(total, language) })}
      </p>
      <Reload />
    </StatusPanel>
  );
}

/** For who does not want to wait, or whose browser does not look again. */
export function Reload() {
  const { t } = useTranslation();
  return (
    <>
      <p className="mb-0 text-small">{t("inboxImport.refresh")}</p>
      <p>
        <a href="?" className="inline-flex min-h-target items-center">
          {t("inboxImport.reload")}
        </a>
      </p>
    </>
  );
}
