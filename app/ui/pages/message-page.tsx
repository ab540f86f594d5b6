import { ClaimFooter } from "#app/ui/claim/claim-footer.tsx";
import type { CreditorView } from "#app/ui/claim/claim-view.ts";
import { reachable } from "#app/ui/claim/contact-links.tsx";
import type { MessageItem } from "#app/ui/claim/correspondence.ts";
import { messageLine } from "#app/ui/claim/correspondence-line.ts";
import { DocumentLinks } from "#app/ui/claim/document-links.tsx";
import { initialsOf } from "#app/ui/claim/initials.ts";
import { PlainText } from "#app/ui/claim/plain-text.tsx";
import { PageShell } from "#app/ui/layout/page-shell.tsx";
import { useTranslation } from "#app/ui/translation.tsx";

export type MessagePageProps = {
  creditor: CreditorView;
  message: Omit<MessageItem, "kind" | "preview"> & {
    /** Plain text; an empty line starts a new paragraph. */
    readonly text: string;
  };
  backHref: string;
  path: string;
};

/** One message as readable text, with its files. */
export function MessagePage({ creditor, message, backHref, path }: MessagePageProps) {
  const translator = useTranslation();
  const { t } = translator;
  const { direction, subject, text, documents } = message;
  return (
    <PageShell
      creditor={{ name: creditor.name, initials: initialsOf(creditor.name) }}
      back={{ href: backHref, label: t("letters.title") }}
      title={subject || t("letters.noSubject")}
      path={path}
      footer={<ClaimFooter creditor={creditor} />}
    >
      <p className="text-ink-soft">{messageLine(message, translator)}</p>
      {text.trim() === "" ? <p>{t("letters.noText")}</p> : <PlainText text={text} />}
      {documents.length > 0 && (
        <>
          <h2>{t("letters.files")}</h2>
          <DocumentLinks documents={documents} />
        </>
      )}
      {direction === "outbound" && <p>{t("letters.question", { name: reachable(creditor).name })}</p>}
    </PageShell>
  );
}
