import { decodeWindows1252 } from "../ubl/decode-windows-1252.server.ts";
import type { TextEncoding } from "./detect-encoding.server.ts";

/** Control characters mean nothing in a table, and the database takes no NUL. Tabs and ends of lines do. */
const CONTROL = /[^\t\n\u0020-\u007E\u00A0-\uFFFF]/g;

/** A text in pieces, without byte order mark and control characters, and with every end of a line as `\n`. */
export async function* decodeText(chunks: AsyncIterable<Uint8Array>, encoding: TextEncoding): AsyncGenerator<string> {
  const decoder = encoding === "windows-1252" ? null : new TextDecoder(encoding, { fatal: true });
  let carried = "";
  for await (const chunk of chunks) {
    const text = carried + (decoder ? decoder.decode(chunk, { stream: true }) : decodeWindows1252(chunk));
    // The other half of a line's end may come with the next piece.
    carried = text.endsWith("\r") ? "\r" : "";
    yield clean(carried === "" ? text : text.slice(0, -1));
  }
  yield clean(carried + (decoder?.decode() ?? ""));
}

const clean = (text: string): string => text.replace(/\r\n?/g, "\n").replace(CONTROL, "");
