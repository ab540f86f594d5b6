import { textBlocks } from "./text-blocks.ts";

/** What somebody wrote, as it is and never as markup, on a sheet of its own; an empty line starts a new paragraph. */
export function PlainText({ text }: { text: string }) {
  return (
    <div className="my-6 rounded-card border border-line bg-card p-4 [overflow-wrap:anywhere] [&>:last-child]:mb-0">
      {textBlocks(text).map((paragraph, index) => (
        <p key={index} dir="auto" className="whitespace-pre-line">
          {paragraph}
        </p>
      ))}
    </div>
  );
}
