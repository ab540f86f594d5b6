import { ClaimFooter } from "#app/ui/claim/claim-footer.tsx";
import type { CreditorView } from "#app/ui/claim/claim-view.ts";
import { reachable } from "#app/ui/claim/contact-links.tsx";
import type { MessageItem } from "#app/ui/claim/correspondence.ts";
import { messageLine } from "#app/ui/claim/correspondence-line.ts";
import { DocumentLinks } from "#app/ui/claim/document-links.tsx";
import { initialsOf } from "#app/ui/claim/initials.ts";
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
  const paragraphs = text.split(/\r?\n\s*\r?\n/).filter((paragraph) => paragraph.trim() !== "");
  return (
    <PageShell
      creditor={{ name: creditor.name, initials: initialsOf(creditor.name) }}
      back={{ href: backHref, label: t("letters.title") }}
      title={subject || t("letters.noSubject")}
      path={path}
      footer={<ClaimFooter creditor={creditor} />}
    >
      <p className="text-ink-soft">{messageLine(message, translator)}</p>
      {paragraphs.length === 0 ? (
        <p>{t("letters.noText")}</p>
      ) : (
        <div className="my-6 rounded-card border border-line bg-card p-4 [overflow-wrap:anywhere] [&>:last-child]:mb-0">
          {paragraphs.map((paragraph, index) => (
            <p key={index} className="whitespace-pre-line">
              {paragraph.trim()}
            </p>
          ))}
        </div>
      )}
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
