import { UnreadableFile } from "../import-item.server.ts";

export type TextEncoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";

/**
 * In what a text was saved: by its byte order mark, else UTF-8 where all of it is valid, else Windows-1252. Refuses what
 * breaks its own mark, and what holds a NUL, as no text does.
 */
export async function detectEncoding(chunks: AsyncIterable<Uint8Array>): Promise<TextEncoding> {
  let marked: TextEncoding | null = null;
  let decoder: TextDecoder | null = null;
  let valid = true;
  for await (const chunk of joinFirst(chunks)) {
    if (decoder === null) {
      marked = markOf(chunk);
      decoder = new TextDecoder(marked ?? "utf-8", { fatal: true });
    }
    if (valid) {
      const text = decodeOrNull(decoder, chunk);
      valid = text !== null;
      if (text?.includes("\0")) throw notText();
    }
    if (!valid && marked !== null) throw broken(marked);
    if (!valid && chunk.includes(0)) throw notText();
  }
  if (decoder && valid && decodeOrNull(decoder, null) === null) {
    if (marked !== null) throw broken(marked);
    return "windows-1252";
  }
  return marked ?? (valid ? "utf-8" : "windows-1252");
}

/** The mark has three bytes, and the first piece of a stream may have one. */
async function* joinFirst(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let first: Uint8Array | null = new Uint8Array();
  for await (const chunk of chunks) {
    if (first === null) yield chunk;
    else {
      first = Buffer.concat([first, chunk]);
      if (first.length < 3) continue;
      yield first;
      first = null;
    }
  }
  if (first !== null && first.length > 0) yield first;
}

function markOf([first, second, third]: Uint8Array): TextEncoding | null {
  if (first === 0xef && second === 0xbb && third === 0xbf) return "utf-8";
  if (first === 0xff && second === 0xfe) return "utf-16le";
  return first === 0xfe && second === 0xff ? "utf-16be" : null;
}

/** Without a chunk: the end, where half a character is an error. */
function decodeOrNull(decoder: TextDecoder, chunk: Uint8Array | null): string | null {
  try {
    return chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode();
  } catch {
    return null;
  }
}

const notText = () => new UnreadableFile("not_text", "The file is no text. Save the table as CSV (UTF-8).");

const broken = (encoding: TextEncoding) =>
  new UnreadableFile("encoding_broken", `The file is not valid ${encoding.toUpperCase()}, as its first bytes say.`);
