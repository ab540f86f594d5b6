import { formatDay } from "#app/ui/format.ts";
import { Timeline } from "#app/ui/parts/timeline.tsx";
import { useTranslation } from "#app/ui/translation.tsx";
import type { DisputeFileView, DisputeMessageView } from "./dispute-view.ts";
import { documentPageHref, inboxDocumentHref } from "./inbox-addresses.ts";

/** Everything that was said, with the files, oldest first. */
export function DisputeConversation({ messages }: { messages: readonly DisputeMessageView[] }) {
  const { t, language } = useTranslation();
  return (
    <section>
      <h2>{t("inboxDispute.conversation.heading")}</h2>
      <Timeline
        items={messages.map(({ id, from, on, subject, body, documents }) => ({
          id,
          dateTime: on,
          when: t(`inboxDispute.conversation.${from}`, { day: formatDay(on, language) }),
          title: subject,
          inbound: from === "debtor",
          text: (
            <>
              <p className="whitespace-pre-line [overflow-wrap:anywhere]">{body}</p>
              {documents.map((file) => (
                <File key={file.id} file={file} />
              ))}
            </>
          ),
        }))}
      />
    </section>
  );
}

function File({ file: { id, fileName, scan, pages } }: { file: DisputeFileView }) {
  const { t } = useTranslation();
  if (scan === "infected" || scan === "quarantined") {
    return (
      <p className="[overflow-wrap:anywhere]">
        {fileName}: {t(`inboxDispute.file.${scan}`)}
      </p>
    );
  }
  return (
    <div className="mb-4">
      {Array.from({ length: pages }, (_, index) => (
        <img
          key={index}
          src={documentPageHref(id, index + 1)}
          alt={t("inboxDispute.file.page", { name: fileName, page: index + 1, pages })}
          loading="lazy"
          className="mb-2 max-w-full border border-line"
        />
      ))}
      <a href={inboxDocumentHref(id)} className="inline-flex min-h-target items-center [overflow-wrap:anywhere]">
        {t(scan === "unscanned" ? "inboxDispute.file.downloadUnscanned" : "inboxDispute.file.download", {
          name: fileName,
        })}
      </a>
    </div>
  );
}
