import { HiddenFields } from "#app/ui/forms/hidden-fields.tsx";
import { Button } from "#app/ui/parts/button.tsx";
import { StatusPanel } from "#app/ui/parts/status-panel.tsx";
import { useTranslation } from "#app/ui/translation.tsx";
import { Reload } from "./import-progress.tsx";
import type { ImportLinksView } from "./import-view.ts";

/** A link by mail to every debtor of what came in: whom it goes to before it is asked, and what became of it. */
export function ImportLinks({ links, action }: { links: ImportLinksView; action: string | null }) {
  const { t } = useTranslation();
  return (
    <section>
      <h2>{t("inboxImport.links.heading")}</h2>
      {links.asked ? <Asked links={links} /> : <Ask links={links} action={action} />}
    </section>
  );
}

function Ask({ links: { debtors }, action }: { links: ImportLinksView; action: string | null }) {
  const { t } = useTranslation();
  const { toMail, withoutAddress, atRest } = debtors;
  return (
    <>
      <p>{t("inboxImport.links.what")}</p>
      <ul className="mb-4">
        {toMail > 0 && <li className="font-semibold">{t("inboxImport.links.toMail", { count: toMail })}</li>}
        {withoutAddress > 0 && <li>{t("inboxImport.links.withoutAddress", { count: withoutAddress })}</li>}
        {atRest > 0 && <li>{t("inboxImport.links.atRest", { count: atRest })}</li>}
      </ul>
      {toMail === 0 ? (
        <p>{t("inboxImport.links.nobody")}</p>
      ) : (
        <p className="text-small text-ink-soft">{t("inboxImport.links.skips")}</p>
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
