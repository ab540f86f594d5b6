import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startImport } from "#app/server/imports/start-import.server.ts";
import { verifyAudit } from "#app/server/audit/verify-audit.server.ts";
import { verifyLedger } from "#app/server/claims/verify-ledger.server.ts";
import { type ApiTest, exampleClaim, openApi } from "../../support/api.ts";
import { CSV_HEADER, csvOf, imported, jsonLine, runAllImports, sample, startedImport, ublOf } from "../../support/import-files.ts"; // prettier-ignore
import { makeZip } from "../../support/make-zip.ts";

let api: ApiTest;

beforeAll(async () => void (api = await openApi()));
afterAll(() => api.close());

type Row = {
  row: number;
  line: number;
  source: string | null;
  result: string;
  claim: string;
  errors: { line: number; field: string; code: string }[];
};

const rowsOf = (body: unknown): Row[] => (body as { rows: Row[] }).rows;

const errorsOf = (body: unknown): string[] =>
  rowsOf(body).flatMap(({ row, errors }) => errors.map(({ line, field, code }) => `${row}: ${line} ${field} ${code}`));

test("a table becomes claims; the same table again changes nothing, nor does the same claim written by the API", async () => {
  const first = await imported(api, "csv", csvOf("csv", 3));
  expect(first.body).toMatchObject({ format: "csv", status: "done", total: 3, processed: 3, created: 3, failed: 0 });
  const claim = await api.call("GET", "/claims/ref:csv-2");
  expect(claim.body).toMatchObject({
    status: "open",
    kind: "consumer",
    debtor: { reference: "K-csv-2", name: "J. de Vries", type: "person" },
    invoices: [{ number: "F-csv-2", issuedOn: "2026-04-30", dueOn: "2026-05-30", amount: { value: "120.00" } }],
  });
  const events = await api.services.database.prisma.event.count();
  expect((await imported(api, "csv", csvOf("csv", 3))).body).toMatchObject({ created: 0, unchanged: 3, failed: 0 });
  expect(await api.services.database.prisma.event.count()).toBe(events);

  const line = JSON.parse(jsonLine("api-same")) as Record<string, unknown>;
  await api.call("POST", "/claims", { body: line });
  expect((await imported(api, "jsonl", JSON.stringify(line))).body).toMatchObject({ created: 0, unchanged: 1 });
});

test("JSON lines become claims, and each line that is none is told", async () => {
  const lines = [jsonLine("json-1"), "", "{", jsonLine("json-2", { kind: "private", extra: 1 }), jsonLine("json-1"), jsonLine("json-1", { kind: "commercial" }), jsonLine("json-3")]; // prettier-ignore
  const { body } = await imported(api, "jsonl", lines.join("\n"));
  expect(body).toMatchObject({ format: "jsonl", status: "done", total: 6, created: 2, unchanged: 1, failed: 3 });
  expect(errorsOf(body)).toEqual([
    "2: 3  unreadable_line",
    "3: 4 kind not_allowed",
    "3: 4 extra unknown_field",
    "5: 6 reference reference_taken",
  ]);
  expect(rowsOf(body).map(({ row }) => row)).toEqual([2, 3, 5, 1, 4, 6]);
});

test("a zip of UBL becomes claims with their documents, credit notes in their turn; what is no invoice is told by name", async () => {
  const credit = (await sample("own/peppol-bis-3-credit-note.xml")).toString("utf8").replace("2026-0107", "zip-1");
  const zip = makeZip([
    { name: "maart/zip-1.xml", content: await ublOf("zip-1") },
    { name: "maart/credit.xml", content: credit },
    { name: "maart/broken.xml", content: "<Invoice/>" },
    { name: "maart/zip-2.xml", content: await ublOf("zip-2") },
    { name: "leesmij.txt", content: "Hallo" },
  ]);
  const first = await imported(api, "zip", zip);
  expect(first.body).toMatchObject({ format: "zip", status: "done", total: 5, created: 2, credited: 1, failed: 2 });
  expect(rowsOf(first.body).map(({ row, source, result }) => `${row} ${source} ${result}`)).toEqual([
    "3 maart/broken.xml failed",
    "5 leesmij.txt failed",
    "1 maart/zip-1.xml created",
    "2 maart/credit.xml credited",
    "4 maart/zip-2.xml created",
  ]);
  const { claim } = rowsOf(first.body)[2] ?? { claim: "" };
  const documents = await api.services.database.prisma.document.findMany({ where: { claimId: claim }, orderBy: { id: "asc" } }); // prettier-ignore
  expect(documents.map(({ kind }) => kind).sort()).toEqual(["attachment", "invoice"]);
  expect((await api.call("GET", `/claims/${claim}/statement`)).body).toMatchObject({
    principal: { credited: "12.10" },
  });

  const again = await imported(api, "zip", zip);
  expect(again.body).toMatchObject({ created: 0, unchanged: 3, credited: 0, failed: 2 });
  expect(await api.services.database.prisma.document.count({ where: { claimId: claim } })).toBe(2);
});

