import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type ApiTest, exampleClaim, openApi } from "../../support/api.ts";
import { CSV_HEADER, imported, jsonLine, type MEDIA_TYPES, sample } from "../../support/import-files.ts";
import { makeZip } from "../../support/make-zip.ts";

/** A dry run answers what the real run then does, also where one row of a file is about what another did. */

let api: ApiTest;
let invoice = "";
let note = "";

beforeAll(async () => {
  api = await openApi();
  invoice = (await sample("own/peppol-bis-3-consumer.xml")).toString("utf8");
  note = (await sample("own/peppol-bis-3-credit-note.xml")).toString("utf8");
});
afterAll(() => api.close());

type Row = {
  readonly row: number;
  readonly reference: string | null;
  readonly result: string;
  readonly errors: readonly { readonly field: string; readonly code: string }[];
  readonly warnings: readonly { readonly field: string; readonly code: string }[];
};

type File = { readonly format: keyof typeof MEDIA_TYPES; readonly bytes: string | Uint8Array };

/** What a creditor of its own, who has some claims, is told of the file: by a dry run, and by the run itself. */
async function bothRuns({ format, bytes }: File): Promise<[string[], string[]]> {
  const { prisma } = api.services.database;
  const { key } = await api.addCreditor("Een eigen");
  for (const reference of ["pre-1", "pre-2"]) {
    const body = exampleClaim({ reference });
    const debtor = { ...body.debtor, reference: `K-${reference}` };
    const numbers = reference === "pre-1" ? ["B", "D"] : ["B"];
    const invoices = numbers.map((number) => ({ ...body.invoices[0], number }));
    const made = await api.call("POST", "/claims", { key, body: { ...body, debtor, invoices } });
    if (made.status !== 201) throw new Error(made.text);
  }
  const answers: string[][] = [];
  for (const query of ["?dryRun=true", ""]) {
    const { body } = await imported(api, format, bytes, { key, query });
    expect(body.status).toBe("done");
    const rows = (await prisma.importRow.findMany({ where: { importId: body.id }, orderBy: { row: "asc" } })) as unknown as Row[]; // prettier-ignore
    answers.push(rows.map(({ row, reference, result, errors, warnings }) => `${row} ${reference} ${[result, ...[...errors, ...warnings.filter(({ code }) => code === "debtor_differs")].map(({ field, code }) => `${field}:${code}`)].join(" ")}`)); // prettier-ignore
  }
  const left = await prisma.importTriedInvoice.count();
  expect(left + (await prisma.importTriedCredit.count())).toBe(0);
  return answers as [string[], string[]];
}

const invoiceOf = (number: string, customer = "C-553", amount = "76.80") =>
  invoice
    .replace(/<cbc:ID>2026-0107</, `<cbc:ID>${number}<`)
    .replaceAll("C-553", customer)
    .replaceAll("76.80", amount);

const noteOf = (number: string, credits: string, amount = "12.10") =>
  note.replace("C2026-0009", number).replaceAll("2026-0107", credits).replaceAll("12.10", amount);

const zipOf = (files: readonly string[]): File => ({
  format: "zip",
  bytes: makeZip(files.map((content, index) => ({ name: `${index + 1}.xml`, content }))),
});

test("credit notes for invoices of the same file: once, not more than was charged, and only for what is there by then", async () => {
  const files = [
    noteOf("N-0", "A"),
    invoiceOf("A"),
    noteOf("N-1", "A"),
    noteOf("N-1", "A"),
    noteOf("N-1", "A", "13.10"),
    noteOf("N-2", "A", "64.71"),
    noteOf("N-3", "A", "64.70"),
    noteOf("N-4", "A", "0.01"),
    invoiceOf("A"),
    invoiceOf("A", "C-554"),
    noteOf("N-5", "B"),
    noteOf("N-6", "D", "100.00"),
    noteOf("N-7", "D", "100.00"),
    noteOf("N-6", "D", "100.00"),
  ];
  const [tried, done] = await bothRuns(zipOf(files));
  expect(tried).toEqual(done);
  expect(done.map((text) => text.replace(/^(\d+) \S+ (\w+).*?(?::([a-z_]+))?$/, "$1 $2 $3").trim())).toEqual([
    "1 failed credited_invoice_unknown",
    "2 created",
    "3 credited",
    "4 unchanged",
    "5 failed credit_note_differs",
    "6 failed credit_exceeds_principal",
    "7 credited",
    "8 failed credit_exceeds_principal",
    "9 unchanged",
    "10 failed reference_taken",
    "11 failed credited_invoice_ambiguous",
    "12 credited",
    "13 failed credit_exceeds_principal",
    "14 unchanged",
  ]);
});

