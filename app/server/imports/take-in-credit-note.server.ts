import { earlier } from "#app/domain/calendar.ts";
import { asCents, parseDecimal, toDecimal } from "#app/domain/money.ts";
import { creditClaim, type CreditRefusal } from "#app/server/claims/credit-claim.server.ts";
import type { Services } from "#app/server/services.server.ts";
import type { ImportContext, RowFinding, RowOutcome } from "./import-outcome.server.ts";
import { importedDocuments } from "./imported-documents.server.ts";
import { storeImportedDocuments } from "./store-imported-documents.server.ts";
import type { UblCreditNote, UblReading } from "./ubl/ubl-reading.server.ts";

type CreditNote = Extract<UblReading, { kind: "credit_note" }> & { readonly file: Uint8Array };

/** The invoice is named here in both kinds of UBL document. */
const NAMED_IN = "cac:BillingReference/cac:InvoiceDocumentReference/cbc:ID";

/** Reduces the invoice that a credit note names. The number of the credit note makes it impossible to book it twice. */
export async function takeInCreditNote(
  services: Services,
  reading: CreditNote,
  context: ImportContext,
): Promise<RowOutcome> {
  const { line, creditNote, warnings } = reading;
  const { creditorId, actor, dryRun } = context;
  const reference = creditNote.number;
  const refused = (error: Omit<RowFinding, "line">): RowOutcome => ({ result: "failed", line, reference, claimId: null, errors: [{ line, ...error }], warnings }); // prettier-ignore

  const invoices = await findCreditedInvoices(services, { creditorId, creditNote });
  const [invoice] = invoices;
  if (!invoice) return refused(unknownInvoice(creditNote));
  if (invoices.length > 1) return refused(severalInvoices(creditNote));

  const amount = parseDecimal(creditNote.amount);
  if (!amount.ok) throw new Error("a credit note was read without an amount");
  const { claimId } = invoice;
  const credited = await creditClaim(services, {
    creditorId,
    claimId,
    factKey: `credit-note:${creditNote.number}`,
    amount: asCents(amount.value),
    reason: creditNote.reason ?? creditNote.number,
    invoiceId: invoice.id,
    creditedOn: earlier(creditNote.issuedOn, services.clock.today()),
    actor,
    dryRun,
  });
  if (!credited.ok) return refused(refusal(credited.error));
  if (!dryRun) {
    const documents = importedDocuments({ ...reading, number: reference, kind: "attachment" });
    await storeImportedDocuments(services, { creditorId, claimId, invoiceId: invoice.id, documents });
  }
  return { result: credited.value.result, line, reference, claimId, errors: [], warnings };
}

/** More than one where debtors of this creditor have the same invoice number: the claim of that name goes first. */
async function findCreditedInvoices(
  services: Services,
  { creditorId, creditNote }: { creditorId: string; creditNote: UblCreditNote },
) {
  const number = creditNote.creditsInvoice;
  if (number === null) return [];
  const found = await services.database.prisma.invoice.findMany({
    where: { creditorId, number },
    select: { id: true, claimId: true, claim: { select: { reference: true } } },
    take: 50,
  });
  const named = found.filter((invoice) => invoice.claim.reference === number);
  return named.length === 1 ? named : found;
}

function unknownInvoice({ creditsInvoice }: UblCreditNote): Omit<RowFinding, "line"> {
  const message =
    creditsInvoice === null
      ? "The credit note names no invoice. Name the invoice it credits."
      : `There is no claim with the invoice ${creditsInvoice}. Import the invoice first.`;
  return { field: NAMED_IN, code: "credited_invoice_unknown", message };
}

function severalInvoices({ creditsInvoice }: UblCreditNote): Omit<RowFinding, "line"> {
  const message = `Several debtors have an invoice ${creditsInvoice}. Credit the claim itself instead.`;
  return { field: NAMED_IN, code: "credited_invoice_ambiguous", message };
}

function refusal(error: CreditRefusal): Omit<RowFinding, "line"> {
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
