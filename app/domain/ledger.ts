import type { LocalDate } from "./calendar.ts";
import { asCents, type Cents, largest, minus, smallest, ZERO } from "./money.ts";

type EntryBase = {
  /** The fact in the world (`tr_x:paid`, `inv_x:charged`); the same fact is booked once in a claim. */
  readonly factKey: string;
  /** The day that counts for interest: of receipt, of the credit note, of the chargeback. */
  readonly valueDate: LocalDate;
  /** Order among facts of one kind on one day. */
  readonly sequence: number;
  /** Always above zero; the type says which way it goes. */
  readonly amount: Cents;
};

/** An invoice charged to the debtor; its value date is the day of issue, or the day it came in where that was earlier. */
export type PrincipalEntry = EntryBase & {
  readonly type: "principal";
  readonly invoiceId: string;
  readonly issuedOn: LocalDate;
  readonly dueOn: LocalDate;
};

/** A credit note of the creditor, for one invoice or for the claim. */
export type CreditEntry = EntryBase & { readonly type: "credit"; readonly invoiceId: string | null };

export type PaymentEntry = EntryBase & {
  readonly type: "payment";
  readonly via: "provider" | "bank";
  /** Invoices the debtor chose to pay (BW 6:43 lid 1); empty: the order of the law. */
  readonly designation: readonly string[];
  /** Made after the creditor closed the claim: it pays nothing, all of it is the debtor's (BW 6:203). */
  readonly unasked?: true;
};

/** Money of an earlier payment that went back (refund, chargeback), or came back after all (refund_failed, chargeback_reversed). */
export type ReversalEntry = EntryBase & {
  readonly type: "refund" | "refund_failed" | "chargeback" | "chargeback_reversed";
  /** Fact key of the payment; of money that came back after all, that of the refund or chargeback (or of the payment). */
  readonly undoes: string;
};

/** Given up by the creditor: collection costs including their VAT, or interest that has run. */
export type WaiverEntry = EntryBase & { readonly type: "costs_waived" | "interest_waived" };

export type LedgerEntry = PrincipalEntry | CreditEntry | PaymentEntry | ReversalEntry | WaiverEntry;

export type LedgerEntryType = LedgerEntry["type"];

export const LEDGER_ENTRY_TYPES = [
  "principal",
  "credit",
  "costs_waived",
  "interest_waived",
  "payment",
  "refund",
  "refund_failed",
  "chargeback",
  "chargeback_reversed",
] as const satisfies readonly LedgerEntryType[];

export type LedgerAccount = "debtor" | "creditor" | "provider" | "bank";

/** Signed cents: a debit is positive. */
export type Posting = { readonly account: LedgerAccount; readonly amount: Cents };

/**
 * The double entry of a fact; its amounts sum to zero. Interest and collection costs follow from the law and the
 * calendar and are no facts of the ledger, so giving them up moves no money and posts nothing.
 * A reversal goes back over the account that its payment came in by.
 */
export function postings(entry: LedgerEntry, via: PaymentEntry["via"] = "provider"): Posting[] {
  switch (entry.type) {
    case "principal":
      return move("creditor", "debtor", entry.amount);
    case "credit":
      return move("debtor", "creditor", entry.amount);
    case "payment":
      return move("debtor", entry.via, entry.amount);
    case "refund":
    case "chargeback":
      return move(via, "debtor", entry.amount);
    case "refund_failed":
    case "chargeback_reversed":
      return move("debtor", via, entry.amount);
    case "costs_waived":
    case "interest_waived":
      return [];
  }
}

/** Oldest first; on one day by kind (charges, credit notes and waivers, money, reversals), then by sequence. */
export function inLedgerOrder(entries: readonly LedgerEntry[]): LedgerEntry[] {
  return [...entries].sort(
    (left, right) =>
      compare(left.valueDate, right.valueDate) ||
      LEDGER_ENTRY_TYPES.indexOf(left.type) - LEDGER_ENTRY_TYPES.indexOf(right.type) ||
      left.sequence - right.sequence ||
      compare(left.factKey, right.factKey),
  );
}

export type PaymentHistory = {
  readonly payment: PaymentEntry;
  /** In ledger order. */
  readonly reversals: readonly ReversalEntry[];
};

/** Each payment, in ledger order, with what happened to its money later. A reversal of an unknown payment is left out. */
export function paymentHistories(entries: readonly LedgerEntry[]): PaymentHistory[] {
  const byKey = new Map(entries.map((entry) => [entry.factKey, entry]));
  const histories = new Map<string, { payment: PaymentEntry; reversals: ReversalEntry[] }>();
  for (const entry of entries) {
    if (entry.type === "payment") histories.set(entry.factKey, { payment: entry, reversals: [] });
  }
  for (const entry of entries) {
    if (!isReversal(entry)) continue;
    const undone = byKey.get(entry.undoes);
    const payment = undone && isReversal(undone) ? undone.undoes : entry.undoes;
    histories.get(payment)?.reversals.push(entry);
  }
  return [...histories.values()];
}

/**
 * What is kept of a payment: what came in, less what went back, never below zero or above what came in. What goes back
 * beyond the payment itself is no part of the claim.
 */
export function keptOf(payment: PaymentEntry, reversals: readonly ReversalEntry[]): Cents {
  const net = reversals.reduce((kept, reversal) => kept + signedBack(reversal), payment.amount as bigint);
  return largest(ZERO, smallest(payment.amount, asCents(net)));
}

/**
 * The refunds of a payment that may have been paid from credit, by fact key: those that came after it, did not fail, and
 * together are no more than the payment.
 */
export function refundsThatStand({ payment, reversals }: PaymentHistory): Map<string, Cents> {
  const failed = new Set(reversals.map(({ undoes }) => undoes));
  const stand = new Map<string, Cents>();
  let left = payment.amount;
  for (const { type, factKey, amount, valueDate } of reversals) {
    if (type !== "refund" || failed.has(factKey) || valueDate < payment.valueDate || amount > left) continue;
    stand.set(factKey, amount);
    left = minus(left, amount);
  }
  return stand;
}

export function isReversal(entry: LedgerEntry): entry is ReversalEntry {
  return "undoes" in entry;
}

function signedBack(reversal: ReversalEntry): bigint {
  return reversal.type === "refund" || reversal.type === "chargeback" ? -reversal.amount : reversal.amount;
}

function move(from: LedgerAccount, to: LedgerAccount, amount: Cents): Posting[] {
  return [
    { account: to, amount },
    { account: from, amount: asCents(-amount) },
  ];
}

const compare = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);
