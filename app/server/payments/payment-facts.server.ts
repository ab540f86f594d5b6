import { earlier, type LocalDate } from "#app/domain/calendar.ts";
import type { ReversalEntry } from "#app/domain/ledger.ts";
import { asCents, type Cents, minus, smallest, sum, ZERO } from "#app/domain/money.ts";
import { splitRefund, type TakenPart } from "#app/domain/split-refund.ts";
import { dayInAmsterdam } from "#app/server/platform/clock/clock.server.ts";
import type { ProviderChargeback, ProviderPayment, ProviderRefund } from "./payment-provider.server.ts";

export type PaymentShare = { readonly claimId: string; readonly amount: Cents; readonly invoiceIds: readonly string[] };

export type BookedFact = {
  readonly claimId: string;
  readonly factKey: string;
  readonly type: string;
  readonly amount: Cents;
};

type FactBase = {
  readonly claimId: string;
  readonly factKey: string;
  readonly valueDate: LocalDate;
  readonly amount: Cents;
};

export type PaymentFact =
  | (FactBase & { readonly type: "payment"; readonly designation: readonly string[]; readonly paidAt: Date })
  | (FactBase & { readonly type: ReversalEntry["type"]; readonly undoes: string });

export type PaymentFactsInput = {
  readonly seen: ProviderPayment;
  readonly shares: readonly PaymentShare[];
  readonly booked: readonly BookedFact[];
  readonly quotedOn: LocalDate;
  readonly attemptedAt: Date;
  /** Of refunds that are for one claim of several, by our id of the refund: their money is that claim's first. */
  readonly refundClaims?: ReadonlyMap<string, string>;
  /** What is overpaid on the claims as the books stand, in cents. */
  readonly credits?: ReadonlyMap<string, Cents>;
  /** Nothing is booked on a later day, should the provider's clock be ahead of ours. */
  readonly today: LocalDate;
};

/**
 * The facts about money in what the provider says that are not booked yet, whatever states it went through before:
 * only money that came, went back and came again counts. A payment of several claims is split as the debtor chose;
 * what goes back is split by `splitRefund`.
 */
export function newPaymentFacts(input: PaymentFactsInput): PaymentFact[] {
  const { seen } = input;
  const paidKey = `${seen.providerId}:paid`;
  const { shares, today, refundClaims = new Map() } = input;
  const credits = new Map(input.credits);
  const book: Book = { facts: [], booked: [...input.booked], shares, paidKey, today, refundClaims, credits };
  if (seen.paidAt && !isBooked(book, paidKey)) {
    const valueDate = valueDay({ ...input, paidAt: seen.paidAt });
    const { paidAt } = seen;
    for (const { claimId, amount, invoiceIds } of input.shares) {
      add(book, { type: "payment", claimId, factKey: paidKey, valueDate, amount, designation: invoiceIds, paidAt });
    }
  }
  if (!isBooked(book, paidKey)) return book.facts;
  for (const refund of seen.refunds) addRefund(book, refund);
  for (const chargeback of seen.chargebacks) addChargeback(book, chargeback);
  return book.facts;
}

type Book = {
  readonly facts: PaymentFact[];
  readonly booked: BookedFact[];
  readonly shares: readonly PaymentShare[];
  readonly paidKey: string;
  readonly today: LocalDate;
  readonly refundClaims: ReadonlyMap<string, string>;
  /** Goes down as refunds take it. */
  readonly credits: Map<string, Cents>;
};

function addRefund(book: Book, refund: ProviderRefund): void {
  const factKey = `${refund.id}:refunded`;
  const failedKey = `${refund.id}:failed`;
  if (refund.status === "refunded" && !isBooked(book, factKey)) {
    const fact = { type: "refund", factKey, undoes: book.paidKey, at: refund.createdAt } as const;
    const claimId = refund.refundId === null ? undefined : book.refundClaims.get(refund.refundId);
    const parts = splitRefund({ ...book, amount: refund.amount, claimId });
    for (const part of parts) lowerCredit(book, part);
    addReversals(book, fact, parts);
  }
  if (refund.status === "failed" && isBooked(book, factKey) && !isBooked(book, failedKey)) {
    const fact = { type: "refund_failed", factKey: failedKey, undoes: factKey, at: refund.createdAt } as const;
    addReversals(book, fact, partsOf(book, factKey));
  }
}

function lowerCredit({ credits }: Book, { claimId, amount }: TakenPart): void {
  const credit = credits.get(claimId) ?? ZERO;
  credits.set(claimId, minus(credit, smallest(credit, amount)));
}

function addChargeback(book: Book, chargeback: ProviderChargeback): void {
  const factKey = `${chargeback.id}:chargeback`;
  const reversedKey = `${chargeback.id}:reversed`;
  if (!isBooked(book, factKey)) {
    const fact = { type: "chargeback", factKey, undoes: book.paidKey, at: chargeback.createdAt } as const;
    addReversals(book, fact, splitRefund({ shares: book.shares, booked: book.booked, amount: chargeback.amount }));
  }
  if (chargeback.reversedAt && !isBooked(book, reversedKey)) {
    const at = chargeback.reversedAt;
    const fact = { type: "chargeback_reversed", factKey: reversedKey, undoes: factKey, at } as const;
    addReversals(book, fact, partsOf(book, factKey));
  }
}

function addReversals(
  book: Book,
  fact: { type: ReversalEntry["type"]; factKey: string; undoes: string; at: Date },
  parts: readonly TakenPart[],
): void {
  const { type, factKey, undoes } = fact;
  const valueDate = earlier(dayInAmsterdam(fact.at), book.today);
  for (const part of parts) add(book, { type, factKey, undoes, valueDate, ...part });
}

function add(book: Book, fact: PaymentFact): void {
  book.facts.push(fact);
  book.booked.push(fact);
}

const isBooked = (book: Book, factKey: string): boolean => book.booked.some((fact) => fact.factKey === factKey);

const QUOTE_HOLDS_MS = 24 * 60 * 60 * 1000;

/** A payment made within a day of the attempt counts for the day the debtor was quoted: nobody owes a cent for midnight. */
function valueDay(input: Omit<PaymentFactsInput, "seen"> & { paidAt: Date }): LocalDate {
  const withinQuote = input.paidAt.getTime() - input.attemptedAt.getTime() <= QUOTE_HOLDS_MS;
  return earlier(withinQuote ? input.quotedOn : dayInAmsterdam(input.paidAt), input.today);
}

/** What went back of a payment by all its facts, less what came back after all, over all claims together. */
export function moneyBack(facts: readonly BookedFact[]): { refunded: Cents; chargedBack: Cents } {
  const sumOf = (back: string, again: string) =>
    sum(facts.map(({ type, amount }) => (type === back ? amount : type === again ? asCents(-amount) : ZERO)));
  return { refunded: sumOf("refund", "refund_failed"), chargedBack: sumOf("chargeback", "chargeback_reversed") };
}

function partsOf(book: Book, factKey: string): TakenPart[] {
  const facts = book.booked.filter((fact) => fact.factKey === factKey);
  return facts.map(({ claimId, amount }) => ({ claimId, amount }));
}