test("each bad row is told by line, column and reason, and the others go in", async () => {
  await api.call("POST", "/claims", { body: exampleClaim({ reference: "bad-6" }) });
  const lines = [
    "bad-1;K-bad;J. de Vries;F-bad-1;30-04-2026;30-05-2026;120,00",
    "bad-2;K-bad;J. de Vries;F-bad-1;30-04-2026;30-05-2026;120,00",
    "bad-3;;;F-bad-3;30-04-2026;30-05-2026;0,00",
    "bad-4;;J. de Vries;F-bad-4;30-05-2026;30-04-2026;12,00",
    "bad-5;;J. de Vries;F-bad-5;30-05-2026;31-02-2026;12,00",
    "bad-6;;J. de Vries;F-bad-6;30-04-2026;30-05-2026;120,00",
    "bad-7;;J. de Vries;F-bad-7;30-04-2026;30-05-2026;120,00",
  ];
  const { body } = await imported(api, "csv", [CSV_HEADER, ...lines].join("\n"));
  expect(body).toMatchObject({ status: "done", total: 7, created: 2, failed: 5 });
  expect(errorsOf(body)).toEqual([
    "2: 3 factuurnummer invoice_already_charged",
    "3: 4 naam required",
    "4: 5 vervaldatum due_before_issued",
    "5: 6 vervaldatum not_a_day",
    "6: 7 kenmerk reference_taken",
  ]);
});

test("a dry run says what would become of the whole file, also of what comes twice, and stores no claim", async () => {
  const table = csvOf("dry", 300) + csvOf("dry", 2).split("\r\n").slice(1).join("\r\n").replace("120,00", "121,00");
  const tried = await imported(api, "csv", table, { query: "?dryRun=true" });
  expect(tried.body).toMatchObject({ status: "done", dryRun: true, total: 302, created: 300, unchanged: 1, failed: 1 });
  expect(errorsOf(tried.body)).toEqual(["301: 302 kenmerk reference_taken"]);
  expect((await api.call("GET", "/claims/ref:dry-1")).status).toBe(404);
  expect((await imported(api, "csv", table)).body).toMatchObject({ created: 300, unchanged: 1, failed: 1 });
});

test("what is wrong with a file as a whole fails it before anything is taken in", async () => {
  const cut = await imported(api, "csv", `${csvOf("cut", 300)}cut-301;K;"J. de Vries;F;30-04-2026;30-05-2026;1\r\n`);
  expect(cut.body).toMatchObject({ status: "failed", failureCode: "quote_not_closed", created: 0, rows: [] });
  const zip = await imported(api, "zip", makeZip([{ name: "1.xml", content: await ublOf("zip-9") }, { name: "2.xml", content: Buffer.alloc(5_000_000) }])); // prettier-ignore
  expect(zip.body).toMatchObject({ status: "failed", failureCode: "unpacks_too_large", created: 0, rows: [] });
  const blank = await imported(api, "csv", "\r\n");
  expect(blank.body).toMatchObject({ status: "failed", failureCode: "no_rows" });
});

test.each(["csv", "jsonl", "zip", "ubl"] as const)("an empty body is no import: %s", async (format) => {
  const { prisma } = api.services.database;
  const before = await prisma.import.count();
  const { status, body } = await startedImport(api, format, "");
  expect([status, body.code]).toEqual([400, "unreadable_body"]);
  expect([await prisma.import.count(), await prisma.receivedFile.count()]).toEqual([before, 0]);
});

test("the rows of an import are read page by page, all or those of one result", async () => {
  api.services.clock.advance(1_000);
  const table = csvOf("pages", 150) + Array.from({ length: 120 }, (_, index) => `fout-${index};;;F;x;y;z\r\n`).join("");
  const { body } = await imported(api, "csv", table);
  expect(body).toMatchObject({ total: 270, created: 150, failed: 120 });
  expect(rowsOf(body)).toHaveLength(100);
  expect(rowsOf(body).every(({ result }) => result === "failed")).toBe(true);

  const read = async (query: string) => {
    const rows: number[] = [];
    for (let cursor: string | null = ""; cursor !== null;) {
      const page = await api.call(
        "GET",
        `/imports/${body.id}/rows?limit=80${query}${cursor ? `&cursor=${cursor}` : ""}`,
      );
      rows.push(...(page.body.data as unknown as Row[]).map(({ row }) => row));
      cursor = page.body.nextCursor;
    }
    return rows;
  };
  expect(await read("")).toEqual(Array.from({ length: 270 }, (_, index) => index + 1));
  expect(await read("&result=failed")).toEqual(Array.from({ length: 120 }, (_, index) => index + 151));
  expect((await api.call("GET", `/imports/${body.id}/rows?cursor=x`)).status).toBe(400);
  expect((await api.call("GET", "/imports?limit=1")).body.data).toMatchObject([{ id: body.id, total: 270 }]);
});

