import { LinkList } from "#app/ui/parts/link-list.tsx";
import { useTranslation } from "#app/ui/translation.tsx";
import { ClosedFile } from "./closed-file.tsx";
import { closedBecause, type DocumentView, fileHref } from "./correspondence.ts";
import { fileDescription } from "./file-description.ts";

/** Files to open or save, each with its sort and size. */
export function DocumentLinks({ documents }: { documents: readonly DocumentView[] }) {
  const translator = useTranslation();
  const open = documents.filter((document) => closedBecause(document) === null);
  return (
    <>
      {open.length > 0 && (
        <LinkList
          links={open.map((document) => ({
            href: fileHref(document.id),
            text: document.fileName,
            meta: fileDescription(document, translator),
          }))}
        />
      )}
      {documents.map((document) => {
        const why = closedBecause(document);
        return why && <ClosedFile key={document.id} description={document.fileName} why={why} />;
      })}
    </>
  );
}
