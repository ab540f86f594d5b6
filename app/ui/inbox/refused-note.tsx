import { Note } from "#app/ui/parts/note.tsx";

/** Why what was just tried was not done, read out at once. */
export function RefusedNote({ text }: { text: string }) {
  return (
    <div role="alert">
      <Note tone="problem">
        <p>{text}</p>
      </Note>
    </div>
  );
}
