import type { LocalDate } from "#app/domain/calendar.ts";
import { type ClaimFrame, ClaimShell } from "#app/ui/claim/claim-shell.tsx";
import { reachable } from "#app/ui/claim/contact-links.tsx";
import {
  closedBecause,
  type DocumentKind,
  type DocumentView,
  fileHref,
  letterHref,
} from "#app/ui/claim/correspondence.ts";
import { ClosedFile } from "#app/ui/claim/closed-file.tsx";
import { DocumentText } from "#app/ui/claim/document-text.tsx";
import { fileDescription, fileSize, fileSort } from "#app/ui/claim/file-description.ts";
import { PlainText } from "#app/ui/claim/plain-text.tsx";
import { formatDay } from "#app/ui/format.ts";
import { LinkList } from "#app/ui/parts/link-list.tsx";
import { useTranslation } from "#app/ui/translation.tsx";

export type DocumentPageProps = ClaimFrame & {
  document: DocumentView & {
    readonly documentKind: DocumentKind;
    readonly date: LocalDate;
    /** Of the invoice that the document is; null where it is another document. */
    readonly invoiceNumber: string | null;
    /** What it says; null where only the file says it. */
    readonly text: string | null;
    /** The message it came with. */
    readonly message: { readonly id: string; readonly subject: string } | null;
  };
};

/** One document as readable text beside its file; without text, what the file is. */
export function DocumentPage({ creditor, document, backHref, path }: DocumentPageProps) {
  const translator = useTranslation();
  const { t, language } = translator;
  const { documentKind, date, invoiceNumber, fileName, text, message } = document;
  const { name } = reachable(creditor);
  const closed = closedBecause(document);
  return (
    <ClaimShell
      {...{ creditor, path, backHref }}
      backLabel={t("letters.title")}
      title={invoiceNumber === null ? fileName : t("document.invoice", { number: invoiceNumber })}
    >
      <p className="text-ink-soft">
        {t("letters.meta", { day: formatDay(date, language), channel: t(`letters.document.${documentKind}`) })}
      </p>
      {closed !== null && <ClosedFile description={fileName} why={closed} />}
      {text === null && closed === null && (
        <p>
          {t(`document.only.${fileSort(document)}`, { size: fileSize(document.size, language) })}{" "}
          {t("document.openToRead")}
        </p>
      )}
      <LinkList
        links={[
          ...(closed !== null
            ? []
            : [{ href: fileHref(document.id), text: t("document.open"), meta: `${fileName} (${fileDescription(document, translator)})` }]), // prettier-ignore
          ...(message === null
            ? []
            : [{ href: letterHref(message.id), text: message.subject || t("letters.noSubject"), meta: t("document.cameWith") }]), // prettier-ignore
        ]}
      />
      {text === null ? (
        <p>{t("document.askText", { name })}</p>
      ) : (
        <>
          <h2>{t("document.text")}</h2>
          {document.mediaType === "text/plain" ? <PlainText text={text} /> : <DocumentText text={text} lang="nl" />}
          <p>{t("document.question", { name })}</p>
        </>
      )}
    </ClaimShell>
  );
}
