import { asCents, type Cents } from "#app/domain/money.ts";
import type { ClaimBody } from "#app/server/claims/claim-body.server.ts";
import type { TriedClaims } from "#app/server/claims/register-claims.server.ts";
import type { Transaction } from "#app/server/platform/database/client.server.ts";
import { insertRows } from "#app/server/platform/database/insert-rows.server.ts";
import { centsOf } from "#app/server/validation/cents-of.server.ts";

/** A dry run stores nothing but its rows, and as long as it runs these: what it would have charged and credited so far. */

export async function triedClaims(
  tx: Transaction,
  { importId, bodies }: { importId: string; bodies: readonly ClaimBody[] },
): Promise<TriedClaims> {
  const rows = await tx.importRow.findMany({
    where: { importId, reference: { in: bodies.map(({ reference }) => reference) }, fingerprint: { not: null } },
    select: { reference: true, fingerprint: true },
  });
  const named = bodies.filter(({ debtor }) => debtor.reference !== undefined);
  const charges = await tx.importTriedInvoice.findMany({
    where: {
      importId,
      number: { in: named.flatMap(({ invoices }) => invoices.map(({ number }) => number)) },
      debtorReference: { not: null },
    },
    select: { debtorReference: true, number: true },
  });
  const references = [...new Set(named.map(({ debtor }) => debtor.reference))];
  const debtors = await tx.$queryRaw<{ debtor: ClaimBody["debtor"] }[]>`
    SELECT first.debtor FROM unnest(${references}::text[]) AS wanted(reference) CROSS JOIN LATERAL (
      SELECT debtor FROM import_tried_invoice
      WHERE import_id = ${importId} AND debtor_reference = wanted.reference AND debtor IS NOT NULL ORDER BY row LIMIT 1
    ) AS first`;
  return {
    debtors: debtors.map(({ debtor }) => debtor),
    fingerprints: new Map(rows.map(({ reference, fingerprint }) => [reference ?? "", fingerprint ?? new Uint8Array()])),
    charges: charges.map(({ debtorReference, number }) => ({ debtorReference: debtorReference ?? "", number })),
  };
}

export async function noteTriedClaims(
  tx: Transaction,
  { importId, claims }: { importId: string; claims: readonly { readonly row: number; readonly body: ClaimBody }[] },
): Promise<void> {
  const invoices = claims.flatMap(({ row, body }) =>
    body.invoices.map(({ number, amount }, index) => ({
      import_id: importId,
      row,
      number,
      claim_reference: body.reference,
      debtor_reference: body.debtor.reference ?? null,
      debtor: index === 0 && body.debtor.reference !== undefined ? body.debtor : null,
      amount: centsOf(amount),
    })),
  );
  await insertRows(tx, "import_tried_invoice", invoices);
}

export type TriedInvoice = { readonly number: string; readonly claimReference: string; readonly amount: Cents };

type OfImport = { readonly importId: string };

export async function triedInvoices(
  tx: Transaction,
  where: OfImport & ({ readonly number: string } | { readonly claimReference: string }),
): Promise<TriedInvoice[]> {
  const select = { number: true, claimReference: true, amount: true } as const;
  const found = await tx.importTriedInvoice.findMany({ where, select, take: 200 });
  return found.map((invoice) => ({ ...invoice, amount: asCents(invoice.amount) }));
}

export type TriedCredit = {
  readonly number: string;
  readonly claimReference: string;
  /** The id of the invoice; its number where its claim was only tried too. */
  readonly invoice: string;
  readonly amount: Cents;
};

export async function triedCredits(
  tx: Transaction,
  where: OfImport & { readonly claimReference: string },
): Promise<TriedCredit[]> {
  const select = { number: true, claimReference: true, invoice: true, amount: true } as const;
  const found = await tx.importTriedCredit.findMany({ where, select });
  return found.map((credit) => ({ ...credit, amount: asCents(credit.amount) }));
}

export async function noteTriedCredit(
  tx: Transaction,
  credit: OfImport & TriedCredit & { readonly row: number },
): Promise<void> {
  await tx.importTriedCredit.create({ data: credit });
}

export async function forgetTried(tx: Transaction, { importId }: OfImport): Promise<void> {
  await tx.importTriedInvoice.deleteMany({ where: { importId } });
  await tx.importTriedCredit.deleteMany({ where: { importId } });
}
