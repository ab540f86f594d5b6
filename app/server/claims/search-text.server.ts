import type { Transaction } from "#app/server/platform/database/client.server.ts";

/** Of which claims: one, those named, or all of a debtor. */
type Which = { readonly creditorId: string } & (
  { readonly claimId: string } | { readonly claimIds: readonly string[] } | { readonly debtorId: string }
);

/**
 * Writes down by what claims are found: their own names, those of their invoices with the amounts, and the debtor's. Called
 * by whoever changes any of that, in the same transaction.
 */
export async function writeSearchText(tx: Transaction, which: Which): Promise<void> {
  const { creditorId } = which;
  if ("claimId" in which) {
    await tx.$executeRaw`UPDATE claim SET search_text = claim_search_text(id) WHERE id = ${which.claimId} AND creditor_id = ${creditorId}`;
    return;
  }
  if ("claimIds" in which) {
    await tx.$executeRaw`UPDATE claim SET search_text = claim_search_text(id) WHERE id = ANY(${which.claimIds}::text[]) AND creditor_id = ${creditorId}`;
    return;
  }
  // In the order in which everybody else takes several claims.
  await tx.$executeRaw`
    UPDATE claim SET search_text = claim_search_text(id) WHERE id IN (
      SELECT id FROM claim WHERE creditor_id = ${creditorId} AND debtor_id = ${which.debtorId} ORDER BY id FOR UPDATE)`;
}
