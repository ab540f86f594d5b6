import { type ClaimFrame, ClaimShell } from "#app/ui/claim/claim-shell.tsx";
import { reachable } from "#app/ui/claim/contact-links.tsx";
import type { MessageItem } from "#app/ui/claim/correspondence.ts";
import { messageLine } from "#app/ui/claim/correspondence-line.ts";
import { DocumentLinks } from "#app/ui/claim/document-links.tsx";
import { PlainText } from "#app/ui/claim/plain-text.tsx";
import { useTranslation } from "#app/ui/translation.tsx";

export type MessagePageProps = ClaimFrame & {
  message: Omit<MessageItem, "kind" | "preview"> & {
    /** Plain text; an empty line starts a new paragraph. */
    readonly text: string;
  };
};

/** One message as readable text, with its files. */
export function MessagePage({ creditor, message, backHref, path }: MessagePageProps) {
  const translator = useTranslation();
  const { t } = translator;
  const { direction, subject, text, documents } = message;
  return (
    <ClaimShell
      {...{ creditor, path, backHref }}
      backLabel={t("letters.title")}
      title={subject || t("letters.noSubject")}
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
    </ClaimShell>
  );
}
