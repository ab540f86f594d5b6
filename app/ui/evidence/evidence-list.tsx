import { fileDescription } from "#app/ui/claim/file-description.ts";
import { HiddenFields } from "#app/ui/forms/hidden-fields.tsx";
import { BUTTON_CLASSES } from "#app/ui/parts/button-classes.ts";
import { Card } from "#app/ui/parts/card.tsx";
import { useTranslation } from "#app/ui/translation.tsx";
import { EVIDENCE_FIELDS } from "./evidence-fields.ts";

/** A file that was added and not sent along yet. */
export type EvidenceFile = {
  readonly id: string;
  readonly fileName: string;
  readonly mediaType: string;
  /** In bytes. */
  readonly size: number;
  readonly scan: "quarantined" | "clean" | "infected" | "unscanned";
};

/** What was added, each with a button to take it away; nothing where nothing was. */
export function EvidenceList({ files }: { files: readonly EvidenceFile[] }) {
  const translator = useTranslation();
  const { t } = translator;
  if (files.length === 0) return null;
  return (
    <section>
      <h2>{t("evidence.added")}</h2>
      <Card>
        <ul>
          {files.map((file) => (
            <li key={file.id} className="border-b border-line py-3 last:border-b-0">
              <p className="mb-1 [overflow-wrap:anywhere]">
                {file.fileName} ({fileDescription(file, translator)})
              </p>
              <p className="mb-1 text-small text-ink-soft">{t(`evidence.state.${file.scan}`)}</p>
              <form method="post">
                <HiddenFields values={{ [EVIDENCE_FIELDS.remove]: file.id }} />
                <button
                  type="submit"
                  className={BUTTON_CLASSES.quiet}
                  aria-label={t("evidence.removeNamed", { name: file.fileName })}
                >
                  {t("evidence.remove")}
                </button>
              </form>
            </li>
          ))}
        </ul>
      </Card>
    </section>
  );
}