test("the errors come as a table for Excel, in which nothing of the file is a formula", async () => {
  const evil = ['=HYPERLINK("http://x")', "+1", "-1", "@SUM(1)", "\t=1", "＝1"];
  const lines = evil.map((text) => JSON.stringify({ reference: text, [`${text}`]: "\u0007" }));
  const { body } = await imported(api, "jsonl", lines.join("\n"));
  const csv = await api
    .call("GET", `/imports/${body.id}/errors.csv`)
    .catch((error: unknown) => error as { text: string });
  // A reader of text takes the byte order mark away.
  expect(csv.text.startsWith("row;line;file;reference;field;code;message\r\n")).toBe(true);
  const cells = (parse(csv.text, { delimiter: ";" }) as string[][]).slice(1);
  expect(new Set(cells.map((row) => row[3]))).toEqual(new Set(["'=HYPERLINK(\"http://x\")", "'+1", "'-1", "'@SUM(1)", "'=1", "'＝1"])); // prettier-ignore
  expect(cells.flat().filter((cell) => /^[=+\-@\t\r＝]/.test(cell))).toEqual([]);
  expect(csv.text).not.toContain("\u0007");
});

test("a file is refused by its type and size before it is anybody's, and under one key it is handed in once", async () => {
  const html = await api.call("POST", "/imports", { raw: { contentType: "text/html", bytes: "<p>" } });
  expect([html.status, html.body.code]).toEqual([415, "media_type_not_supported"]);
  const announced = await startedImport(api, "csv", "a", { headers: { "Content-Length": "100000001" } });
  expect(announced.status).toBe(413);

  const headers = { "Idempotency-Key": "import-1" };
  const before = await api.services.database.prisma.import.count();
  const first = await startedImport(api, "csv", csvOf("key", 1), { headers });
  const again = await startedImport(api, "csv", csvOf("key", 1), { headers });
  const other = await startedImport(api, "csv", csvOf("key", 2), { headers });
  expect([first.status, again.status, other.status]).toEqual([202, 202, 409]);
  expect(again.headers.get("idempotent-replayed")).toBe("true");
  expect(again.body.id).toBe(first.body.id);
  expect(await api.services.database.prisma.import.count()).toBe(before + 1);
  await runAllImports(api);
});

test("a page that takes an upload tells by the content what it is", async () => {
  const { services, creditorId } = api;
  async function* inPieces(content: string | Uint8Array) {
    const bytes = Buffer.from(content);
    for (let from = 0; from < bytes.length; from += 100) yield bytes.subarray(from, from + 100);
  }
  const started = async (content: string | Uint8Array, fileName: string) => {
    const order = { creditorId, content: inPieces(content), fileName, dryRun: true, actor: "user:usr_x" };
    const result = await startImport(services, order);
    return result.ok ? result.value.format : result.error.kind;
  };
  expect(await started(csvOf("up", 2), "vorderingen.txt")).toBe("csv");
  expect(await started(Buffer.from(`\uFEFF${csvOf("up", 2)}`, "utf16le"), "vorderingen.csv")).toBe("csv");
  expect(await started(jsonLine("up-3"), "claims.csv")).toBe("jsonl");
  expect(await started(await ublOf("up-4"), "factuur.xml")).toBe("ubl");
  expect(await started(makeZip([{ name: "1.xml", content: "<Invoice/>" }]), "facturen.zip")).toBe("zip");
  expect(await started("", "vorderingen.csv")).toBe("file_empty");
  expect(await started(Buffer.concat([Buffer.from("<Invoice>"), Buffer.alloc(20_000_000)]), "groot.xml")).toBe(
    "file_too_large",
  );
  await runAllImports(api);
});

test("an import of another creditor is not found, in any of its forms", async () => {
  const other = await api.addCreditor("Een ander");
  const { body } = await imported(api, "csv", csvOf("own", 1));
  const never = "imp_01kaghtw0078v5w3drzqyj9c2t";
  for (const path of ["", "/rows", "/errors.csv"]) {
    const answers = await Promise.all([body.id, never].map((id) => api.call("GET", `/imports/${id}${path}`, { key: other.key }))); // prettier-ignore
    expect(answers.map(({ status }) => status)).toEqual([404, 404]);
    expect(answers[0]?.text).toBe(answers[1]?.text);
  }
  expect((await api.call("GET", "/imports", { key: other.key })).body.data).toEqual([]);
});

test("after all of it the books and the audit chain are sound", async () => {
  expect((await verifyAudit(api.services)).faults).toEqual([]);
  expect(await verifyLedger(api.services)).toEqual([]);
});
