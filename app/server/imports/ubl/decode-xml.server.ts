import { err, ok, type Result } from "#app/domain/result.ts";
import { decodeWindows1252 } from "./decode-windows-1252.server.ts";
import type { XmlFault } from "./xml-element.server.ts";

const ENCODINGS: ReadonlyMap<string, string> = new Map([
  ["utf-8", "utf-8"],
  ["utf8", "utf-8"],
  // Written by programs that serialise to a string and save it as UTF-8: real UTF-16 is recognised by its first bytes.
  ["utf-16", "utf-8"],
  ["utf-16le", "utf-8"],
  ["utf-16be", "utf-8"],
  ["us-ascii", "windows-1252"],
  ["ascii", "windows-1252"],
  ["iso-8859-1", "windows-1252"],
  ["latin1", "windows-1252"],
  ["iso-8859-15", "iso-8859-15"],
  ["windows-1252", "windows-1252"],
]);

const DECLARED_ENCODING = /^<\?xml\s[^>]{0,200}?\bencoding\s*=\s*["']([A-Za-z][\w.-]*)["']/;

/**
 * The text of an XML file, without byte order mark: by its mark, else its first bytes, else its declaration, else UTF-8
 * (XML 1.0, appendix F). ISO-8859-1 is read as the Windows-1252 that it nearly always is.
 * Refuses encodings other than UTF-8, UTF-16, ISO-8859-1, ISO-8859-15 and Windows-1252, and bytes that do not fit.
 */
export function decodeXml(bytes: Uint8Array): Result<string, XmlFault> {
  const encoding = detectEncoding(bytes);
  if (!encoding.ok) return encoding;
  if (encoding.value === "windows-1252") return ok(decodeWindows1252(bytes));
  try {
    return ok(new TextDecoder(encoding.value, { fatal: true }).decode(bytes));
  } catch {
    return err({
      code: "encoding_broken",
      line: lineOfFirstBrokenCharacter(bytes, encoding.value),
      message: `The file is not valid ${encoding.value.toUpperCase()}.`,
    });
  }
}

function detectEncoding(bytes: Uint8Array): Result<string, XmlFault> {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return ok("utf-8");
  if (first === 0xff && second === 0xfe) return ok("utf-16le");
  if (first === 0xfe && second === 0xff) return ok("utf-16be");
  if (first === 0x3c && second === 0x00) return ok("utf-16le");
  if (first === 0x00 && second === 0x3c) return ok("utf-16be");
  const start = decodeWindows1252(bytes.subarray(0, 300));
  const declared = DECLARED_ENCODING.exec(start)?.[1]?.toLowerCase() ?? "utf-8";
  const encoding = ENCODINGS.get(declared);
  if (encoding) return ok(encoding);
  return err({ code: "encoding_not_supported", line: 1, message: `The encoding "${declared}" is not supported.` });
}

function lineOfFirstBrokenCharacter(bytes: Uint8Array, encoding: string): number {
  const text = new TextDecoder(encoding).decode(bytes);
  const broken = text.indexOf("\uFFFD");
  return text.slice(0, Math.max(broken, 0)).split(/\r\n?|\n/).length;
}
