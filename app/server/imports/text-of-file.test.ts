import { expect, test } from "vitest";
import { textOfFile } from "./text-of-file.server.ts";

const textOf = (mimeType: string, content: string | Uint8Array) =>
  textOfFile({ mimeType, bytes: typeof content === "string" ? new TextEncoder().encode(content) : content });

test("a text file is its own text, without what nobody can read", () => {
  expect(textOf("text/plain", "\uFEFFBeste Noor,\r\n\r\nTot\u0000 ziens €\u0007\n")).toBe("Beste Noor,\n\nTot ziens €");
  expect(textOf("text/plain", Uint8Array.of(0x80, 0x20, 0xe9, 0xe9, 0x6e))).toBe("€ één");
});

test("a table becomes blocks that fit a narrow page, whatever parts its cells", () => {
  const blocks = "dag: maandag\nuren: 3,5\n\ndag: dinsdag\nuren: 2";
  expect(textOf("text/csv", "dag;uren\nmaandag;3,5\ndinsdag;2\n")).toBe(blocks);
  expect(textOf("text/csv", 'dag,uren\nmaandag,"3,5"\ndinsdag,2')).toBe(blocks);
  expect(textOf("text/csv", "dag\turen\nmaandag\t3,5\n\ndinsdag\t2")).toBe(blocks);
});

test("cells without a name or without content do no harm", () => {
  expect(textOf("text/csv", "dag;;uren\nmaandag;ziek;\n;;\n")).toBe("dag: maandag\nziek");
});

test("what is called a table and is none stays as it is", () => {
  expect(textOf("text/csv", "één kolom\nzonder meer")).toBe("één kolom\nzonder meer");
  expect(textOf("text/csv", 'a;b\n"nooit dicht;1')).toBe('a;b\n"nooit dicht;1');
});

test("other files and empty ones have no text", () => {
  expect(textOf("application/pdf", "%PDF-1.4")).toBeNull();
  expect(textOf("text/html", "<p>")).toBeNull();
  expect(textOf("text/plain", " \n ")).toBeNull();
});

test("a long text ends at a line and says where the rest is", () => {
  const text = textOf("text/plain", "een regel\n".repeat(10_000)) ?? "";
  expect(text).toMatch(/een regel\n\nDe rest staat in het bestand\.$/);
  expect(text.length).toBeLessThan(50_100);
});
