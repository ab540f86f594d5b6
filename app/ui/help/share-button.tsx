import { BUTTON_CLASSES } from "#app/ui/parts/button-classes.ts";
import { useTranslation } from "#app/ui/translation.tsx";

/** Shown by public/scripts/share.js where the browser can hand a link to another app. */
export function ShareButton({ title, url }: { title: string; url: string }) {
  const { t } = useTranslation();
  return (
    <div className="my-4">
      <button
        type="button"
        hidden
        data-share={url}
        data-share-title={title}
        data-copied={t("phone.share.copied")}
        data-failed={t("phone.copy.failed")}
        className={`${BUTTON_CLASSES.main} [&[hidden]]:hidden`}
      >
        {t("phone.share.button")}
      </button>
    </div>
  );
}
