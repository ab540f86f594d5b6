import { useTranslation } from "#app/ui/translation.tsx";

export type CheckRow = {
  readonly term: string;
  readonly value: string;
  /** Where the answer is changed; null where it cannot be by itself. */
  readonly changeHref: string | null;
};

/** The answers, each with the way to change it. */
export function CheckRows({ rows }: { rows: readonly CheckRow[] }) {
  const { t } = useTranslation();
  return (
    <dl className="mb-4 border-t border-line">
      {rows.map(({ term, value, changeHref }) => (
        <div key={term} className="flex flex-wrap items-baseline gap-x-4 border-b border-line py-2">
          <dt className="w-full text-small text-ink-soft">{term}</dt>
          <dd className="min-w-0 flex-1 whitespace-pre-line py-1 font-semibold tabular-nums [overflow-wrap:anywhere]">
            {value}
          </dd>
          {changeHref !== null && (
            <dd className="print:hidden">
              <a href={changeHref} className="inline-flex min-h-target items-center">
                {t("arrange.check.change")}
                <span className="sr-only"> {term}</span>
              </a>
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}
