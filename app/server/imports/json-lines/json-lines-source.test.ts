import { expect, test } from "vitest";
import { storedDocument } from "../../../../tests/support/stored-document.ts";
import { jsonLinesSource } from "./json-lines-source.server.ts";

async function read(content: string | Uint8Array, after = 0) {
  const rows = [];
  for await (const { row, item } of jsonLinesSource(storedDocument(content, 4_001)).rowsAfter(after)) {
    if (item.kind === "ubl") throw new Error("JSON lines hold no UBL");
    const { line, errors } = item;
    rows.push([row, line, item.kind, errors.map(({ code }) => code)]);
  }
  return rows;
}

test("each line that is not empty is a row, with the line it stands in", async () => {
  const text = '\uFEFF{"reference":"A"}\r\n\n  \n{"reference":"é"}\n{}';
  expect(await jsonLinesSource(storedDocument(text, 1)).count()).toBe(3);
  expect(await read(text)).toEqual([
    [1, 1, "claim", []],
    [2, 4, "claim", []],
    [3, 5, "claim", []],
  ]);
  expect(await read(text, 2)).toEqual([[3, 5, "claim", []]]);
});

test("a line that is no object, no UTF-8, or too long is refused by itself", async () => {
  const lines = ["[]", "null", "{", '"x"', `{"x":"${"y".repeat(1_000_000)}"}`, '{"ok":1}']; // prettier-ignore
  const bytes = Buffer.concat([Buffer.from(`${lines.join("\n")}\n{"x":"`), Buffer.from([0xff]), Buffer.from('"}')]);
  expect(await read(bytes)).toEqual([
    [1, 1, "refused", ["unreadable_line"]],
    [2, 2, "refused", ["unreadable_line"]],
    [3, 3, "refused", ["unreadable_line"]],
    [4, 4, "refused", ["unreadable_line"]],
    [5, 5, "refused", ["line_too_long"]],
    [6, 6, "claim", []],
    [7, 7, "refused", ["unreadable_line"]],
  ]);
});

test("a file without a row is none", async () => {
  await expect(jsonLinesSource(storedDocument("\n \n")).count()).rejects.toMatchObject({ fault: { code: "no_rows" } });
});
