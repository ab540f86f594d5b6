import type { LocalDate } from "#app/domain/calendar.ts";
import {
  inLedgerOrder,
  type LedgerEntry,
  type PaymentEntry,
  postings,
  type PrincipalEntry,
} from "#app/domain/ledger.ts";
import { asCents } from "#app/domain/money.ts";
import { fromDateColumn, toDateColumn } from "#app/server/platform/clock/clock.server.ts";
import { newId } from "#app/server/platform/crypto/random-id.server.ts";
import type { Transaction } from "#app/server/platform/database/client.server.ts";
import { insertRows } from "#app/server/platform/database/insert-rows.server.ts";

/** What a booking knows besides the entry itself. */
export type Booking = {
  readonly entry: LedgerEntry;
  readonly paymentId?: string;
  readonly reason?: string;
  /** The account that a reversal goes back over: that of its payment. */
  readonly via?: PaymentEntry["via"];
};

const columns = {
  type: true,
  factKey: true,
  valueDate: true,
  sequence: true,
  amount: true,
  invoiceId: true,
  undoes: true,
  designation: true,
  unasked: true,
  postings: { select: { account: true } },
} as const;

/** The whole ledger of a claim, oldest first. */
export async function loadLedger(tx: Transaction, claim: { id: string; creditorId: string }): Promise<LedgerEntry[]> {
  const where = { claimId: claim.id, creditorId: claim.creditorId };
  const rows = await tx.ledgerEntry.findMany({ where, orderBy: { sequence: "asc" }, select: columns });
  const invoices = await tx.invoice.findMany({ where, select: invoiceColumns });
  return ledgerOf(rows, invoices);
}

/** As `loadLedger`, of several claims at once. */
export async function loadLedgers(
  tx: Transaction,
  { creditorId, claimIds }: { creditorId: string; claimIds: readonly string[] },
): Promise<ReadonlyMap<string, readonly LedgerEntry[]>> {
  const where = { creditorId, claimId: { in: [...claimIds] } };
  const rows = await tx.ledgerEntry.findMany({ where, orderBy: { sequence: "asc" }, select: { ...columns, claimId: true } }); // prettier-ignore
  const invoices = await tx.invoice.findMany({ where, select: { ...invoiceColumns, claimId: true } });
  const ofClaim = <Row extends { claimId: string }>(all: readonly Row[], claimId: string) => all.filter((row) => row.claimId === claimId); // prettier-ignore
  return new Map(claimIds.map((claimId) => [claimId, ledgerOf(ofClaim(rows, claimId), ofClaim(invoices, claimId))]));
}

const invoiceColumns = { id: true, issuedOn: true, dueOn: true } as const;

type StoredEntry = Omit<LedgerRow, "valueDate" | "sequence" | "via"> & {
  readonly valueDate: Date;
  readonly sequence: bigint;
  readonly postings: readonly { readonly account: string }[];
};

function ledgerOf(
  rows: readonly StoredEntry[],
  invoices: readonly { readonly id: string; readonly issuedOn: Date; readonly dueOn: Date }[],
): LedgerEntry[] {
  const dates = new Map(
    invoices.map(({ id, issuedOn, dueOn }) => [
      id,
      { issuedOn: fromDateColumn(issuedOn), dueOn: fromDateColumn(dueOn) },
    ]),
  );
  return inLedgerOrder(
    rows.map((row) => {
      const via = row.postings.some((posting) => posting.account === "bank") ? "bank" : "provider";
      return toEntry({ ...row, valueDate: fromDateColumn(row.valueDate), sequence: Number(row.sequence), via }, dates);
    }),
  );
}

/**
 * Books facts about money, each once: a fact key that the claim already has is left out and changes nothing.
 * Answers the bookings that are new. The caller holds the claim's lock.
 */
export async function book(
  tx: Transaction,
  claim: { id: string; creditorId: string },
  options: { at: Date; bookings: readonly Booking[] },
): Promise<Booking[]> {
  const booked: Booking[] = [];
  for (const booking of options.bookings) {
    const { entry } = booking;
    const id = newId("led", options.at);
    const inserted = await tx.ledgerEntry.createMany({
      skipDuplicates: true,
      data: {
        id,
        creditorId: claim.creditorId,
        claimId: claim.id,
        type: entry.type,
        factKey: entry.factKey,
        valueDate: toDateColumn(entry.valueDate),
        amount: entry.amount,
        invoiceId: "invoiceId" in entry ? entry.invoiceId : null,
        paymentId: booking.paymentId ?? null,
        undoes: "undoes" in entry ? entry.undoes : null,
        designation: entry.type === "payment" ? [...entry.designation] : [],
        unasked: entry.type === "payment" && entry.unasked === true,
        reason: booking.reason ?? "",
        bookedAt: options.at,
      },
    });
    if (inserted.count === 0) continue;
    const lines = postings(entry, booking.via);
    if (lines.length > 0) await tx.ledgerPosting.createMany({ data: lines.map((line) => ({ entryId: id, ...line })) });
    booked.push(booking);
  }
  return booked;
}

/** Books what new claims charge, all at once: nobody else knows these claims yet. */
export async function bookOpenings(
  tx: Transaction,
  {
    creditorId,
    at,
    claims,
  }: {
    creditorId: string;
    at: Date;
    claims: readonly { readonly claimId: string; readonly entries: readonly PrincipalEntry[] }[];
  },
): Promise<void> {
  const rows = claims.flatMap(({ claimId, entries }) =>
    entries.map((entry) => ({ claimId, entry, id: newId("led", at) })),
  );
  const entries = rows.map(({ id, claimId, entry: { type, factKey, valueDate, amount, invoiceId } }) => ({
    id,
    creditor_id: creditorId,
    claim_id: claimId,
    type,
    fact_key: factKey,
    value_date: valueDate,
    amount,
    invoice_id: invoiceId,
    designation: [],
    booked_at: at,
  }));
  await insertRows(tx, "ledger_entry", entries);
  const lines = rows.flatMap(({ id, entry }) => postings(entry).map((line) => ({ entry_id: id, ...line })));
  await insertRows(tx, "ledger_posting", lines);
}

export type LedgerRow = {
  type: LedgerEntry["type"];
  factKey: string;
  valueDate: LocalDate;
  sequence: number;
  amount: bigint;
  invoiceId: string | null;
  undoes: string | null;
  designation: string[];
  unasked: boolean;
  via: PaymentEntry["via"];
};

export type InvoiceDates = ReadonlyMap<string, { readonly issuedOn: LocalDate; readonly dueOn: LocalDate }>;

export function toEntry(row: LedgerRow, invoices: InvoiceDates): LedgerEntry {
  const { factKey, valueDate, sequence } = row;
  const base = { factKey, valueDate, sequence, amount: asCents(row.amount) };
  switch (row.type) {
    case "principal": {
      const dates = invoices.get(row.invoiceId ?? "");
      if (!dates || row.invoiceId === null) throw new Error(`ledger entry ${factKey} names no invoice of its claim`);
      return { ...base, type: row.type, invoiceId: row.invoiceId, ...dates };
    }
    case "credit":
      return { ...base, type: row.type, invoiceId: row.invoiceId };
    case "payment":
      return { ...base, type: row.type, via: row.via, designation: row.designation, ...(row.unasked ? { unasked: true } : {}) }; // prettier-ignore
    case "costs_waived":
    case "interest_waived":
      return { ...base, type: row.type };
    case "refund":
    case "refund_failed":
    case "chargeback":
    case "chargeback_reversed":
      return { ...base, type: row.type, undoes: row.undoes ?? "" };
  }
}
