import type { Transaction } from "#app/server/platform/database/client.server.ts";
import type { ImportFormat } from "./import-format.server.ts";
import { type ImportRowDetails, rowColumns, rowDetails } from "./import-rows.server.ts";

/** An import as the API and the inbox show it. The counts grow while it runs. */
export type ImportSummary = {
  readonly id: string;
  readonly format: ImportFormat;
  readonly fileName: string;
  readonly size: number;
  readonly status: "queued" | "running" | "done" | "failed";
  readonly dryRun: boolean;
  /** How many rows the file has; 0 until they are counted. */
  readonly total: number;
  readonly processed: number;
  readonly created: number;
  readonly unchanged: number;
  /** Credit notes that reduced a claim. */
  readonly credited: number;
  readonly failed: number;
  /** Why the import as a whole failed: a stable code, and what to do about it. */
  readonly failureCode: string | null;
  readonly failure: string | null;
  readonly createdAt: string;
  readonly finishedAt: string | null;
};

export type ImportDetails = ImportSummary & {
  /** The first of them, those that failed before all others. */
  readonly rows: readonly ImportRowDetails[];
};

export const ROWS_SHOWN = 100;

export const summaryColumns = {
  id: true,
  format: true,
  fileName: true,
  size: true,
  status: true,
  dryRun: true,
  total: true,
  processed: true,
  created: true,
  unchanged: true,
  credited: true,
  failed: true,
  failureCode: true,
  failure: true,
  createdAt: true,
  finishedAt: true,
} as const;

type SummaryRow = Omit<ImportSummary, "format" | "size" | "createdAt" | "finishedAt"> & {
  readonly format: string;
  readonly size: bigint;
  readonly createdAt: Date;
  readonly finishedAt: Date | null;
};

export function summaryOf({ format, size, createdAt, finishedAt, ...row }: SummaryRow): ImportSummary {
  return {
    ...row,
    format: format as ImportFormat,
    size: Number(size),
    createdAt: createdAt.toISOString(),
    finishedAt: finishedAt?.toISOString() ?? null,
  };
}

/** An import with its first rows; null where the creditor has none with that id. */
export async function findImportDetails(
  tx: Transaction,
  { creditorId, importId }: { creditorId: string; importId: string },
): Promise<ImportDetails | null> {
  const found = await tx.import.findFirst({ where: { id: importId, creditorId }, select: summaryColumns });
  if (!found) return null;
  const first = { select: rowColumns, orderBy: { row: "asc" } } as const;
  const failed = await tx.importRow.findMany({ ...first, where: { importId, result: "failed" }, take: ROWS_SHOWN });
  const others = await tx.importRow.findMany({ ...first, where: { importId, result: { not: "failed" } }, take: ROWS_SHOWN - failed.length }); // prettier-ignore
  return { ...summaryOf(found), rows: [...failed, ...others].map(rowDetails) };
}
