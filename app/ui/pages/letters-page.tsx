import { type ClaimFrame, ClaimShell } from "#app/ui/claim/claim-shell.tsx";
import {
  type CorrespondenceItem,
  type DocumentItem,
  letterHref,
  type MessageItem,
} from "#app/ui/claim/correspondence.ts";
import { messageLine } from "#app/ui/claim/correspondence-line.ts";
import { fileDescription } from "#app/ui/claim/file-description.ts";
import { InlineFiles } from "#app/ui/claim/inline-files.tsx";
import { formatDay } from "#app/ui/format.ts";
import { Timeline, type TimelineItem } from "#app/ui/parts/timeline.tsx";
import type { Translator } from "#app/i18n/translator.ts";
import { useTranslation } from "#app/ui/translation.tsx";

export type LettersPageProps = ClaimFrame & {
  /** The one claim it is about; null with several. */
  description: string | null;
  /** Newest first. */
  items: readonly CorrespondenceItem[];
};

/** Everything that was sent and said, newest first. */
export function LettersPage({ creditor, description, items, backHref, path }: LettersPageProps) {
  const translator = useTranslation();
  const { t } = translator;
  return (
    <ClaimShell {...{ creditor, path, backHref }} title={t("letters.title")}>
      {items.length === 0 ? (
        <p>{t("letters.empty")}</p>
      ) : (
        <>
          <p className="text-ink-soft">
            {description === null ? t("letters.intro") : t("letters.introOf", { description })}
          </p>
          <Timeline
            items={items.map((item) =>
              item.kind === "message" ? ofMessage(item, translator) : ofDocument(item, translator),
            )}
          />
        </>
      )}
    </ClaimShell>
  );
}

function ofMessage(message: MessageItem, translator: Translator): TimelineItem {
  return {
    id: message.id,
    dateTime: message.date,
    when: messageLine(message, translator),
    title: message.subject || translator.t("letters.noSubject"),
    href: letterHref(message.id),
    inbound: message.direction === "inbound",
    text: (
      <>
        {message.preview !== "" && (
          <p dir="auto" className="mb-1">
            {message.preview}
          </p>
        )}
        <InlineFiles documents={message.documents} />
      </>
    ),
  };
}

function ofDocument(document: DocumentItem, translator: Translator): TimelineItem {
  const { t, language } = translator;
  return {
    id: document.id,
    dateTime: document.date,
    when: t("letters.meta", {
      day: formatDay(document.date, language),
      channel: t(`letters.document.${document.documentKind}`),
    }),
    title: document.title,
    href: letterHref(document.id),
    text: fileDescription(document, translator),
  };
}
