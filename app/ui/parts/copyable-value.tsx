import { useTranslation } from "#app/ui/translation.tsx";

type CopyableValueProps = {
  label: string;
  value: string;
  /** What goes to the clipboard where that differs from how it is written: without spaces or a sign. */
  copy?: string | undefined;
};

/**
 * A value to type over or copy: one tap or click selects all of it and nothing else. With public/scripts/copy.js there is a
 * button beside it.
 */
export function CopyableValue({ label, value, copy = value }: CopyableValueProps) {
  return (
    <div className="border-b border-line py-3 last:border-b-0">
      <dt className="text-small text-ink-soft">{label}</dt>
      <dd className="flex min-h-target items-center justify-between gap-x-3">
        <span data-copy={copy} className="min-w-0 select-all break-words text-heading font-semibold tabular-nums">
          <bdi>{value}</bdi>
        </span>
        <template>
          <CopyButton label={label} />
        </template>
      </dd>
    </div>
  );
}

function CopyButton({ label }: { label: string }) {
  const { t } = useTranslation();
  return (
    <button
      type="button"
      data-done={t("phone.copy.done", { label })}
      data-copied={t("phone.copy.copied")}
      data-failed={t("phone.copy.failed")}
      className="min-h-target shrink-0 rounded-lg border-2 border-line px-3 font-sans font-semibold print:hidden"
    >
      <span data-face="">{t("phone.copy.button")}</span> <span className="sr-only">{label}</span>
    </button>
  );
}
