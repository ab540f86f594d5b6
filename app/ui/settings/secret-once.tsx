import { CopyableValue } from "#app/ui/parts/copyable-value.tsx";
import { Note } from "#app/ui/parts/note.tsx";
import { StatusPanel } from "#app/ui/parts/status-panel.tsx";
import { useTranslation } from "#app/ui/translation.tsx";

/** A secret on the one page that ever shows it. */
export function SecretOnce({ done, label, secret }: { done: string; label: string; secret: string }) {
  const { t } = useTranslation();
  return (
    <>
      <StatusPanel tone="done">
        <p>{done}</p>
      </StatusPanel>
      <dl className="mb-4 rounded-card border border-line bg-card px-4 font-mono [overflow-wrap:anywhere]">
        <CopyableValue label={label} value={secret} />
      </dl>
      <Note tone="wait">
        <p>{t("settings.secretOnce")}</p>
      </Note>
    </>
  );
}
