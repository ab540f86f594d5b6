import { earlier, type LocalDate } from "#app/domain/calendar.ts";
import type { ReversalEntry } from "#app/domain/ledger.ts";
import { asCents, type Cents, largest, minus, plus, smallest, sum, ZERO } from "#app/domain/money.ts";
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
  | (FactBase & { readonly type: "payment"; readonly designation: readonly string[] })
  | (FactBase & { readonly type: ReversalEntry["type"]; readonly undoes: string });

export type PaymentFactsInput = {
  readonly seen: ProviderPayment;
  readonly shares: readonly PaymentShare[];
  readonly booked: readonly BookedFact[];
  readonly quotedOn: LocalDate;
  readonly attemptedAt: Date;
  /** Of refunds that are for one claim of several, by our id of the refund: their money is that claim's first. */
  readonly refundClaims?: ReadonlyMap<string, string>;
  /** Nothing is booked on a later day, should the provider's clock be ahead of ours. */
  readonly today: LocalDate;
};

/**
 * The facts about money in what the provider says that are not booked yet, whatever states it went through before:
 * only money that came, went back and came again counts. A payment of several claims is split as the debtor chose;
 * what goes back is taken from the last share first.
 */
export function newPaymentFacts(input: PaymentFactsInput): PaymentFact[] {
  const { seen } = input;
  const paidKey = `${seen.providerId}:paid`;
  const { shares, today, refundClaims = new Map() } = input;
  const book: Book = { facts: [], booked: [...input.booked], shares, paidKey, today, refundClaims };
  if (seen.paidAt && !isBooked(book, paidKey)) {
    const valueDate = valueDay({ ...input, paidAt: seen.paidAt });
    for (const { claimId, amount, invoiceIds } of input.shares) {
      add(book, { type: "payment", claimId, factKey: paidKey, valueDate, amount, designation: invoiceIds });
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
};

type Part = { claimId: string; amount: Cents };

function addRefund(book: Book, refund: ProviderRefund): void {
  const factKey = `${refund.id}:refunded`;
  const failedKey = `${refund.id}:failed`;
  if (refund.status === "refunded" && !isBooked(book, factKey)) {
    const fact = { type: "refund", factKey, undoes: book.paidKey, at: refund.createdAt } as const;
    const claimId = refund.refundId === null ? undefined : book.refundClaims.get(refund.refundId);
    addReversals(book, fact, takenFrom(book, refund.amount, claimId));
  }
  if (refund.status === "failed" && isBooked(book, factKey) && !isBooked(book, failedKey)) {
    const fact = { type: "refund_failed", factKey: failedKey, undoes: factKey, at: refund.createdAt } as const;
    addReversals(book, fact, partsOf(book, factKey));
  }
}

function addChargeback(book: Book, chargeback: ProviderChargeback): void {
  const factKey = `${chargeback.id}:chargeback`;
  const reversedKey = `${chargeback.id}:reversed`;
  if (!isBooked(book, factKey)) {
    const fact = { type: "chargeback", factKey, undoes: book.paidKey, at: chargeback.createdAt } as const;
    addReversals(book, fact, takenFrom(book, chargeback.amount));
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
  parts: readonly Part[],
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

/** From whose share a refund that is not booked would be taken as things are, and how much of each. */
export function partsOfRefund(refund: {
  readonly shares: readonly PaymentShare[];
  readonly booked: readonly BookedFact[];
  readonly amount: Cents;
  readonly claimId: string | null;
}): readonly { readonly claimId: string; readonly amount: Cents }[] {
  const { shares, booked, amount, claimId } = refund;
  return takenFrom({ shares, booked: [...booked] }, amount, claimId ?? undefined);
}

/** More than was paid can go back (a goodwill refund): what no share holds any more is booked on the first one. */
function takenFrom(book: Pick<Book, "shares" | "booked">, amount: Cents, firstFrom?: string): Part[] {
  let left = amount;
  const parts: Part[] = [];
  for (const share of backwards(book.shares, firstFrom)) {
    const part = smallest(left, largest(ZERO, keptOfShare(book, share)));
    if (part > 0n) parts.push({ claimId: share.claimId, amount: part });
    left = minus(left, part);
  }
  const claimId = book.shares[0]?.claimId;
  if (left === 0n || claimId === undefined) return parts;
  const onFirst = parts.find((part) => part.claimId === claimId);
  const others = parts.filter((part) => part !== onFirst);
  return [...others, { claimId, amount: plus(onFirst?.amount ?? ZERO, left) }];
}

/** The last share first, but before them all that of the claim whose money it is. */
export function backwards(shares: readonly PaymentShare[], firstFrom: string | undefined): PaymentShare[] {
  const reversed = [...shares].reverse();
  return [...reversed.filter(({ claimId }) => claimId === firstFrom), ...reversed.filter(({ claimId }) => claimId !== firstFrom)]; // prettier-ignore
}

/** What went back of a payment by all its facts, less what came back after all, over all claims together. */
export function moneyBack(facts: readonly BookedFact[]): { refunded: Cents; chargedBack: Cents } {
  const sumOf = (back: string, again: string) =>
    sum(facts.map(({ type, amount }) => (type === back ? amount : type === again ? asCents(-amount) : ZERO)));
  return { refunded: sumOf("refund", "refund_failed"), chargedBack: sumOf("chargeback", "chargeback_reversed") };
}

const SIGNS: Readonly<Record<string, bigint>> = {
  refund: -1n,
  chargeback: -1n,
  refund_failed: 1n,
  chargeback_reversed: 1n,
};

function keptOfShare(book: Pick<Book, "booked">, share: PaymentShare): Cents {
  const ofClaim = book.booked.filter((fact) => fact.claimId === share.claimId);
  return asCents(ofClaim.reduce((kept, fact) => kept + (SIGNS[fact.type] ?? 0n) * fact.amount, share.amount as bigint));
}

function partsOf(book: Book, factKey: string): Part[] {
  const facts = book.booked.filter((fact) => fact.factKey === factKey);
  return facts.map(({ claimId, amount }) => ({ claimId, amount }));
}
