import { HiddenFields } from "#app/ui/forms/hidden-fields.tsx";
import { Button } from "#app/ui/parts/button.tsx";
import { StatusPanel } from "#app/ui/parts/status-panel.tsx";
import { useTranslation } from "#app/ui/translation.tsx";
import { Reload } from "./import-progress.tsx";
import { type ImportDebtorsView, type ImportLinksView, UNMAILED } from "./import-view.ts";

/** A link by mail to every debtor of what came in: whom it goes to before it is asked, and what became of it. */
export function ImportLinks({ links, action }: { links: ImportLinksView; action: string | null }) {
  const { t } = useTranslation();
  return (
    <section>
      <h2>{t("inboxImport.links.heading")}</h2>
      {links.debtors === null ? <Asked links={links} /> : <Ask debtors={links.debtors} action={action} />}
    </section>
  );
}

function Ask({ debtors, action }: { debtors: ImportDebtorsView; action: string | null }) {
  const { t } = useTranslation();
  const { toMail } = debtors;
  const unmailed = UNMAILED.filter((why) => debtors[why] > 0);
  return (
    <>
      <p>{t("inboxImport.links.what")}</p>
      <p className="font-semibold">
        {toMail === 0 ? t("inboxImport.links.nobody") : t("inboxImport.links.toMail", { count: toMail })}
      </p>
      {unmailed.length > 0 && (
        <>
          <p className="mb-0">{t("inboxImport.links.unmailed")}</p>
          <ul className="mb-4">
            {unmailed.map((why) => (
              <li key={why}>{t(`inboxImport.links.${why}`, { count: debtors[why] })}</li>
            ))}
          </ul>
        </>
      )}
      {toMail > 0 && action !== null && (
        <form method="post" action={action}>
          <HiddenFields values={{ act: "mail" }} />
          <Button>{t("inboxImport.links.do", { count: toMail })}</Button>
        </form>
      )}
    </>
  );
}

function Asked({ links: { done, mailed, notMailed } }: { links: ImportLinksView }) {
  const { t } = useTranslation();
  if (!done) {
    return (
      <StatusPanel tone="busy">
        <p>{t("inboxImport.links.busy", { count: mailed })}</p>
        <Reload />
      </StatusPanel>
    );
  }
  return (
    <StatusPanel tone="done">
      <p>{mailed === 0 ? t("inboxImport.links.none") : t("inboxImport.links.done", { count: mailed })}</p>
      {notMailed > 0 && <p>{t("inboxImport.links.notMailed", { count: notMailed })}</p>}
    </StatusPanel>
  );
}

/** Links for who sends letters of their own: made by the form that downloads them. */
export function LinksTable({ action, formId }: { action: string; formId: string }) {
  const { t } = useTranslation();
  return (
    <section>
      <h2>{t("inboxImport.table.heading")}</h2>
      <p>{t("inboxImport.table.what")}</p>
      <p>{t("inboxImport.table.keep")}</p>
      <form method="post" action={action}>
        <HiddenFields values={{ formId }} />
        <Button kind="second">{t("inboxImport.table.do")}</Button>
      </form>
    </section>
  );
}
