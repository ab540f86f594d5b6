import { useTranslation } from "#app/ui/translation.tsx";

/**
 * On a page that waits: where public/scripts/status.js says how its looking goes. Empty as long as that goes well, but there:
 * what comes in a place that was hidden is not read out.
 */
export function LiveStatus() {
  const { t } = useTranslation();
  return (
    <p
      role="status"
      data-status-waits=""
      data-stopped={t("phone.status.stopped")}
      data-unconnected={t("phone.status.offline")}
      className="font-semibold empty:mb-0"
    />
  );
}
