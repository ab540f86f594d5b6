import { useTranslation } from "#app/ui/translation.tsx";
import { importFindingText, type ImportRowView, rowText } from "./import-view.ts";
import { claimHref, CLAIMS } from "./inbox-addresses.ts";

type RowsProps = { rows: readonly ImportRowView[] };

/** The rows that were refused, each with everything that is wrong with it. */
export function FailedRows({ rows, failed, errorsHref }: RowsProps & { failed: number; errorsHref: string }) {
  const { t } = useTranslation();
  const shown = rows.filter(({ result }) => result === "failed");
  if (shown.length === 0) return null;
  return (
    <section>
      <h2>{t("inboxImport.wrong.heading")}</h2>
      <Findings rows={shown} of="errors" />
      {failed > shown.length && <p className="text-ink-soft">{t("inboxImport.wrong.more", { count: shown.length })}</p>}
      <p>
        <a href={errorsHref} className="inline-flex min-h-target items-center">
          {t("inboxImport.wrong.errors")}
        </a>
      </p>
    </section>
  );
}

/** What somebody should think about in rows that are taken in all the same. */
export function WarnedRows({ rows, more, warningsHref }: RowsProps & { more: boolean; warningsHref: string }) {
  const { t } = useTranslation();
  if (rows.length === 0) return null;
  return (
    <details className="group mt-6 border-y border-line">
      <summary className="flex min-h-button cursor-pointer items-center gap-2 text-heading font-bold">
        <span aria-hidden="true" className="text-ink-soft group-open:rotate-90">
          ›
        </span>
        {t("inboxImport.warnings.heading")}
      </summary>
      <Findings rows={rows} of="warnings" />
      {more && <p className="text-ink-soft">{t("inboxImport.wrong.more", { count: rows.length })}</p>}
      <p>
        <a href={warningsHref} className="inline-flex min-h-target items-center">
          {t("inboxImport.warnings.all")}
        </a>
      </p>
    </details>
  );
}

/** The claims that came in; of a file that was only tried: that would. */
export function MadeRows({ rows, created }: RowsProps & { created: number }) {
  const { t } = useTranslation();
  const shown = rows.filter(({ result }) => result === "created");
  const stored = shown.some(({ claim }) => claim !== null);
  if (shown.length === 0) return null;
  return (
    <section>
      <h2>{t("inboxImport.made.heading")}</h2>
      <ul className="mb-2 border-t border-line">
        {shown.map(({ row, reference, claim }) => (
          <li key={row} className="border-b border-line [overflow-wrap:anywhere]">
            {claim === null ? (
              <span className="block py-3">{reference}</span>
            ) : (
              <a href={claimHref(claim)} className="inline-flex min-h-target items-center">
                {reference}
              </a>
            )}
          </li>
        ))}
      </ul>
      {created > shown.length && (
        <p className="text-ink-soft">
          {t(stored ? "inboxImport.made.more" : "inboxImport.wrong.more", { count: shown.length })}
        </p>
      )}
      {stored && (
        <p>
          <a href={CLAIMS} className="inline-flex min-h-target items-center">
            {t("inboxImport.made.all")}
          </a>
        </p>
      )}
    </section>
  );
}

function Findings({ rows, of }: RowsProps & { of: "errors" | "warnings" }) {
  const translator = useTranslation();
  return (
    <ul className="mb-2 border-t border-line">
      {rows.map((row) => (
        <li key={row.row} className="border-b border-line py-3 [overflow-wrap:anywhere]">
          <span className="block font-semibold">{rowText(row, translator)}</span>
          {row[of].map((finding) => (
            <span key={`${finding.line} ${finding.field} ${finding.code}`} className="block text-ink-soft">
              {importFindingText(finding, translator)}
            </span>
          ))}
        </li>
      ))}
    </ul>
  );
}
