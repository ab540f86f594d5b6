import { newId } from "#app/server/platform/crypto/random-id.server.ts";
import type { Transaction } from "#app/server/platform/database/client.server.ts";
import { insertRows } from "#app/server/platform/database/insert-rows.server.ts";
import type { ClaimBody } from "./claim-body.server.ts";
import { writeSearchText } from "./search-text.server.ts";

type DebtorBody = ClaimBody["debtor"];

type Details = ReturnType<typeof detailsOf>;

type Saving = {
  readonly creditorId: string;
  readonly debtors: readonly DebtorBody[];
  readonly language: string;
  readonly now: Date;
};

/**
 * Stores the debtors of new claims and answers their ids, in the order given. A creditor's own reference names one debtor:
 * details that come with a later claim fill what was missing and never overwrite, because the debtor may have corrected
 * them since.
 */
export async function saveDebtors(tx: Transaction, { creditorId, debtors, language, now }: Saving): Promise<string[]> {
  const known = await findKnown(tx, { creditorId, debtors });
  const ids: string[] = [];
  const made = new Map<string, Row>();
  const filled = new Map<string, Partial<Details>>();
  for (const debtor of debtors) {
    const before = debtor.reference === undefined ? undefined : known.get(debtor.reference);
    if (before) {
      const missing = missingDetails(before, detailsOf(debtor));
      Object.assign(before, missing);
      const row = made.get(before.id);
      if (row) Object.assign(row, missing);
      else if (Object.keys(missing).length > 0) filled.set(before.id, { ...filled.get(before.id), ...missing });
      ids.push(before.id);
      continue;
    }
    const id = newId("dbt", now);
    const reference = debtor.reference ?? null;
    const details = detailsOf(debtor);
    made.set(id, { id, creditorId, reference, type: debtor.type, name: debtor.name, language: debtor.language ?? language, languageGiven: debtor.language !== undefined, ...details, createdAt: now, updatedAt: now }); // prettier-ignore
    if (reference !== null) known.set(reference, { id, ...details });
    ids.push(id);
  }
  for (const [id, missing] of filled) {
    await tx.debtor.update({ where: { id }, data: { ...missing, updatedAt: now } });
    await writeSearchText(tx, { creditorId, debtorId: id });
  }
  await insertRows(tx, "debtor", [...made.values()].map(columnsOf));
  return ids;
}

type Known = { readonly id: string } & Details;

type Row = Details & {
  readonly id: string;
  readonly creditorId: string;
  readonly reference: string | null;
  readonly type: DebtorBody["type"];
  readonly name: string;
  readonly language: string;
  readonly languageGiven: boolean;
  readonly createdAt: Date;
  readonly updatedAt: Date;
};

const columnsOf = ({ creditorId, languageGiven, companyNumber, houseNumber, addressLine2, postalCode, createdAt, updatedAt, ...row }: Row) => ({
  ...row,
  creditor_id: creditorId,
  language_given: languageGiven,
  company_number: companyNumber,
  house_number: houseNumber,
  address_line2: addressLine2,
  postal_code: postalCode,
  created_at: createdAt,
  updated_at: updatedAt,
}); // prettier-ignore

async function findKnown(
  tx: Transaction,
  { creditorId, debtors }: Pick<Saving, "creditorId" | "debtors">,
): Promise<Map<string, Known>> {
  const references = debtors.flatMap(({ reference }) => (reference === undefined ? [] : [reference]));
  if (references.length === 0) return new Map();
  const rows = await tx.debtor.findMany({
    where: { creditorId, reference: { in: references } },
    select: { id: true, reference: true, ...DETAILS },
  });
  return new Map(rows.map(({ reference, ...row }) => [reference ?? "", row]));
}

/** The columns of a debtor that a later claim may fill. */
export const DETAILS = {
  email: true,
  phone: true,
  companyNumber: true,
  street: true,
  houseNumber: true,
  addressLine2: true,
  postalCode: true,
  city: true,
  country: true,
} as const;

/** What a claim says of its debtor, as the columns have it. */
export function detailsOf({
  email,
  phone,
  companyNumber,
  address,
}: DebtorBody): Record<keyof typeof DETAILS, string | null> {
  return {
    email: email ?? null,
    phone: phone ?? null,
    companyNumber: companyNumber ?? null,
    street: address?.street ?? null,
    houseNumber: address?.houseNumber ?? null,
    addressLine2: address?.addition ?? null,
    postalCode: address?.postalCode ?? null,
    city: address?.city ?? null,
    country: address?.country ?? null,
  };
}

const ADDRESS: ReadonlySet<string> = new Set(["street", "houseNumber", "addressLine2", "postalCode", "city", "country"]); // prettier-ignore

/** An address is filled as a whole or not at all: half of an old one makes a wrong one. */
export function missingDetails(known: Details, given: Details): Partial<Details> {
  const hasAddress = known.street !== null || known.postalCode !== null || known.city !== null;
  const missing = Object.entries(given).filter(
    ([name, value]) => value !== null && known[name as keyof Details] === null && !(hasAddress && ADDRESS.has(name)),
  );
  return Object.fromEntries(missing);
}
