import type { ClaimStatus } from "#app/domain/claim.ts";
import type { Transaction } from "#app/server/platform/database/client.server.ts";
import { searchPatterns } from "./search-patterns.server.ts";

export type ClaimSearch = {
  readonly creditorId: string;
  readonly status?: ClaimStatus;
  readonly updatedSince?: Date;
  /**
   * Part of a reference, an invoice number, or the debtor's name, mail address or reference, in any case and without its
   * accents, or the amount of an invoice or of all of them. Of one or two characters: the beginning of a word.
   */
  readonly q?: string;
  /** Id of the last claim of the page before. */
  readonly after?: string;
  readonly limit: number;
};

/**
 * The ids of what a search finds, newest first, up to `limit` + 1, the last to show that there are more. The function of the
 * database says how it keeps to the same cost however many claims there are.
 */
export async function findClaimIds(tx: Transaction, search: ClaimSearch): Promise<readonly string[]> {
  const { creditorId, status = null, updatedSince = null, q, after = null, limit } = search;
  const patterns = q === undefined ? null : [...searchPatterns(q)];
  if (patterns?.length === 0) return [];
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT find_claims(${creditorId}, ${status}::claim_status, ${updatedSince}::timestamptz, ${after}, ${patterns}::text[], ${limit + 1}) AS id`;
  return rows.map(({ id }) => id);
}