test("an invoice that comes again in another claim, a batch later", async () => {
  const line = (reference: string, debtor: string, number: string) =>
    `${reference};${debtor};J. de Vries;${number};30-04-2026;30-05-2026;120,00`;
  const others = Array.from({ length: 260 }, (_, index) => `fout-${index};;;F;x;y;z`);
  const lines = [line("a", "K-1", "F-1"), ...others, line("b", "K-1", "F-1"), line("c", "K-2", "F-1"), line("d", "", "F-1")]; // prettier-ignore
  const [tried, done] = await bothRuns({ format: "csv", bytes: [CSV_HEADER, ...lines].join("\n") });
  expect(tried).toEqual(done);
  expect(done.filter((text) => !text.includes("fout-"))).toEqual([
    "1 a created",
    "262 b failed factuurnummer:invoice_already_charged",
    "263 c created",
    "264 d created",
  ]);
});

test("a customer number under which somebody else is known, from before, from the file, or from a batch earlier", async () => {
  const line = (reference: string, debtor: string, name: string) =>
    `${reference};${debtor};${name};F-${reference};30-04-2026;30-05-2026;120,00`;
  const others = Array.from({ length: 260 }, (_, index) => `fout-${index};;;F;x;y;z`);
  const lines = [
    line("a", "K-pre-1", "K. Bakker"),
    line("b", "K-pre-1", "J. de Vries"),
    line("c", "K-9", "J. de Vries"),
    line("d", "K-9", "K. Bakker"),
    ...others,
    line("e", "K-9", "j. de vries"),
    line("f", "K-9", "K. Bakker"),
  ];
  const [tried, done] = await bothRuns({ format: "csv", bytes: [CSV_HEADER, ...lines].join("\n") });
  expect(tried).toEqual(done);
  expect(done.filter((text) => !text.includes("fout-"))).toEqual([
    "1 a created naam:debtor_differs",
    "2 b created",
    "3 c created",
    "4 d created naam:debtor_differs",
    "265 e created",
    "266 f created naam:debtor_differs",
  ]);
});

test.each<[File["format"], (name: string) => string, string]>([
  ["jsonl", (name) => [jsonLine("x-1"), jsonLine("x-2", { debtor: { ...exampleClaim({}).debtor, reference: "K-x-1", name } })].join("\n"), "debtor.name"],
  ["zip", (name) => [invoiceOf("X", "C-9"), invoiceOf("Y", "C-9").replaceAll("Noor Willems", name)].join("\0"), "debtor.name"],
])("a debtor who is known otherwise is told of %s too", async (format, textOf, field) => {
  const text = textOf("K. Bakker");
  const [tried, done] = await bothRuns(format === "zip" ? zipOf(text.split("\0")) : { format, bytes: text });
  expect(tried).toEqual(done);
  expect(done.map((row) => row.split(" ").slice(2).join(" "))).toEqual(["created", `created ${field}:debtor_differs`]);
}); // prettier-ignore

test("whatever stands in a file", async () => {
  const number = fc.constantFrom("A", "B", "C", "D");
  const anyInvoice = fc.tuple(number, fc.constantFrom("C-553", "C-554"), fc.constantFrom("76.80", "30.00")).map((given) => invoiceOf(...given)); // prettier-ignore
  const anyNote = fc.tuple(fc.constantFrom("N-1", "N-2", "N-3"), number, fc.constantFrom("12.10", "40.00", "76.80")).map((given) => noteOf(...given)); // prettier-ignore
  const anyFile = fc.array(fc.oneof(anyInvoice, anyNote), { minLength: 4, maxLength: 14 });
  await fc.assert(
    fc.asyncProperty(anyFile, async (files) => {
      const [tried, done] = await bothRuns(zipOf(files));
      expect(tried).toEqual(done);
    }),
    { seed: 20261122, numRuns: 12, endOnFailure: true },
  );
}, 120_000);
