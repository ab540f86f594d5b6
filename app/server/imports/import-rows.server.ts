import type { Transaction } from "#app/server/platform/database/client.server.ts";
import type { RowFinding, RowResult } from "./import-outcome.server.ts";

/** What became of one row. */
export type ImportRowDetails = {
  readonly row: number;
  readonly line: number | null;
  /** Name of the file within a zip. */
  readonly source: string | null;
  readonly reference: string | null;
  readonly result: RowResult;
  readonly claim: string | null;
  readonly errors: readonly RowFinding[];
  readonly warnings: readonly RowFinding[];
};

export const rowColumns = {
  row: true,
  line: true,
  source: true,
  reference: true,
  result: true,
  claimId: true,
  errors: true,
  warnings: true,
} as const;

type StoredRow = Omit<ImportRowDetails, "claim" | "errors" | "warnings"> & {
  readonly claimId: string | null;
  readonly errors: unknown;
  readonly warnings: unknown;
};

export function rowDetails({ claimId, errors, warnings, ...row }: StoredRow): ImportRowDetails {
  return { ...row, claim: claimId, errors: errors as RowFinding[], warnings: warnings as RowFinding[] };
}

export type RowsWanted = {
  readonly creditorId: string;
  readonly importId: string;
  readonly result?: RowResult;
  /** Only rows that failed, or only rows that were taken in with a warning. */
  readonly found?: "errors" | "warnings";
  readonly afterRow: number;
  readonly limit: number;
};

const FOUND = {
  errors: { result: "failed" },
  warnings: { result: { not: "failed" }, NOT: { warnings: { equals: [] } } },
} as const;

/** Rows in the order of the file, one more than the limit where there are more; null where the creditor has no such import. */
export async function listImportRows(tx: Transaction, wanted: RowsWanted): Promise<ImportRowDetails[] | null> {
  const { creditorId, importId, result, found: only, afterRow, limit } = wanted;
  const found = await tx.import.findFirst({ where: { id: importId, creditorId }, select: { id: true } });
  if (!found) return null;
  const rows = await tx.importRow.findMany({
    where: {
      importId,
      row: { gt: afterRow },
      ...(result === undefined ? {} : { result }),
      ...(only ? FOUND[only] : {}),
    },
    select: rowColumns,
    orderBy: { row: "asc" },
    take: limit + 1,
  });
  return rows.map(rowDetails);
}
