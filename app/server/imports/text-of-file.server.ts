import { cutText } from "./cut-text.server.ts";
import { tableText } from "./table-text.server.ts";
import { decodeWindows1252 } from "./ubl/decode-windows-1252.server.ts";

/** The words of a file that is text already (`text/plain`, `text/csv`); null for every other sort. */
export function textOfFile({ mimeType, bytes }: { mimeType: string; bytes: Uint8Array }): string | null {
  if (mimeType !== "text/plain" && mimeType !== "text/csv") return null;
  const text = decode(bytes)
    .replace(/\r\n?/g, "\n")
    // Control characters mean nothing to a reader, and the database takes no NUL.
    .replace(/[^\t\n\u0020-\u007E\u00A0-\uFFFD]/g, "")
    .trim();
  if (text === "") return null;
  return cutText((mimeType === "text/csv" ? tableText(text) : null) ?? text);
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return decodeWindows1252(bytes);
  }
}
