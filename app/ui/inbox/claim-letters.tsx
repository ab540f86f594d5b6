import { formatDay } from "#app/ui/format.ts";
import { Timeline } from "#app/ui/parts/timeline.tsx";
import { useTranslation } from "#app/ui/translation.tsx";
import type { ClaimLetterView } from "./claims-view.ts";
import { inboxDocumentHref } from "./inbox-addresses.ts";

/** Letters, mails, notes and files of a claim, the newest first; each text opens on the spot. */
export function ClaimLetters({ letters }: { letters: readonly ClaimLetterView[] }) {
  const { t, language } = useTranslation();
  return (
    <section>
      <h2>{t("inboxClaim.letters.heading")}</h2>
      {letters.length === 0 ? (
        <p>{t("inboxClaim.letters.none")}</p>
      ) : (
        <Timeline
          items={letters.map(({ id, on, message, files }) => ({
            id,
            dateTime: on,
            when: message
              ? t(`inboxClaim.letters.${message.direction}`, { day: formatDay(on, language), channel: t(`letters.channel.${message.channel}`) }) // prettier-ignore
              : formatDay(on, language),
            title: message ? message.subject || t("letters.noSubject") : t("inboxClaim.letters.file"),
            inbound: message?.direction === "inbound",
            text: (
              <>
                {message && message.body.trim() !== "" && (
                  <details>
                    <summary className="inline-flex min-h-target cursor-pointer items-center underline underline-offset-4">
                      {t("inboxClaim.letters.read")}
                    </summary>
                    <p className="whitespace-pre-line [overflow-wrap:anywhere]">{message.body}</p>
                  </details>
                )}
                {files.map((file) => (
                  <File key={file.id} file={file} />
                ))}
              </>
            ),
          }))}
        />
      )}
    </section>
  );
}

function File({ file: { id, fileName, scan } }: { file: ClaimLetterView["files"][number] }) {
  const { t } = useTranslation();
  if (scan === "infected" || scan === "quarantined") {
    return (
      <p className="[overflow-wrap:anywhere]">
        {fileName}: {t(`inboxDispute.file.${scan}`)}
      </p>
    );
  }
  return (
    <p className="mb-0">
      <a href={inboxDocumentHref(id)} className="inline-flex min-h-target items-center [overflow-wrap:anywhere]">
        {t(scan === "unscanned" ? "inboxDispute.file.downloadUnscanned" : "inboxDispute.file.download", {
          name: fileName,
        })}
      </a>
    </p>
  );
}
