import { z } from "zod";
import { ROWS_SHOWN } from "#app/server/imports/import-details.server.ts";
import { IMPORT_FORMATS, MOST_ROWS } from "#app/server/imports/import-format.server.ts";
import { ROW_RESULTS } from "#app/server/imports/import-outcome.server.ts";
import { defineOperation } from "../api-operation.server.ts";
import { cursorSchema, limitSchema, placeCursorSchema } from "../paging.server.ts";
import { EXAMPLE_IDS, idParam, idSchema, pageSchema, timeSchema } from "../schemas/shared-schemas.server.ts";
import { StoredBody } from "../stored-body.server.ts";

const tag = "Imports";

const findingSchema = z
  .strictObject({
    line: z.int().nullable().meta({ description: "Line of the file." }),
    field: z.string().meta({ description: "Column of the table, element of the XML, or field of the claim." }),
    code: z.string(),
    message: z.string(),
  })
  .meta({ id: "ImportFinding" });

const summaryFields = {
  id: idSchema("import"),
  format: z.enum(["ubl", "zip", "csv", "jsonl"]),
  fileName: z.string(),
  size: z.int().meta({ description: "Bytes of the file." }),
  status: z.enum(["queued", "running", "done", "failed"]),
  dryRun: z.boolean(),
  total: z.int().meta({ description: "Rows of the file: its claims and credit notes. 0 until they are counted." }),
  processed: z.int().meta({ description: "Rows that are done. Grows while it runs, as all counts do." }),
  created: z.int(),
  unchanged: z.int(),
  credited: z.int().meta({ description: "Credit notes that reduced a claim." }),
  failed: z.int(),
  failureCode: z.string().nullable().meta({ description: "Why the import as a whole failed. Stable." }),
  failure: z.string().nullable().meta({ description: "The same, and what to do about it." }),
  createdAt: timeSchema,
  finishedAt: z.string().nullable().meta({ format: "date-time" }),
};

const summarySchema = z.strictObject(summaryFields).meta({ id: "ImportSummary" });

const rowSchema = z
  .strictObject({
    row: z.int().meta({ description: "Counts from 1, in the order of the file." }),
    line: z.int().nullable(),
    source: z.string().nullable().meta({ description: "Name of the file within a zip." }),
    reference: z.string().nullable(),
    result: z.enum(ROW_RESULTS),
    claim: z.string().nullable().meta({ example: EXAMPLE_IDS.claim }),
    errors: z.array(findingSchema),
    warnings: z.array(findingSchema),
  })
  .meta({ id: "ImportRow" });

const importSchema = z
  .strictObject({
    ...summaryFields,
    rows: z.array(rowSchema).meta({
      description: `At most ${ROWS_SHOWN}, those that failed before all others. All of them: \`GET /imports/{import}/rows\`.`,
    }),
  })
  .meta({ id: "Import" });

const QUEUED_SUMMARY = {
  id: EXAMPLE_IDS.import,
  format: "csv",
  fileName: "",
  size: 24_117_000,
  status: "queued",
  dryRun: false,
  total: 0,
  processed: 0,
  created: 0,
  unchanged: 0,
  credited: 0,
  failed: 0,
  failureCode: null,
  failure: null,
  createdAt: "2026-11-22T10:15:00.000Z",
  finishedAt: null,
};

const DONE_SUMMARY = { ...QUEUED_SUMMARY, status: "done", total: 2, processed: 2, created: 1, failed: 1, finishedAt: "2026-11-22T10:15:01.000Z" }; // prettier-ignore

const FAILED_ROW = {
  row: 2,
  line: 3,
  source: null,
  reference: "2026-0043",
  result: "failed",
  claim: null,
  errors: [{ line: 3, field: "vervaldatum", code: "not_a_day", message: "is no day: write 31-12-2026 or 2026-12-31" }],
  warnings: [],
};

const CREATED_ROW = { row: 1, line: 2, source: null, reference: "2026-0042", result: "created", claim: EXAMPLE_IDS.claim, errors: [], warnings: [] }; // prettier-ignore

const formats = Object.values(IMPORT_FORMATS);

