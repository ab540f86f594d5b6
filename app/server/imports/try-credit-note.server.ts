import { earlier } from "#app/domain/calendar.ts";
import { judgeCredit } from "#app/domain/judge-credit.ts";
import type { CreditEntry, PrincipalEntry } from "#app/domain/ledger.ts";
import { asCents, type Cents, parseDecimal } from "#app/domain/money.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import { creditClaim } from "#app/server/claims/credit-claim.server.ts";
import { inTransaction } from "#app/server/platform/database/transaction.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { creditFactKey, findCreditedInvoices, type NoteFinding, refusedCredit, theInvoice } from "./credited-invoice.server.ts"; // prettier-ignore
import type { LeasedImport } from "./import-lease.server.ts";
import type { PreparedCreditNote } from "./prepare-row.server.ts";
import { noteTriedCredit, triedCredits, triedInvoices } from "./tried-before.server.ts";
import { writeRows } from "./write-rows.server.ts";

type Trying = { readonly leased: LeasedImport; readonly note: PreparedCreditNote; readonly written: boolean };

type Found = {
  /** Null where the claim was only tried, earlier in the file. */
  readonly claimId: string | null;
  readonly claimReference: string;
  readonly invoice: string;
};

type Tried = { readonly result: "credited" | "unchanged"; readonly found: Found };

/**
 * What would become of a credit note after all that came before it in the file, written down as that of a dry run; nothing
 * is booked. Answers how far the import is.
 */
export async function tryCreditNote(services: Services, { leased, note, written }: Trying): Promise<number> {
  const importId = leased.id;
  const { row, line, source, warnings, reading } = note;
  const { number } = reading.creditNote;
  const tried = await judge(services, { leased, note });
  const start = { row, line, source, reference: number, fingerprint: null, warnings };
  const outcome = tried.ok
    ? { ...start, result: tried.value.result, claimId: tried.value.found.claimId, errors: [] }
    : { ...start, result: "failed" as const, claimId: null, errors: [{ line, ...tried.error }] };
  await inTransaction(services.database, async (tx) => {
    await writeRows(tx, { leased, rows: written ? [] : [outcome], processed: row });
    if (written || !tried.ok || tried.value.result !== "credited") return;
    const { claimReference, invoice } = tried.value.found;
    await noteTriedCredit(tx, { importId, row, number, claimReference, invoice, amount: amountOf(note) });
  });
  return row;
}

async function judge(
  services: Services,
  { leased, note }: Pick<Trying, "leased" | "note">,
): Promise<Result<Tried, NoteFinding>> {
  const { creditorId, id: importId } = leased;
  const { prisma } = services.database;
  const { creditNote } = note.reading;
  const there = await findCreditedInvoices(services, { creditorId, creditNote });
  const number = creditNote.creditsInvoice;
  const wouldBe = number === null ? [] : await triedInvoices(prisma, { importId, number });
  const found = theInvoice<Found>(
    [
      ...there.map(({ id, claimId, claimReference }) => ({ claimId, claimReference, invoice: id })),
      ...wouldBe.map(({ claimReference }) => ({ claimId: null, claimReference, invoice: number ?? "" })),
    ],
    creditNote,
  );
  if (!found.ok) return found;

  const { claimId, claimReference, invoice } = found.value;
  const creditedOn = earlier(creditNote.issuedOn, services.clock.today());
  const credits = (await triedCredits(prisma, { importId, claimReference })).map((credit): CreditEntry => {
    const { number: noteNumber, amount, invoice: invoiceId } = credit;
    return {
      type: "credit",
      factKey: creditFactKey(noteNumber),
      valueDate: creditedOn,
      sequence: 0,
      amount,
      invoiceId,
    };
  });
  const asked = { factKey: creditFactKey(creditNote.number), amount: amountOf(note), invoiceId: invoice };
  if (claimId !== null) {
    const { reason = creditNote.number } = creditNote;
    const order = { ...asked, creditorId, claimId, reason, creditedOn, actor: `import:${importId}`, dryRun: true };
    const credited = await creditClaim(services, { ...order, tried: credits });
    return credited.ok ? ok({ result: credited.value.result, found: found.value }) : err(refusedCredit(credited.error));
  }
  const charged = (await triedInvoices(prisma, { importId, claimReference })).map((each): PrincipalEntry => {
    const factKey = `${each.number}:charged`;
    return { type: "principal", factKey, valueDate: creditedOn, sequence: 0, amount: each.amount, invoiceId: each.number, issuedOn: creditedOn, dueOn: creditedOn }; // prettier-ignore
  });
  const judged = judgeCredit([...charged, ...credits], asked);
  return judged.ok ? ok({ result: judged.value, found: found.value }) : err(refusedCredit(judged.error));
}

function amountOf({ reading }: PreparedCreditNote): Cents {
  const amount = parseDecimal(reading.creditNote.amount);
  if (!amount.ok) throw new Error("a credit note was read without an amount");
  return asCents(amount.value);
}
