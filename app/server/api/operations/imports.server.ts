import { z } from "zod";
import { LARGEST_IMPORT_BYTES } from "#app/server/imports/start-import.server.ts";
import { defineOperation } from "../api-operation.server.ts";
import { EXAMPLE_IDS, idParam, idSchema, timeSchema } from "../schemas/shared-schemas.server.ts";

const tag = "Imports";

const findingSchema = z
  .strictObject({
    line: z.int().nullable().meta({ description: "Line of the file." }),
    field: z.string().meta({ description: "Element of the file, or field of the claim." }),
    code: z.string(),
    message: z.string(),
  })
  .meta({ id: "ImportFinding" });

const importSchema = z
  .strictObject({
    id: idSchema("import"),
    status: z.enum(["queued", "running", "done", "failed"]),
    dryRun: z.boolean(),
    total: z.int(),
    created: z.int(),
    unchanged: z.int(),
    credited: z.int().meta({ description: "Credit notes that reduced a claim." }),
    failed: z.int(),
    failure: z.string().nullable().meta({ description: "Why the import as a whole failed." }),
    createdAt: timeSchema,
    finishedAt: z.string().nullable().meta({ format: "date-time" }),
    rows: z.array(
      z.strictObject({
        row: z.int(),
        line: z.int().nullable(),
        reference: z.string().nullable(),
        result: z.enum(["created", "unchanged", "credited", "failed"]),
        claim: z.string().nullable().meta({ example: EXAMPLE_IDS.claim }),
        errors: z.array(findingSchema),
        warnings: z.array(findingSchema),
      }),
    ),
  })
  .meta({ id: "Import" });

const QUEUED = {
  id: EXAMPLE_IDS.import,
  status: "queued",
  dryRun: false,
  total: 0,
  created: 0,
  unchanged: 0,
  credited: 0,
  failed: 0,
  failure: null,
  createdAt: "2026-11-22T10:15:00.000Z",
  finishedAt: null,
  rows: [],
};

export const createImport = defineOperation({
  id: "createImport",
  method: "POST",
  path: "/imports",
  tag,
  summary: "Import a UBL invoice or credit note",
  description:
    "Takes UBL 2 as SI-UBL 1.2, SI-UBL 2.0 or Peppol BIS Billing 3. An invoice becomes a claim under its number, `commercial` where the customer has a company number, else `consumer`; documents embedded in it become documents of the claim. A credit note reduces the invoice that it names, at most by what was charged and not credited before; what was paid already becomes credit of the debtor. The same file again changes nothing. The work is done in the background: follow `Location`.",
  scope: "imports:write",
  query: z.strictObject({
    dryRun: z.enum(["true", "false"]).default("false").meta({ description: "`true` only tries." }),
  }),
  body: {
    kind: "file",
    schema: z.instanceof(Uint8Array),
    mediaTypes: ["application/xml", "text/xml"],
    largestBytes: LARGEST_IMPORT_BYTES,
  },
  answers: { 202: { description: "Stored, and waiting for its turn.", schema: importSchema, example: QUEUED } },
  problems: [],
  location: ({ id }) => `/imports/${id}`,
});

export const getImport = defineOperation({
  id: "getImport",
  method: "GET",
  path: "/imports/{import}",
  tag,
  summary: "Get an import with what became of each row",
  scope: "imports:read",
  params: z.strictObject({ import: idParam("import") }),
  answers: {
    200: {
      description: "The import.",
      schema: importSchema,
      example: {
        ...QUEUED,
        status: "done",
        total: 1,
        created: 1,
        finishedAt: "2026-11-22T10:15:01.000Z",
        rows: [
          { row: 1, line: 2, reference: "2026-0042", result: "created", claim: EXAMPLE_IDS.claim, errors: [], warnings: [] }, // prettier-ignore
        ],
      },
    },
  },
  problems: ["not_found"],
});
