import { newId } from "#app/server/platform/crypto/random-id.server.ts";
import type { Transaction } from "#app/server/platform/database/client.server.ts";
import type { ClaimBody } from "./claim-body.server.ts";

/**
 * Stores the debtor of a new claim and answers the id. A creditor's own reference names one debtor: details that come
 * with a later claim fill what was missing and never overwrite, because the debtor may have corrected them since.
 */
export async function saveDebtor(
  tx: Transaction,
  {
    creditorId,
    debtor,
    language,
    now,
  }: { creditorId: string; debtor: ClaimBody["debtor"]; language: string; now: Date },
): Promise<string> {
  const details = {
    email: debtor.email ?? null,
    phone: debtor.phone ?? null,
    companyNumber: debtor.companyNumber ?? null,
    street: debtor.address?.street ?? null,
    houseNumber: debtor.address?.houseNumber ?? null,
    addressLine2: debtor.address?.addition ?? null,
    postalCode: debtor.address?.postalCode ?? null,
    city: debtor.address?.city ?? null,
    country: debtor.address?.country ?? null,
  };
  const known = debtor.reference === undefined ? null : await tx.debtor.findFirst({ where: { creditorId, reference: debtor.reference } }); // prettier-ignore
  if (known) {
    // An address is filled as a whole or not at all: half of an old one makes a wrong one.
    const hasAddress = known.street !== null || known.postalCode !== null || known.city !== null;
    const missing = Object.entries(details).filter(([name, value]) => value !== null && known[name as keyof typeof details] === null && !(hasAddress && ADDRESS.has(name))); // prettier-ignore
    if (missing.length > 0) await tx.debtor.update({ where: { id: known.id }, data: { ...Object.fromEntries(missing), updatedAt: now } }); // prettier-ignore
    return known.id;
  }
  const id = newId("dbt", now);
  await tx.debtor.create({
    data: {
      id,
      creditorId,
      reference: debtor.reference ?? null,
      type: debtor.type,
      name: debtor.name,
      language: debtor.language ?? language,
      ...details,
      createdAt: now,
      updatedAt: now,
    },
  });
  return id;
}

const ADDRESS: ReadonlySet<string> = new Set([
  "street",
  "houseNumber",
  "addressLine2",
  "postalCode",
  "city",
  "country",
]);
