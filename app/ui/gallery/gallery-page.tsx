import { PageShell } from "#app/ui/layout/page-shell.tsx";
import { LinkList } from "#app/ui/parts/link-list.tsx";
import { ComponentSheet } from "./component-sheet.tsx";

/** For developers: every component in every state, and a link to every page in every state. */
export function GalleryPage({ cases }: { cases: readonly string[] }) {
  return (
    <PageShell path="/dev/ui" title="Alle onderdelen">
      <ComponentSheet />
      <h2>Alle pagina’s</h2>
      <LinkList links={cases.map((name) => ({ href: `/dev/ui/${name}`, text: name }))} />
    </PageShell>
  );
}
