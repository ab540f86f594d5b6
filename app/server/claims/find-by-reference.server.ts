import { isId } from "#app/server/platform/crypto/random-id.server.ts";
import type { Transaction } from "#app/server/platform/database/client.server.ts";

/** What stands before a creditor's own reference where an id may stand. */
export const OWN_REFERENCE = "ref:";

/** The claim that a creditor names by its id, or by `ref:` and its own reference; null where there is none of theirs. */
export async function findClaimId(
  tx: Transaction,
  { creditorId, name }: { creditorId: string; name: string },
): Promise<string | null> {
  const where = name.startsWith(OWN_REFERENCE) ? { reference: name.slice(OWN_REFERENCE.length) } : { id: name };
  if ("id" in where && !isId("clm", where.id)) return null;
  const claim = await tx.claim.findFirst({ where: { creditorId, ...where }, select: { id: true } });
  return claim?.id ?? null;
}

/** The invoice of a claim that is named by its id, or by `ref:` and its number; null where the claim has none such. */
export async function findInvoiceId(
  tx: Transaction,
  { creditorId, claimId, name }: { creditorId: string; claimId: string; name: string },
): Promise<string | null> {
  const where = name.startsWith(OWN_REFERENCE) ? { number: name.slice(OWN_REFERENCE.length) } : { id: name };
  const invoice = await tx.invoice.findFirst({ where: { creditorId, claimId, ...where }, select: { id: true } });
  return invoice?.id ?? null;
}
