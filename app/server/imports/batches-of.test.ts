import { expect, test } from "vitest";
import { batchesOf } from "./batches-of.server.ts";
import type { ImportItem, NumberedItem } from "./import-item.server.ts";

type Shape = { readonly size?: number; readonly invoices?: number };

const claim = ({ size = 100, invoices = 1 }: Shape): ImportItem => ({
  kind: "claim",
  line: 1,
  reference: null,
  size,
  body: { invoices: Array.from({ length: invoices }) },
  errors: [],
  warnings: [],
  placeOf: (field) => ({ line: 1, field }),
});

const ubl = (size: number): ImportItem => ({ kind: "ubl", source: null, bytes: new Uint8Array(size) });

async function* numbered(items: readonly ImportItem[]): AsyncGenerator<NumberedItem> {
  for (const [index, item] of items.entries()) yield { row: index + 1, item };
}

const many = (count: number, item: ImportItem) => Array.from({ length: count }, () => item);

test.each([
  ["nothing", [], []],
  ["250 rows", many(501, claim({})), [250, 250, 1]],
  ["1,000 invoices", many(12, claim({ invoices: 200 })), [5, 5, 2]],
  ["8 MB of lines", many(20, claim({ size: 1_000_000 })), [8, 8, 4]],
  ["8 MB of documents", [ubl(3_000_000), ubl(3_000_000), ubl(3_000_000)], [2, 1]],
  ["a row that is too large by itself", [claim({}), ubl(20_000_000), claim({})], [1, 1, 1]],
  [
    "a body that is none",
    [
      { ...claim({}), body: null },
      { ...claim({}), body: { invoices: "x" } },
    ] as ImportItem[],
    [2],
  ],
])("a batch ends at %s", async (_what, items, lengths) => {
  const rows: number[] = [];
  const found: number[] = [];
  for await (const batch of batchesOf(numbered(items))) {
    found.push(batch.length);
    rows.push(...batch.map(({ row }) => row));
  }
  expect(found).toEqual(lengths);
  expect(rows).toEqual(items.map((_, index) => index + 1));
});
