import { Fragment } from "react";

/** A line of the document: `code` and **what stands out**, the only marks that it uses. */
export function MarkedText({ children }: { children: string }) {
  return children
    .split(/(`[^`]+`|\*\*[^*]+\*\*)/)
    .map((piece, index) => <Fragment key={index}>{marked(piece)}</Fragment>);
}

function marked(piece: string) {
  if (piece.startsWith("`")) return <Code>{piece.slice(1, -1)}</Code>;
  return piece.startsWith("**") ? <strong>{piece.slice(2, -2)}</strong> : piece;
}

/** Something to type over, which may break anywhere on a narrow screen. */
export function Code({ children }: { children: string }) {
  return <code className="font-mono text-[0.9em] [overflow-wrap:anywhere]">{children}</code>;
}
