import { ErrorSummary } from "#app/ui/forms/error-summary.tsx";
import { FileField } from "#app/ui/forms/file-field.tsx";
import { HiddenFields } from "#app/ui/forms/hidden-fields.tsx";
import { formatInstant } from "#app/ui/format.ts";
import { type ImportSummaryView, importState } from "#app/ui/inbox/import-view.ts";
import { IMPORT_TEMPLATE, importHref, IMPORTS, NEW_CLAIM } from "#app/ui/inbox/inbox-addresses.ts";
import { InboxShell } from "#app/ui/inbox/inbox-shell.tsx";
import type { InboxUser } from "#app/ui/inbox/inbox-view.ts";
import { BulletList } from "#app/ui/parts/bullet-list.tsx";
import { Button } from "#app/ui/parts/button.tsx";
import { LinkList } from "#app/ui/parts/link-list.tsx";
import { useTranslation } from "#app/ui/translation.tsx";

export type ImportUploadFaultView = "nothing" | "too_large" | "too_many" | "too_slow" | "interrupted" | "busy";

export type InboxImportsPageProps = {
  user: InboxUser;
  path: string;
  /** A reader looks and does nothing. */
  mayDecide: boolean;
  /** The same file in the same form starts no other import. */
  formId: string;
  imports: readonly ImportSummaryView[];
  /** Where the older ones are; null: these are the last. */
  nextHref: string | null;
  error?: ImportUploadFaultView | undefined;
};

const ACCEPT = ".csv,.txt,.xml,.zip,.jsonl,.ndjson,text/csv,application/xml,text/xml,application/zip";

/** A file of claims to take in, and those of before. */
export function InboxImportsPage(props: InboxImportsPageProps) {
  const { user, path, mayDecide, formId, imports, nextHref, error } = props;
  const { t } = useTranslation();
  return (
    <InboxShell {...{ user, path }} title={t("inboxImport.title")}>
      {mayDecide && <UploadForm {...{ formId, error }} />}
      <section>
        <h2>{t("inboxImport.list.heading")}</h2>
        {imports.length === 0 ? <p>{t("inboxImport.list.none")}</p> : <Earlier imports={imports} />}
        {nextHref !== null && (
          <p>
            <a href={nextHref} className="inline-flex min-h-target items-center">
              {t("inboxImport.list.more")}
            </a>
          </p>
        )}
      </section>
    </InboxShell>
  );
}

function UploadForm({ formId, error }: Pick<InboxImportsPageProps, "formId" | "error">) {
  const { t } = useTranslation();
  const message = error && t(`inboxImport.error.${error}`);
  return (
    <>
      <ErrorSummary errors={message === undefined ? [] : [{ field: "file", message }]} />
      <p>{t("inboxImport.lead")}</p>
      <BulletList>
        <li>{t("inboxImport.formats.csv")}</li>
        <li>{t("inboxImport.formats.ubl")}</li>
        <li>{t("inboxImport.formats.jsonl")}</li>
      </BulletList>
      <p className="mb-0">
        <a href={IMPORT_TEMPLATE} className="inline-flex min-h-target items-center">
          {t("inboxImport.template")}
        </a>
      </p>
      <p className="text-small text-ink-soft">{t("inboxImport.templateHint")}</p>
      <form method="post" action={IMPORTS} encType="multipart/form-data" noValidate>
        <HiddenFields values={{ formId }} />
        <FileField
          name="file"
          label={t("inboxImport.file")}
          hint={t("inboxImport.fileHint")}
          error={message}
          accept={ACCEPT}
        />
        <Button>{t("inboxImport.try")}</Button>
      </form>
      <p className="mt-2 text-small text-ink-soft">{t("inboxImport.tryHint")}</p>
      <p>
        <a href={NEW_CLAIM} className="inline-flex min-h-target items-center">
          {t("inboxImport.byHand")}
        </a>
      </p>
    </>
  );
}

function Earlier({ imports }: Pick<InboxImportsPageProps, "imports">) {
  const { t, language } = useTranslation();
  const links = imports.map((one) => {
    const state = importState(one);
    const parts = [
      t("inboxImport.list.line", { day: formatInstant(one.createdAt, language), state: t(`inboxImport.list.state.${state}`) }), // prettier-ignore
      ...(state === "done" ? [t("inboxImport.list.rows", { count: one.created })] : []),
      ...(one.failed > 0 ? [t("inboxImport.list.wrong", { count: one.failed })] : []),
    ];
    const text = one.fileName === "" ? t("inboxImport.list.noName") : one.fileName;
    return { href: importHref(one.id), text, meta: parts.join(" · ") };
  });
  return <LinkList links={links} />;
}
