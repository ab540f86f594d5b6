import { afterAll, beforeAll, expect, test } from "vitest";
import { startImport } from "#app/server/imports/start-import.server.ts";
import { insertRows } from "#app/server/platform/database/insert-rows.server.ts";
import { inTransaction } from "#app/server/platform/database/transaction.server.ts";
import { type ApiTest, openApi } from "../../support/api.ts";
import { csvOf, imported, jsonLine, runAllImports, sample, ublOf } from "../../support/import-files.ts";
import { makeZip } from "../../support/make-zip.ts";

/** Characters that PostgreSQL refuses, wherever they stand: a row with them is refused, a name with them made readable. */

const NUL = "\\u0000";
const HALF = "\\ud83d";

let api: ApiTest;

beforeAll(async () => void (api = await openApi()));
afterAll(() => api.close());

type Row = {
  readonly row: number;
  readonly source: string | null;
  readonly reference: string | null;
  readonly errors: readonly { readonly line: number; readonly field: string; readonly code: string }[];
};

const rowsOf = (body: unknown): Row[] => [...(body as { rows: Row[] }).rows].sort((a, b) => a.row - b.row);

const told = (body: unknown): string[] =>
  rowsOf(body).flatMap(({ row, errors }) => errors.map(({ line, field, code }) => `${row}: ${line} ${field} ${code}`));

test("a line of JSON with a NUL or half a character is refused with its line and field, and the others go in", async () => {
  const lines = [
    jsonLine("odd-1").replace("odd-1", `odd${NUL}1`),
    jsonLine("odd-2", { description: "@" }).replace("@", HALF),
    jsonLine("odd-3").replace('"kind"', `"a${NUL}b":1,"kind"`),
    jsonLine("odd-4", { metadata: { branch: "@" } }).replace("@", NUL),
    jsonLine("odd-5", { metadata: { "@": "y" } }).replace("@", HALF),
    jsonLine("odd-6").replace('"kind"', `"unknown":["${NUL}"],"kind"`),
    jsonLine("odd-7").replace('"odd-7"', `"${"x".repeat(199)}😀"`),
    jsonLine("odd-8"),
  ];
  const { body } = await imported(api, "jsonl", lines.join("\n"));
  expect(body).toMatchObject({ status: "done", total: 8, created: 1, failed: 7 });
  expect(told(body)).toEqual([
    "1: 1 reference wrong_format",
    "2: 2 description wrong_format",
    "3: 3  unknown_field",
    "4: 4 metadata.branch wrong_format",
    "5: 5 metadata unknown_field",
    "6: 6 unknown.0 wrong_format",
    "7: 7 reference too_big",
  ]);
  const names = rowsOf(body).map(({ reference }) => reference);
  expect(names.slice(0, 4)).toEqual(["odd\uFFFD1", "odd-2", "odd-3", "odd-4"]);
  expect(names[6]).toBe("x".repeat(199));
});

test("files of a zip go by a readable name; what their invoices say is cut between characters", async () => {
  const long = `${"x".repeat(199)}😀.xml`;
  const invoice = await ublOf("odd-long");
  const zip = makeZip([
    { name: "a\0b.xml", content: await ublOf("odd-nul") },
    { name: long, content: invoice.replace(/<cbc:Name>[^<]*<\/cbc:Name>/g, `<cbc:Name>${"n".repeat(198)}😀 en meer</cbc:Name>`).replace(/<cbc:Note>[^<]*<\/cbc:Note>/g, "") }, // prettier-ignore
    { name: "control.xml", content: (await ublOf("odd-control")).replace("<cbc:ID>", "<cbc:ID>\0") },
    { name: "number.xml", content: await ublOf(`${"9".repeat(199)}😀`) },
  ]);
  const { body } = await imported(api, "zip", zip);
  expect(body).toMatchObject({ status: "done", total: 4, created: 2, failed: 2 });
  expect(rowsOf(body).map(({ source }) => source)).toEqual(["a\uFFFDb.xml", "x".repeat(199), "control.xml", "number.xml"]); // prettier-ignore
  expect(told(body).map((text) => text.replace(/: \d+ /, ": "))).toEqual(["3: / control_character", "4: cbc:ID text_too_long"]); // prettier-ignore
  const claim = await api.call("GET", "/claims/ref:odd-long");
  expect(claim.body.description).toBe(`${"n".repeat(198)}…`);
});

test("what is wrong with a file as a whole is told in readable words", async () => {
  const zip = await imported(api, "zip", makeZip([{ name: "../a\0.xml", content: "x" }]));
  expect(zip.body).toMatchObject({ status: "failed", failureCode: "not_a_zip" });
  const table = await imported(api, "csv", `${"k".repeat(39)}😀;${csvOf("odd", 1)}`);
  expect(table.body).toMatchObject({ status: "failed", failureCode: "columns_unknown" });
  expect(table.text).not.toContain("\uFFFD");
  const nul = await imported(api, "csv", csvOf("odd", 1).replace("J. de", "J.\0de"));
  expect(nul.body).toMatchObject({ status: "failed", failureCode: "not_text" });
});

test("a file has a readable name", async () => {
  const { services, creditorId } = api;
  const content = await sample("own/peppol-bis-3-consumer.xml");
  const order = { creditorId, content, dryRun: true, actor: "user:usr_x" };
  const names = [];
  for (const fileName of ["a\0b\uD83D.xml", `${"x".repeat(199)}😀.xml`]) {
    const started = await startImport(services, { ...order, fileName });
    if (!started.ok) throw new Error(started.error.kind);
    const where = { id: started.value.importId };
    names.push((await services.database.prisma.import.findUniqueOrThrow({ where })).fileName);
  }
  expect(names).toEqual(["a\uFFFDb\uFFFD.xml", "x".repeat(199)]);
  await runAllImports(api);
});

test("bytes go in as bytes, whichever sort of array they are in", async () => {
  const { services, creditorId } = api;
  await inTransaction(services.database, async (tx) => {
    const rows = [Buffer.from([0, 255]), Uint8Array.of(0, 255)].map((sha256, index) => ({
      id: `imp_bytes_${index}`,
      creditor_id: creditorId,
      format: "csv",
      status: "done",
      storage_key: "imp_nowhere",
      sha256,
    }));
    await insertRows(tx, "import", rows);
  });
  const found = await services.database.prisma.import.findMany({ where: { id: { startsWith: "imp_bytes_" } } });
  expect(found.map(({ sha256 }) => [...sha256])).toEqual([
    [0, 255],
    [0, 255],
  ]);
});
