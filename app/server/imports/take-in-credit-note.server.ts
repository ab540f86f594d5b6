import { earlier } from "#app/domain/calendar.ts";
import { asCents, parseDecimal } from "#app/domain/money.ts";
import { creditClaim } from "#app/server/claims/credit-claim.server.ts";
import type { Transaction } from "#app/server/platform/database/client.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { inTransaction } from "#app/server/platform/database/transaction.server.ts";
import { creditFactKey, findCreditedInvoices, type NoteFinding, refusedCredit, theInvoice } from "./credited-invoice.server.ts"; // prettier-ignore
import type { LeasedImport } from "./import-lease.server.ts";
import { importedDocuments } from "./imported-documents.server.ts";
import type { RowOutcome } from "./import-outcome.server.ts";
import type { PreparedCreditNote } from "./prepare-row.server.ts";
import { storeImportedDocuments } from "./store-imported-documents.server.ts";
import { tryCreditNote } from "./try-credit-note.server.ts";
import { writeRows } from "./write-rows.server.ts";

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
  if (leased.dryRun) return tryCreditNote(services, order);
  let written = order.written;
  const write = async (tx: Transaction, outcome: RowOutcome) => {
    if (!written) await writeRows(tx, { leased, rows: [outcome], processed: order.processed });
  };
  const outcome = await credit(services, { leased, note, also: write });
  // The rest of what can become of it is nothing that was booked.
  written ||= outcome.result === "credited";
  await inTransaction(services.database, (tx) => write(tx, outcome));

  if (outcome.claimId !== null) await storeDocuments(services, { leased, note, claimId: outcome.claimId }); // prettier-ignore
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
  const { creditorId } = leased;
  const { row, line, source, warnings, reading } = note;
  const { creditNote } = reading;
  const reference = creditNote.number;
  const start = { row, line, source, reference, fingerprint: null, warnings };
  const refused = (error: NoteFinding): RowOutcome => ({ ...start, result: "failed", claimId: null, errors: [{ line, ...error }] }); // prettier-ignore

  const invoice = theInvoice(await findCreditedInvoices(services, { creditorId, creditNote }), creditNote);
  if (!invoice.ok) return refused(invoice.error);

  const amount = parseDecimal(creditNote.amount);
  if (!amount.ok) throw new Error("a credit note was read without an amount");
  const { claimId, id: invoiceId } = invoice.value;
  const outcome = (result: "credited" | "unchanged"): RowOutcome => ({ ...start, result, claimId, errors: [] });
  const credited = await creditClaim(services, {
    creditorId,
    claimId,
    factKey: creditFactKey(creditNote.number),
    amount: asCents(amount.value),
    reason: creditNote.reason ?? creditNote.number,
    invoiceId,
    creditedOn: earlier(creditNote.issuedOn, services.clock.today()),
    actor: `import:${leased.id}`,
    also: (tx) => also(tx, outcome("credited")),
  });
  return credited.ok ? outcome(credited.value.result) : refused(refusedCredit(credited.error));
}

async function storeDocuments(
  services: Services,
  { leased, note, claimId }: { leased: LeasedImport; note: PreparedCreditNote; claimId: string },
): Promise<void> {
  const { creditorId } = leased;
  const { reading, file } = note;
  const { creditNote, text, documents } = reading;
  const invoice = theInvoice(await findCreditedInvoices(services, { creditorId, creditNote }), creditNote);
  const files = importedDocuments({ file, number: creditNote.number, text, documents, kind: "attachment" });
  await storeImportedDocuments(services, {
    creditorId,
    claimId,
    invoiceId: invoice.ok ? invoice.value.id : null,
    documents: files,
  });
}
