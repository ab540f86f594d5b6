import { ClaimFooter } from "#app/ui/claim/claim-footer.tsx";
import type { CreditorView } from "#app/ui/claim/claim-view.ts";
import {
  type CorrespondenceItem,
  type DocumentItem,
  letterHref,
  type MessageItem,
} from "#app/ui/claim/correspondence.ts";
import { messageLine } from "#app/ui/claim/correspondence-line.ts";
import { fileDescription } from "#app/ui/claim/file-description.ts";
import { initialsOf } from "#app/ui/claim/initials.ts";
import { InlineFiles } from "#app/ui/claim/inline-files.tsx";
import { formatDay } from "#app/ui/format.ts";
import { PageShell } from "#app/ui/layout/page-shell.tsx";
import { Timeline, type TimelineItem } from "#app/ui/parts/timeline.tsx";
import type { Translator } from "#app/i18n/translator.ts";
import { useTranslation } from "#app/ui/translation.tsx";

export type LettersPageProps = {
  creditor: CreditorView;
  /** The one claim it is about; null with several. */
  description: string | null;
  /** Newest first. */
  items: readonly CorrespondenceItem[];
  backHref: string;
  path: string;
};

/** Everything that was sent and said, newest first. */
export function LettersPage({ creditor, description, items, backHref, path }: LettersPageProps) {
  const translator = useTranslation();
  const { t } = translator;
  return (
    <PageShell
      creditor={{ name: creditor.name, initials: initialsOf(creditor.name) }}
      back={{ href: backHref }}
      title={t("letters.title")}
      path={path}
      footer={<ClaimFooter creditor={creditor} />}
    >
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
    </PageShell>
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
        {message.preview !== "" && <p className="mb-1">{message.preview}</p>}
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
