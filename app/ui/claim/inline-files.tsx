import { useTranslation } from "#app/ui/translation.tsx";
import { type DocumentView, fileHref } from "./correspondence.ts";
import { fileDescription } from "./file-description.ts";

/** The files of a message in the timeline. */
export function InlineFiles({ documents }: { documents: readonly DocumentView[] }) {
  const translator = useTranslation();
  if (documents.length === 0) return null;
  return (
    <ul>
      {documents.map((document) => (
        <li key={document.id}>
          <a
            href={fileHref(document.id)}
            className="inline-flex min-h-target items-center text-small [overflow-wrap:anywhere]"
          >
            {document.fileName} ({fileDescription(document, translator)})
          </a>
        </li>
      ))}
    </ul>
  );
}
