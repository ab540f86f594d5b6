import { direction, type Language } from "#app/i18n/languages.ts";
import { textBlocks } from "./text-blocks.ts";

/** A value longer than this is a sentence, not something to set apart. */
const LONGEST_VALUE = 40;

const ROW = /^(.{1,100}): (\S.*)$/;

export type DocumentTextProps = {
  /** Shown as it is, never as markup: blocks with an empty line between them, lines of the form `name: value`. */
  text: string;
  lang: Language;
};

/** An invoice or a table in words: each block under its first line, names on the left and values on the right. */
export function DocumentText({ text, lang }: DocumentTextProps) {
  return (
    <div
      lang={lang}
      dir={direction(lang)}
      className="my-6 rounded-card border border-line bg-card px-4 text-small [overflow-wrap:anywhere]"
    >
      {textBlocks(text).map((block, index) => (
        <div key={index} className="break-inside-avoid border-b border-line py-4 last:border-b-0">
          {block.split(/\r?\n/).map((line, position) => (
            <Line key={position} line={line} leads={position === 0} />
          ))}
        </div>
      ))}
    </div>
  );
}

function Line({ line, leads }: { line: string; leads: boolean }) {
  const [, name, value = ""] = ROW.exec(line) ?? [];
  if (name === undefined || value.length > LONGEST_VALUE)
    return <p className={`mb-0 ${leads ? "font-semibold" : ""}`}>{line}</p>;
  return (
    <p className="mb-0 flex flex-wrap justify-between gap-x-4">
      <span className="text-ink-soft">{`${name}: `}</span>
      <span className="ms-auto text-end tabular-nums">{value}</span>
    </p>
  );
}
