import { Note } from "#app/ui/parts/note.tsx";
import { useTranslation } from "#app/ui/translation.tsx";

/**
 * Inside a form: shown by public/scripts/connection.js when it is sent without a connection, and then it is not sent. Whoever
 * presses again sends it.
 */
export function OfflineNote() {
  const { t } = useTranslation();
  return (
    <div data-offline="">
      <template>
        <div role="alert">
          <Note tone="wait">
            <p>
              <strong>{t("phone.offline.title")}</strong>
            </p>
            <p>{t("phone.offline.text")}</p>
          </Note>
        </div>
      </template>
    </div>
  );
}
