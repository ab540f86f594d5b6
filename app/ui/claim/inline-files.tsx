import { useTranslation } from "#app/ui/translation.tsx";
import { ClosedFile } from "./closed-file.tsx";
import { closedBecause, type DocumentView, fileHref } from "./correspondence.ts";
import { fileDescription } from "./file-description.ts";

/** The files of a message in the timeline. */
export function InlineFiles({ documents }: { documents: readonly DocumentView[] }) {
  const translator = useTranslation();
  if (documents.length === 0) return null;
  return (
    <ul>
      {documents.map((document) => (
        <li key={document.id}>
          <InlineFile
            document={document}
            description={`${document.fileName} (${fileDescription(document, translator)})`}
          />
        </li>
      ))}
    </ul>
  );
}

function InlineFile({ document, description }: { document: DocumentView; description: string }) {
  const why = closedBecause(document);
  if (why !== null) return <ClosedFile description={description} why={why} />;
  return (
    <a
      href={fileHref(document.id)}
      className="inline-flex min-h-target items-center text-small [overflow-wrap:anywhere]"
    >
      {description}
    </a>
  );
}
