import { toDecimal } from "#app/domain/money.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import type { CreditRefusal } from "#app/server/claims/credit-claim.server.ts";
import type { Services } from "#app/server/services.server.ts";
import type { RowFinding } from "./import-outcome.server.ts";
import type { UblCreditNote } from "./ubl/ubl-reading.server.ts";

export type CreditedInvoice = { readonly id: string; readonly claimId: string; readonly claimReference: string };

/** Why a credit note was not booked, without the line of the file. */
export type NoteFinding = Omit<RowFinding, "line">;

/** The invoice is named here in both kinds of UBL document. */
const NAMED_IN = "cac:BillingReference/cac:InvoiceDocumentReference/cbc:ID";

/** The invoices that go by the number in a credit note. */
export async function findCreditedInvoices(
  services: Services,
  { creditorId, creditNote }: { creditorId: string; creditNote: UblCreditNote },
): Promise<CreditedInvoice[]> {
  const number = creditNote.creditsInvoice;
  if (number === null) return [];
  const found = await services.database.prisma.invoice.findMany({
    where: { creditorId, number },
    select: { id: true, claimId: true, claim: { select: { reference: true } } },
    take: 50,
  });
  return found.map(({ id, claimId, claim }) => ({ id, claimId, claimReference: claim.reference }));
}

/** More than one where debtors of this creditor have the same invoice number: the claim of that name goes first. */
export function theInvoice<Found extends { readonly claimReference: string }>(
  found: readonly Found[],
  { creditsInvoice }: UblCreditNote,
): Result<Found, NoteFinding> {
  const named = found.filter((invoice) => invoice.claimReference === creditsInvoice);
  const [first, second] = named.length === 1 ? named : found;
  if (!first) return err(unknownInvoice(creditsInvoice));
  return second ? err(severalInvoices(creditsInvoice)) : ok(first);
}

function unknownInvoice(number: string | null): NoteFinding {
  const message =
    number === null
      ? "The credit note names no invoice. Name the invoice it credits."
      : `There is no claim with the invoice ${number}. Import the invoice first.`;
  return { field: NAMED_IN, code: "credited_invoice_unknown", message };
}

function severalInvoices(number: string | null): NoteFinding {
  const message = `Several debtors have an invoice ${number}. Credit the claim itself instead.`;
  return { field: NAMED_IN, code: "credited_invoice_ambiguous", message };
}

export function refusedCredit(error: CreditRefusal): NoteFinding {
  switch (error.kind) {
    case "claim_not_found":
      throw new Error("an invoice names a claim that is not there");
    case "credit_differs": {
      const message = `This credit note was booked before with another amount, ${toDecimal(error.booked)}.`;
      return { field: "cbc:ID", code: "credit_note_differs", message };
    }
    case "credit_exceeds_principal": {
      const message = `The credit note is more than what is left to credit of the invoice, ${toDecimal(error.allowed)}.`;
      return { field: "cac:LegalMonetaryTotal/cbc:PayableAmount", code: "credit_exceeds_principal", message };
    }
  }
}

export const creditFactKey = (number: string): string => `credit-note:${number}`;
