import type { Transaction } from "#app/server/platform/database/client.server.ts";
import type { UploadScope } from "./list-uploads.server.ts";

/** Holds those that are whole, so that the scanner and a second window wait their turn. */
export async function lockUploads(
  tx: Transaction,
  { sessionId, claimId, uploadIds }: UploadScope & { readonly uploadIds: readonly string[] },
): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM upload
    WHERE id = ANY(${[...uploadIds]}) AND session_id = ${sessionId} AND claim_id = ${claimId} AND stored_at IS NOT NULL
    ORDER BY id FOR UPDATE`;
  return rows.map(({ id }) => id);
}
