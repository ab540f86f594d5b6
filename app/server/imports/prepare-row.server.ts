import { schemaErrors } from "#app/server/validation/schema-errors.server.ts";
import { unstorableTexts } from "#app/server/validation/unstorable-texts.server.ts";
import { cutWhole } from "#app/server/platform/text/cut-whole.server.ts";
import { type ClaimBody, claimBodySchema } from "#app/server/claims/claim-body.server.ts";
import { type ImportedDocument, importedDocuments } from "./imported-documents.server.ts";
import type { ClaimItem, NumberedItem, RefusedItem } from "./import-item.server.ts";
import type { RowFinding } from "./import-outcome.server.ts";
import { readUbl } from "./ubl/read-ubl.server.ts";
import type { UblReading } from "./ubl/ubl-reading.server.ts";

type Place = { readonly line: number | null; readonly field: string };

type RowStart = {
  readonly row: number;
  readonly line: number | null;
  readonly source: string | null;
  readonly reference: string | null;
  readonly warnings: readonly RowFinding[];
};

/** A row as far as it goes without the database. */
export type PreparedRow = PreparedClaim | PreparedCreditNote | PreparedRefusal;

export type PreparedClaim = RowStart & {
  readonly kind: "claim";
  readonly body: ClaimBody;
  readonly documents: readonly ImportedDocument[];
  readonly placeOf: (path: string) => Place;
};

export type PreparedCreditNote = RowStart & {
  readonly kind: "credit_note";
  readonly reading: Extract<UblReading, { kind: "credit_note" }>;
  readonly file: Uint8Array;
};

export type PreparedRefusal = RowStart & { readonly kind: "refused"; readonly errors: readonly RowFinding[] };

/** More than this nobody reads of one row. */
const MOST_ERRORS = 50;

export function prepareRow({ row, item }: NumberedItem): PreparedRow {
  switch (item.kind) {
    case "claim":
      return prepareClaim(row, item);
    case "ubl":
      return prepareUbl(row, item);
    case "refused":
      return prepareRefusal(row, item);
  }
}

function prepareRefusal(row: number, { line, source, reference, errors }: RefusedItem): PreparedRefusal {
  return { kind: "refused", row, line, source, reference, warnings: [], errors };
}

function prepareClaim(row: number, item: ClaimItem): PreparedRow {
  const { line, warnings, placeOf } = item;
  const reference = item.reference === null ? null : cutWhole(item.reference, 200);
  const start = { row, line, source: null, reference, warnings };
  const unstorable = unstorableTexts({ body: item.body }).map(({ path, code, message }) => ({ ...placeOf(path), code, message })); // prettier-ignore
  if (unstorable.length > 0) return { kind: "refused", ...start, errors: [...item.errors, ...unstorable].slice(0, MOST_ERRORS) }; // prettier-ignore
  const parsed = claimBodySchema.safeParse(item.body, { reportInput: true });
  if (parsed.success && item.errors.length === 0) {
    return { kind: "claim", ...start, body: parsed.data, documents: [], placeOf };
  }
  const told = new Set(item.errors.map(placeText));
  const byRules = (parsed.success ? [] : schemaErrors(parsed.error))
    .map(({ path, code, message }) => ({ ...placeOf(path), code, message }))
    // What could not be read is not there for the schema either.
    .filter((error) => !told.has(placeText(error)));
  return { kind: "refused", ...start, errors: [...item.errors, ...byRules].slice(0, MOST_ERRORS) };
}

const placeText = ({ line, field }: Place): string => `${line}:${field}`;

function prepareUbl(row: number, { source, bytes }: { source: string | null; bytes: Uint8Array }): PreparedRow {
  const reading = readUbl(bytes);
  switch (reading.kind) {
    case "refused": {
      const line = reading.errors[0]?.line ?? null;
      return { kind: "refused", row, line, source, reference: reading.reference, warnings: [], errors: reading.errors };
    }
    case "credit_note": {
      const { line, warnings } = reading;
      return { kind: "credit_note", row, line, source, reference: reading.creditNote.number, warnings, reading, file: bytes }; // prettier-ignore
    }
    case "invoice": {
      const { line, claim, text, documents } = reading;
      const body = claim;
      const item = { kind: "claim", line, reference: claim.reference, size: bytes.length, body, errors: [], warnings: reading.warnings, placeOf: (field: string) => ({ line, field }) } as const; // prettier-ignore
      const prepared = prepareClaim(row, item);
      if (prepared.kind !== "claim") return { ...prepared, source };
      const files = importedDocuments({ file: bytes, number: claim.reference, text, documents, kind: "invoice" });
      return { ...prepared, source, documents: files };
    }
  }
}