export const createImport = defineOperation({
  id: "createImport",
  method: "POST",
  path: "/imports",
  tag,
  summary: "Import claims from a file",
  description: [
    `**UBL** (\`application/xml\`, at most 20 MB): an invoice or credit note as SI-UBL 1.2, SI-UBL 2.0 or Peppol BIS Billing 3. An invoice becomes a claim under its number, \`commercial\` where the customer has a company number, else \`consumer\`; documents embedded in it become documents of the claim. A credit note reduces the invoice that it names, at most by what was charged and not credited before; what was paid already becomes credit of the debtor.`,
    "**Zip of UBL** (`application/zip`): each `.xml` in it a row, in the order of the zip.",
    "**CSV** (`text/csv`): an invoice a line under the names of `GET /imports/template.csv`, in Dutch or English; lines of one reference that follow each other are one claim. Semicolons, commas or tabs; UTF-8, UTF-16 or Windows-1252; `1.234,56` or `1234.56`; `31-12-2026` or `2026-12-31`.",
    "**JSON lines** (`application/x-ndjson`): the body of `POST /claims` a line.",
    `All but UBL have at most 100 MB and ${MOST_ROWS} rows. The work is done in the background: follow \`Location\`. The same file again changes nothing, and neither does a row that is the same as a claim that is there; one with the same reference and another content fails. What is wrong with the file as a whole fails the import before anything is taken in.`,
  ].join("\n\n"),
  scope: "imports:write",
  query: z.strictObject({
    dryRun: z.enum(["true", "false"]).default("false").meta({ description: "`true` only tries." }),
  }),
  body: {
    kind: "file",
    schema: z.instanceof(StoredBody),
    mediaTypes: formats.flatMap(({ mediaTypes }) => mediaTypes),
    largestBytes: Object.fromEntries(formats.flatMap(({ mediaTypes, largestBytes }) => mediaTypes.map((mediaType) => [mediaType, largestBytes]))), // prettier-ignore
  },
  answers: {
    202: { description: "Stored, and waiting for its turn.", schema: importSchema, example: { ...QUEUED_SUMMARY, rows: [] } }, // prettier-ignore
  },
  problems: [],
  location: ({ id }) => `/imports/${id}`,
});

export const listImportsOperation = defineOperation({
  id: "listImports",
  method: "GET",
  path: "/imports",
  tag,
  summary: "List imports",
  scope: "imports:read",
  query: z.strictObject({ limit: limitSchema, cursor: cursorSchema("imp") }),
  answers: {
    200: { description: "A page.", schema: pageSchema(summarySchema), example: { data: [DONE_SUMMARY], nextCursor: null } }, // prettier-ignore
  },
  problems: [],
});

const importParam = z.strictObject({ import: idParam("import") });

export const getImport = defineOperation({
  id: "getImport",
  method: "GET",
  path: "/imports/{import}",
  tag,
  summary: "Get an import: how far it is, and what became of its rows",
  scope: "imports:read",
  params: importParam,
  answers: {
    200: { description: "The import.", schema: importSchema, example: { ...DONE_SUMMARY, rows: [FAILED_ROW, CREATED_ROW] } }, // prettier-ignore
  },
  problems: ["not_found"],
});

export const listImportRowsOperation = defineOperation({
  id: "listImportRows",
  method: "GET",
  path: "/imports/{import}/rows",
  tag,
  summary: "List the rows of an import",
  description: "In the order of the file.",
  scope: "imports:read",
  params: importParam,
  query: z.strictObject({
    result: z.enum(ROW_RESULTS).optional(),
    limit: limitSchema,
    cursor: placeCursorSchema,
  }),
  answers: {
    200: { description: "A page.", schema: pageSchema(rowSchema), example: { data: [FAILED_ROW], nextCursor: null } },
  },
  problems: ["not_found"],
});

export const getImportErrors = defineOperation({
  id: "getImportErrors",
  method: "GET",
  path: "/imports/{import}/errors.csv",
  tag,
  summary: "Download the errors of an import as a table",
  description: "One error a line, separated by semicolons, in UTF-8 with a byte order mark: Excel opens it as it is.",
  scope: "imports:read",
  params: importParam,
  answers: { 200: { description: "The table.", file: "text/csv" } },
  problems: ["not_found"],
});

export const getImportTemplate = defineOperation({
  id: "getImportTemplate",
  method: "GET",
  path: "/imports/template.csv",
  tag,
  summary: "Download the table to fill in",
  description: "The names of all columns, and an example to take out. Excel opens it as it is.",
  scope: "imports:read",
  query: z.strictObject({
    language: z.enum(["nl", "en"]).default("nl").meta({ description: "Of the names; both are understood." }),
  }),
  answers: { 200: { description: "The table.", file: "text/csv" } },
  problems: [],
});
