import type { Transaction } from "#app/server/platform/database/client.server.ts";
import { type ImportSummary, summaryColumns, summaryOf } from "./import-details.server.ts";

/** A creditor's imports, newest first, one more than the limit where there are more. */
export async function listImports(
  tx: Transaction,
  { creditorId, cursor, limit }: { creditorId: string; cursor?: string | undefined; limit: number },
): Promise<ImportSummary[]> {
  const rows = await tx.import.findMany({
    where: { creditorId, ...(cursor === undefined ? {} : { id: { lt: cursor } }) },
    select: summaryColumns,
    orderBy: { id: "desc" },
    take: limit + 1,
  });
  return rows.map(summaryOf);
}
