import { describedBy } from "#app/ui/forms/described-by.ts";
import type { FormError } from "#app/ui/forms/error-summary.tsx";
import { FieldError } from "#app/ui/forms/field-error.tsx";
import { OfflineNote } from "#app/ui/forms/offline-note.tsx";
import { Button } from "#app/ui/parts/button.tsx";
import { useTranslation } from "#app/ui/translation.tsx";
import { EVIDENCE_ACCEPT, EVIDENCE_FIELDS } from "./evidence-fields.ts";

const BOX =
  "block min-h-target w-full min-w-0 rounded-lg border-2 border-ink-soft bg-card px-3 py-2 text-body text-ink";

/** Choose files and send them to the page it stands on. */
export function EvidenceForm({ path, errors }: { path: string; errors: readonly FormError[] }) {
  const { t } = useTranslation();
  const name = EVIDENCE_FIELDS.files;
  const error = errors.length === 0 ? undefined : errors.map(({ message }) => message).join(" ");
  return (
    <form method="post" action={path} encType="multipart/form-data">
      <div className={`my-4 ${error === undefined ? "" : "border-s-[5px] border-red ps-3"}`}>
        <label htmlFor={name} className="mb-1 block font-semibold">
          {t("evidence.label")}
        </label>
        <p id={`${name}-hint`} className="mb-2 text-small text-ink-soft">
          {t("evidence.hint")}
        </p>
        {error !== undefined && <FieldError id={`${name}-error`} message={error} />}
        <input
          id={name}
          name={name}
          type="file"
          multiple
          accept={EVIDENCE_ACCEPT}
          aria-describedby={describedBy(name, { hint: "", error })}
          aria-invalid={error === undefined ? undefined : true}
          className={BOX}
        />
      </div>
      <Camera />
      <OfflineNote />
      <Button kind="second">{t("evidence.add")}</Button>
    </form>
  );
}

/** Straight to the camera, where there is one; elsewhere it chooses a picture. */
function Camera() {
  const { t } = useTranslation();
  return (
    <div className="my-4 md:hidden">
      <label htmlFor="camera" className="mb-1 block font-semibold">
        {t("phone.camera.label")}
      </label>
      <input
        id="camera"
        name={EVIDENCE_FIELDS.files}
        type="file"
        accept="image/jpeg"
        capture="environment"
        className={BOX}
      />
    </div>
  );
}
