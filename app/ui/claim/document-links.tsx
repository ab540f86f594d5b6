import { LinkList } from "#app/ui/parts/link-list.tsx";
import { useTranslation } from "#app/ui/translation.tsx";
import { type DocumentView, fileHref } from "./correspondence.ts";
import { fileDescription } from "./file-description.ts";

/** Files to open or save, each with its sort and size. */
export function DocumentLinks({ documents }: { documents: readonly DocumentView[] }) {
  const translator = useTranslation();
  return (
    <LinkList
      links={documents.map((document) => ({
        href: fileHref(document.id),
        text: document.fileName,
        meta: fileDescription(document, translator),
      }))}
    />
  );
}
