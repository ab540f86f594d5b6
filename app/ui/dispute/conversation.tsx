import { DocumentLinks } from "#app/ui/claim/document-links.tsx";
import { Timeline } from "#app/ui/parts/timeline.tsx";
import { formatDay } from "#app/ui/format.ts";
import { useTranslation } from "#app/ui/translation.tsx";
import type { DisputeMessage } from "./dispute-view.ts";

/** What was said, oldest first, each with its files. */
export function Conversation({ messages, creditor }: { messages: readonly DisputeMessage[]; creditor: string }) {
  const { t, language } = useTranslation();
  return (
    <Timeline
      items={messages.map(({ id, from, on, subject, body, documents }) => ({
        id,
        dateTime: on,
        when: `${formatDay(on, language)}, ${from === "debtor" ? t("disputePage.page.you") : creditor}`,
        title: subject,
        inbound: from === "debtor",
        text: (
          <>
            {body !== "" && (
              <p dir="auto" className="whitespace-pre-line [overflow-wrap:anywhere]">
                {body}
              </p>
            )}
            {documents.length > 0 && <DocumentLinks documents={documents} />}
          </>
        ),
      }))}
    />
  );
}
