import { expect, test } from "vitest";
import { decodeXml } from "./decode-xml.server.ts";

const utf8 = (text: string) => new TextEncoder().encode(text);
const latin1 = (text: string) => new Uint8Array(Buffer.from(text, "latin1"));
const utf16le = (text: string) => new Uint8Array(Buffer.from(text, "utf16le"));
const utf16be = (text: string) => new Uint8Array(Buffer.from(text, "utf16le").swap16());

test.each([
  ["UTF-8", utf8("<a>é €</a>"), "<a>é €</a>"],
  ["UTF-8 with a mark", utf8("\uFEFF<a>é</a>"), "<a>é</a>"],
  [
    "a mark over a declaration",
    utf8('\uFEFF<?xml version="1.0" encoding="ISO-8859-1"?><a>é</a>'),
    '<?xml version="1.0" encoding="ISO-8859-1"?><a>é</a>',
  ],
  [
    "ISO-8859-1",
    latin1("<?xml version='1.0' encoding='iso-8859-1'?><a>é</a>"),
    "<?xml version='1.0' encoding='iso-8859-1'?><a>é</a>",
  ],
  [
    "Windows-1252",
    latin1('<?xml version="1.0" encoding="Windows-1252"?><a>\x80 \x93</a>'),
    '<?xml version="1.0" encoding="Windows-1252"?><a>€ “</a>',
  ],
  [
    "ISO-8859-15",
    latin1('<?xml version="1.0" encoding="ISO-8859-15"?><a>\xA4</a>'),
    '<?xml version="1.0" encoding="ISO-8859-15"?><a>€</a>',
  ],
  ["UTF-16 with a mark, little end first", utf16le("\uFEFF<a>é</a>"), "<a>é</a>"],
  ["UTF-16 with a mark, big end first", utf16be("\uFEFF<a>é</a>"), "<a>é</a>"],
  ["UTF-16 without a mark, little end first", utf16le("<a>é</a>"), "<a>é</a>"],
  ["UTF-16 without a mark, big end first", utf16be("<a>é</a>"), "<a>é</a>"],
  [
    "UTF-8 that says UTF-16",
    utf8('<?xml version="1.0" encoding="utf-16"?><a>é</a>'),
    '<?xml version="1.0" encoding="utf-16"?><a>é</a>',
  ],
  ["nothing at all", utf8(""), ""],
])("%s", (_name, bytes, text) => {
  expect(decodeXml(bytes)).toEqual({ ok: true, value: text });
});

test("bytes that are not UTF-8 are refused with their line", () => {
  expect(decodeXml(latin1("<a>\n<b>\né</b></a>"))).toEqual({
    ok: false,
    error: { code: "encoding_broken", line: 3, message: "The file is not valid UTF-8." },
  });
});

test("half a UTF-16 character is refused", () => {
  expect(decodeXml(utf16le("\uFEFF<a>x</a>").subarray(0, 11))).toMatchObject({
    ok: false,
    error: { code: "encoding_broken" },
  });
});

test("other encodings are refused", () => {
  expect(decodeXml(utf8('<?xml version="1.0" encoding="UTF-7"?><a/>'))).toEqual({
    ok: false,
    error: { code: "encoding_not_supported", line: 1, message: 'The encoding "utf-7" is not supported.' },
  });
});
