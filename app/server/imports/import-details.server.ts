import type { Transaction } from "#app/server/platform/database/client.server.ts";
import type { RowFinding, RowOutcome } from "./import-outcome.server.ts";

/** An import as the API and the operator's command show it. */
export type ImportDetails = {
  readonly id: string;
  readonly status: "queued" | "running" | "done" | "failed";
  readonly dryRun: boolean;
  readonly total: number;
  readonly created: number;
  readonly unchanged: number;
  /** Credit notes that reduced a claim. */
  readonly credited: number;
  readonly failed: number;
  readonly failure: string | null;
  readonly createdAt: string;
  readonly finishedAt: string | null;
  readonly rows: readonly {
    readonly row: number;
    readonly line: number | null;
    readonly reference: string | null;
    readonly result: RowOutcome["result"];
    readonly claim: string | null;
    readonly errors: readonly RowFinding[];
    readonly warnings: readonly RowFinding[];
  }[];
};

export async function findImportDetails(
  tx: Transaction,
  { creditorId, importId }: { creditorId: string; importId: string },
): Promise<ImportDetails | null> {
  const found = await tx.import.findFirst({
    where: { id: importId, creditorId },
    select: {
      id: true,
      status: true,
      dryRun: true,
      total: true,
      created: true,
      unchanged: true,
      failed: true,
      failure: true,
      createdAt: true,
      finishedAt: true,
      rows: {
        select: { row: true, line: true, reference: true, result: true, claimId: true, errors: true, warnings: true },
        orderBy: { row: "asc" },
      },
    },
  });
  if (!found) return null;
  return {
    ...found,
    credited: found.rows.filter((row) => row.result === "credited").length,
    createdAt: found.createdAt.toISOString(),
    finishedAt: found.finishedAt?.toISOString() ?? null,
    rows: found.rows.map(({ claimId, errors, warnings, ...row }) => ({
      ...row,
      claim: claimId,
      errors: errors as RowFinding[],
      warnings: warnings as RowFinding[],
    })),
  };
}
