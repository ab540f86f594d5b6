import { useTranslation } from "#app/ui/translation.tsx";

type CopyableValueProps = {
  label: string;
  value: string;
  /** What goes to the clipboard where that differs from how it is written: without spaces or a sign. */
  copy?: string | undefined;
};

/**
 * A value to type over or copy: one tap or click selects all of it and nothing else. The button works with
 * public/scripts/copy.js, which lets it be seen; its room is there before, so that nothing moves.
 */
export function CopyableValue({ label, value, copy = value }: CopyableValueProps) {
  return (
    <div className="border-b border-line py-3 last:border-b-0">
      <dt className="flex min-h-target flex-wrap items-center justify-between gap-x-3 text-small text-ink-soft">
        <span className="min-w-0 grow [flex-basis:min-content]">{label}</span>
        <CopyButton label={label} />
      </dt>
      <dd className="mt-2">
        <span data-copy={copy} className="select-all break-words text-heading font-semibold tabular-nums">
          <bdi>{value}</bdi>
        </span>
      </dd>
    </div>
  );
}

const FACE = "[grid-area:1/1]";

function CopyButton({ label }: { label: string }) {
  const { t } = useTranslation();
  return (
    <button
      type="button"
      data-copies=""
      data-done={t("phone.copy.done", { label })}
      data-failed={t("phone.copy.failed")}
      className="invisible min-h-target max-w-full rounded-lg border-2 border-line px-3 text-body font-semibold text-ink [overflow-wrap:anywhere] print:hidden"
    >
      {/* As wide as the wider of the two. */}
      <span className="inline-grid">
        <span data-face="copy" className={FACE}>
          {t("phone.copy.button")}
        </span>
        <span data-face="copied" className={`${FACE} invisible`}>
          {t("phone.copy.copied")}
        </span>
      </span>{" "}
      <span className="sr-only">{label}</span>
    </button>
  );
}
