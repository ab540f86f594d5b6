import { earlier } from "#app/domain/calendar.ts";
import { asCents, parseDecimal, toDecimal } from "#app/domain/money.ts";
import { creditClaim, type CreditRefusal } from "#app/server/claims/credit-claim.server.ts";
import type { Transaction } from "#app/server/platform/database/client.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { inTransaction } from "#app/server/platform/database/transaction.server.ts";
import type { LeasedImport } from "./import-lease.server.ts";
import { importedDocuments } from "./imported-documents.server.ts";
import type { RowFinding, RowOutcome } from "./import-outcome.server.ts";
import type { PreparedCreditNote } from "./prepare-row.server.ts";
import { storeImportedDocuments } from "./store-imported-documents.server.ts";
import type { UblCreditNote } from "./ubl/ubl-reading.server.ts";
import { writeRows } from "./write-rows.server.ts";

/** The invoice is named here in both kinds of UBL document. */
const NAMED_IN = "cac:BillingReference/cac:InvoiceDocumentReference/cbc:ID";

type OneNote = {
  readonly leased: LeasedImport;
  /** How far the import was before. */
  readonly processed: number;
  readonly note: PreparedCreditNote;
  /** The row was written down before a crash; only its documents may be missing. */
  readonly written: boolean;
};

/**
 * Reduces the invoice that a credit note names, and writes down what became of it. The number of the credit note makes it
 * impossible to book it twice. Answers how far the import is.
 */
export async function takeInCreditNote(services: Services, order: OneNote): Promise<number> {
  const { leased, note } = order;
  let written = order.written;
  const write = async (tx: Transaction, outcome: RowOutcome) => {
    if (!written) await writeRows(tx, { leased, rows: [outcome], processed: order.processed });
  };
  const outcome = await credit(services, { leased, note, also: write });
  // The rest of what can become of it is nothing that was booked.
  written ||= outcome.result === "credited" && !leased.dryRun;
  await inTransaction(services.database, (tx) => write(tx, outcome));

  if (!leased.dryRun && outcome.claimId !== null) await storeDocuments(services, { leased, note, claimId: outcome.claimId }); // prettier-ignore
  await inTransaction(services.database, (tx) => writeRows(tx, { leased, rows: [], processed: note.row }));
  return note.row;
}

type Crediting = {
  readonly leased: LeasedImport;
  readonly note: PreparedCreditNote;
  /** Written together with what is booked. */
  readonly also: (tx: Transaction, outcome: RowOutcome) => Promise<void>;
};

async function credit(services: Services, { leased, note, also }: Crediting): Promise<RowOutcome> {
  const { creditorId, dryRun } = leased;
  const { row, line, source, warnings, reading } = note;
  const { creditNote } = reading;
  const reference = creditNote.number;
  const start = { row, line, source, reference, fingerprint: null, warnings };
  const refused = (error: Omit<RowFinding, "line">): RowOutcome => ({ ...start, result: "failed", claimId: null, errors: [{ line, ...error }] }); // prettier-ignore

  const invoices = await findCreditedInvoices(services, { creditorId, creditNote });
  const [invoice] = invoices;
  if (!invoice) return refused(unknownInvoice(creditNote));
  if (invoices.length > 1) return refused(severalInvoices(creditNote));

  const amount = parseDecimal(creditNote.amount);
  if (!amount.ok) throw new Error("a credit note was read without an amount");
  const { claimId } = invoice;
  const outcome = (result: "credited" | "unchanged"): RowOutcome => ({ ...start, result, claimId, errors: [] });
  const credited = await creditClaim(services, {
    creditorId,
    claimId,
    factKey: `credit-note:${creditNote.number}`,
    amount: asCents(amount.value),
    reason: creditNote.reason ?? creditNote.number,
    invoiceId: invoice.id,
    creditedOn: earlier(creditNote.issuedOn, services.clock.today()),
    actor: `import:${leased.id}`,
    dryRun,
    also: (tx) => also(tx, outcome("credited")),
  });
  return credited.ok ? outcome(credited.value.result) : refused(refusal(credited.error));
}

async function storeDocuments(
  services: Services,
  { leased, note, claimId }: { leased: LeasedImport; note: PreparedCreditNote; claimId: string },
): Promise<void> {
  const { creditorId } = leased;
  const { reading, file } = note;
  const { creditNote, text, documents } = reading;
  const [invoice] = await findCreditedInvoices(services, { creditorId, creditNote });
  const files = importedDocuments({ file, number: creditNote.number, text, documents, kind: "attachment" });
  await storeImportedDocuments(services, { creditorId, claimId, invoiceId: invoice?.id ?? null, documents: files });
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
