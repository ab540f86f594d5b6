import { ClosedFile } from "#app/ui/claim/closed-file.tsx";
import { closedBecause } from "#app/ui/claim/correspondence.ts";
import { fileDescription } from "#app/ui/claim/file-description.ts";
import { useTranslation } from "#app/ui/translation.tsx";
import type { DisputeFile } from "./dispute-view.ts";

/** Files that go along once the form is sent. */
export function WaitingFiles({ files }: { files: readonly DisputeFile[] }) {
  const translator = useTranslation();
  return (
    <ul className="mb-3">
      {files.map((file) => {
        const closed = closedBecause(file);
        return (
          <li key={file.id} className="border-b border-line py-2 [overflow-wrap:anywhere]">
            {closed === null ? (
              <>
                <bdi className="font-semibold">{file.fileName}</bdi>
                <span className="block text-small text-ink-soft">{fileDescription(file, translator)}</span>
              </>
            ) : (
              <ClosedFile description={file.fileName} why={closed} />
            )}
          </li>
        );
      })}
    </ul>
  );
}
