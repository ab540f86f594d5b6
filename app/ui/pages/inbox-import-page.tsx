import { findingText } from "#app/ui/inbox/finding-text.ts";
import { HiddenFields } from "#app/ui/forms/hidden-fields.tsx";
import { formatInstant, formatNumber } from "#app/ui/format.ts";
import { ImportLinks, LinksTable } from "#app/ui/inbox/import-links.tsx";
import { ImportProgress } from "#app/ui/inbox/import-progress.tsx";
import { FailedRows, MadeRows, WarnedRows } from "#app/ui/inbox/import-rows.tsx";
import { importState, importTitle, type InboxImportView } from "#app/ui/inbox/import-view.ts";
import { importHref, importLinksHref, IMPORTS } from "#app/ui/inbox/inbox-addresses.ts";
import { InboxShell } from "#app/ui/inbox/inbox-shell.tsx";
import type { InboxUser } from "#app/ui/inbox/inbox-view.ts";
import { RefusedNote } from "#app/ui/inbox/refused-note.tsx";
import { Button } from "#app/ui/parts/button.tsx";
import { ButtonLink } from "#app/ui/parts/button-link.tsx";
import { DefinitionList } from "#app/ui/parts/definition-list.tsx";
import { Note } from "#app/ui/parts/note.tsx";
import { StatusPanel } from "#app/ui/parts/status-panel.tsx";
import { useTranslation } from "#app/ui/translation.tsx";

export type InboxImportPageProps = {
  user: InboxUser;
  path: string;
  /** A reader looks and does nothing. */
  mayDecide: boolean;
  /** Of the import that would take in what was only tried: the same form again starts no other. */
  importId: string;
  /** Of links as a table: the same form again makes no others. */
  formId: string;
  /** Why no links were made. */
  refused: "nothing_open" | "too_many" | null;
  shown: InboxImportView;
  error?: "file_gone" | undefined;
};

/** A file that was handed in: how far it is, what came or would come of it, and what can be done next. */
export function InboxImportPage(props: InboxImportPageProps) {
  const { user, path, mayDecide, importId, formId, refused, shown, error } = props;
  const { t, language } = useTranslation();
  const { details, links } = shown;
  const { id, fileName, createdAt, rows, failed, created } = details;
  const state = importState(details);
  const name = fileName === "" ? t("inboxImport.list.noName") : fileName;
  const isOver = state === "tried" || state === "done";
  return (
    <InboxShell
      {...{ user, path }}
      back={{ href: IMPORTS, label: t("inboxImport.back") }}
      title={t(importTitle(details))}
    >
      {error && <RefusedNote text={t(`inboxImport.error.${error}`)} />}
      {refused && <RefusedNote text={t(`inboxImport.table.${refused}`)} />}
      <p className="text-ink-soft [overflow-wrap:anywhere]">
        {t("inboxImport.of", { name, day: formatInstant(createdAt, language) })}
      </p>
      {state === "busy" && <ImportProgress details={details} />}
      {state === "failed" && <Failed {...{ shown, mayDecide }} />}
      {isOver && <Counts {...{ shown }} />}
      {state === "tried" && <TakeIn {...{ shown, mayDecide, importId, path }} />}
      {links && <ImportLinks links={links} action={mayDecide ? path : null} />}
      {links && mayDecide && <LinksTable action={importLinksHref(id)} formId={formId} />}
      {isOver && (
        <>
          <FailedRows rows={rows} failed={failed} errorsHref={`${importHref(id)}/errors.csv`} />
          <WarnedRows {...shown.warned} warningsHref={`${importHref(id)}/warnings.csv`} />
          <MadeRows rows={rows} created={created} />
        </>
      )}
    </InboxShell>
  );
}

type Shown = { shown: InboxImportView };

function Failed({ shown: { details }, mayDecide }: Shown & { mayDecide: boolean }) {
  const translator = useTranslation();
  const { t } = translator;
  const { failureCode, failure } = details;
  return (
    <>
      <StatusPanel tone="problem">
        <p>
          {t("finding.at", {
            where: t("inboxImport.file"),
            what: findingText({ code: failureCode ?? "", message: failure ?? "" }, translator),
          })}
        </p>
      </StatusPanel>
      <p className="text-small text-ink-soft">
        {t("inboxImport.detail")} <span lang="en">{failure}</span>
      </p>
      {mayDecide && (
        <>
          <p>{t("inboxImport.againHint")}</p>
          <ButtonLink href={IMPORTS}>{t("inboxImport.again")}</ButtonLink>
        </>
      )}
    </>
  );
}

function Counts({ shown: { details } }: Shown) {
  const { t, language } = useTranslation();
  const { total, created, credited, unchanged, failed } = details;
  const row = (term: string, count: number) => ({ term, value: formatNumber(count, language) });
  return (
    <section>
      <h2>{t("inboxImport.counts.heading")}</h2>
      <DefinitionList
        rows={[
          row(t("inboxImport.counts.rows"), total),
          row(t("inboxImport.counts.new"), created),
          ...(credited > 0 ? [row(t("inboxImport.counts.credited"), credited)] : []),
          ...(unchanged > 0 ? [row(t("inboxImport.counts.unchanged"), unchanged)] : []),
          row(t("inboxImport.counts.failed"), failed),
        ]}
      />
    </section>
  );
}

function TakeIn({
  shown,
  mayDecide,
  importId,
  path,
}: Shown & Pick<InboxImportPageProps, "mayDecide" | "importId" | "path">) {
  const { t } = useTranslation();
  const { details, takenInBy } = shown;
  const { created, credited, failed } = details;
  const count = created + credited;
  if (takenInBy !== null) {
    return (
      <>
        <p>{t("inboxImport.taken")}</p>
        <ButtonLink href={importHref(takenInBy)}>{t("inboxImport.seeTaken")}</ButtonLink>
      </>
    );
  }
  if (count === 0) return <p>{t("inboxImport.nothingNew")}</p>;
  return (
    <>
      {failed > 0 && (
        <Note tone="wait">
          <p>{t("inboxImport.takeWithout", { count: failed })}</p>
        </Note>
      )}
      {mayDecide && (
        <form method="post" action={path}>
          <HiddenFields values={{ act: "take", importId }} />
          <Button>{t("inboxImport.take", { count })}</Button>
        </form>
      )}
    </>
  );
}
