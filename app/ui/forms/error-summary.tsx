import { useTranslation } from "#app/ui/translation.tsx";

export type FormError = {
  /** The name of the field it is about. */
  readonly field: string;
  readonly message: string;
};

/** Everything that is wrong with the form, on top, each line leading to its field; the keyboard starts here. Nothing where all is well. */
export function ErrorSummary({ errors }: { errors: readonly FormError[] }) {
  const { t } = useTranslation();
  if (errors.length === 0) return null;
  return (
    <div
      role="alert"
      aria-labelledby="error-summary"
      tabIndex={-1}
      autoFocus
      className="my-4 rounded-card border-[3px] border-red bg-red-soft p-4"
    >
      <h2 id="error-summary" className="mb-2 mt-0">
        {t("common.errorSummary")}
      </h2>
      <ul>
        {errors.map(({ field, message }) => (
          <li key={`${field} ${message}`}>
            <a href={`#${field}`} className="inline-flex min-h-target items-center font-semibold text-red">
              {message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
