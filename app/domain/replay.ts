import {
  type Account,
  accrueAll,
  chargeInvoice,
  copyAccount,
  creditTiers,
  interestTiers,
  openAccount,
  payBackCredit,
  paymentTiers,
  place,
  type PlacedPart,
  settle,
  unusedCredit,
  useCredits,
  useWaivers,
} from "./account.ts";
import type { LocalDate } from "./calendar.ts";
import type { ClaimTerms } from "./claim-terms.ts";
import { costsDueDays, type CostsSoFar, fallDue } from "./costs-due.ts";
import { rateSteps } from "./law/interest-rate-steps.ts";
import type { InterestRate } from "./law/interest-rates.ts";
import {
  type CreditEntry,
  inLedgerOrder,
  isReversal,
  keptOf,
  type LedgerEntry,
  paymentHistories,
  type PaymentEntry,
  type PaymentHistory,
  refundsThatStand,
  type ReversalEntry,
  type WaiverEntry,
} from "./ledger.ts";
import { type Cents, largest, minus, sum, ZERO } from "./money.ts";

/** What decides a statement. */
export type StatementInput = {
  readonly terms: ClaimTerms;
  /** The whole ledger of the claim, in any order; what is later than `asOf` is left out. */
  readonly entries: readonly LedgerEntry[];
  readonly asOf: LocalDate;
  readonly rates: readonly InterestRate[];
};

/** The account on a day, with where each entry went. */
export type Replayed = {
  readonly account: Account;
  readonly costs: CostsSoFar;
  /** The entries up to and including the day, in ledger order. */
  readonly entries: readonly LedgerEntry[];
  /** By fact key. */
  readonly placed: ReadonlyMap<string, Placed>;
  /** What happened to each payment, without the refunds that took credit. */
  readonly payments: readonly KeptPayment[];
};

/** A payment whose money went back in part or not at all. */
export type KeptPayment = PaymentHistory & {
  /** Refunded from credit, which leaves the payment where it went. */
  readonly fromCredit: Cents;
};

/** Where an entry went, in the order in which it was used, and where the part of it that went back would have gone. */
export type Placed = { readonly used: readonly PlacedPart[]; readonly gone: readonly PlacedPart[] };

type Step = { readonly date: LocalDate; readonly entry: LedgerEntry | null };

type Replay = {
  readonly terms: ClaimTerms;
  readonly account: Account;
  readonly costs: CostsSoFar;
  readonly kept: ReadonlyMap<string, Cents>;
  readonly placed: Map<string, Placed>;
  /** Refunds that were to take credit, for which there was too little. */
  readonly short: string[];
};

/**
 * Replays the ledger from the first entry to the end of `asOf`. Money that has gone back by then (refund, chargeback)
 * counts as if it had never come: interest runs on, and costs that it kept away are due. A refund of no more than what
 * was overpaid on its day is the debtor's own money going back (BW 6:203): it takes credit, and nothing else changes.
 */
export function replay(input: StatementInput): Replayed {
  const replayed = replayEntries(input);
  accrueAll(replayed.account, input.asOf);
  return replayed;
}

/** As `replay`, but interest has come no further than the last entry, so that its running periods are not cut at `asOf`. */
export function replayEntries(input: StatementInput): Replayed {
  const entries = inLedgerOrder(input.entries.filter((entry) => entry.valueDate <= input.asOf));
  const histories = paymentHistories(entries);
  const fromCredit = new Map(histories.flatMap((history) => [...refundsThatStand(history)]));
  for (;;) {
    const payments = histories.map((history) => keptPayment(history, fromCredit));
    const { short, ...replayed } = replayOnce(input, { entries, payments, fromCredit });
    // With one more refund undone from the day of its payment there may be less credit for the others.
    for (const factKey of short) fromCredit.delete(factKey);
    if (short.length === 0) return replayed;
  }
}

function keptPayment({ payment, reversals }: PaymentHistory, fromCredit: ReadonlyMap<string, Cents>): KeptPayment {
  const [taken, others] = [reversals.filter(({ factKey }) => fromCredit.has(factKey)), reversals.filter(({ factKey }) => !fromCredit.has(factKey))]; // prettier-ignore
  return { payment, reversals: others, fromCredit: sum(taken.map(({ amount }) => amount)) };
}

type Ledger = {
  readonly entries: readonly LedgerEntry[];
  readonly payments: readonly KeptPayment[];
  readonly fromCredit: ReadonlyMap<string, Cents>;
};

function replayOnce(
  { terms, rates, asOf }: StatementInput,
  { entries, payments, fromCredit }: Ledger,
): Replayed & { short: readonly string[] } {
  const steps = rateSteps({ kind: terms.kind, interest: terms.interest, frozen: terms.interestFrozen, rates });
  const run: Replay = {
    terms,
    account: openAccount(),
    costs: { base: ZERO, dueSince: null, remainderWaived: false },
    kept: new Map(payments.map((kept) => [kept.payment.factKey, keptAfter(kept, kept.reversals)])),
    placed: new Map(),
    short: [],
  };
  const dated = entries.filter((entry) => !isReversal(entry) || fromCredit.has(entry.factKey));
  for (const { date, entry } of agenda(terms, dated, asOf)) {
    if (entry === null) fallDue(run.account, run.costs, { terms, on: date });
    else if (entry.type === "principal") chargeInvoice(run.account, entry, steps);
    else if (isReversal(entry)) bookFromCredit(run, entry);
    else book(run, entry);
    useWaivers(run.account);
    useCredits(run.account, date);
  }
  return { account: run.account, costs: run.costs, entries, placed: run.placed, payments, short: run.short };
}

/** What is kept of a payment after some of its reversals. What was refunded from credit did not go back twice. */
export function keptAfter({ payment, fromCredit }: KeptPayment, reversals: readonly ReversalEntry[]): Cents {
  return largest(fromCredit, keptOf(payment, reversals));
}

function bookFromCredit(run: Replay, { factKey, amount }: ReversalEntry): void {
  if (unusedCredit(run.account) < amount) {
    run.short.push(factKey);
    return;
  }
  payBackCredit(run.account, amount);
  run.placed.set(factKey, { used: [{ component: "credit", amount }], gone: [] });
}

/** On one day: what is charged, then costs that fall due, then credit notes, waivers and payments, then refunds of credit. */
function agenda(terms: ClaimTerms, entries: readonly LedgerEntry[], asOf: LocalDate): Step[] {
  const steps: Step[] = [];
  for (const entry of entries) steps.push({ date: entry.valueDate, entry });
  const charged = entries.filter((entry) => entry.type === "principal");
  for (const date of costsDueDays(terms, charged)) if (date <= asOf) steps.push({ date, entry: null });
  const rank = ({ entry }: Step) => (entry === null ? 1 : entry.type === "principal" ? 0 : 2);
  return steps.sort((left, right) =>
    left.date < right.date ? -1 : left.date > right.date ? 1 : rank(left) - rank(right),
  );
}

function book(run: Replay, entry: PaymentEntry | CreditEntry | WaiverEntry): void {
  switch (entry.type) {
    case "payment":
      return bookPayment(run, entry);
    case "credit":
      return bookCredit(run, entry);
    case "interest_waived": {
      accrueAll(run.account, entry.valueDate);
      const tiers = interestTiers(run.account.invoices);
      const { parts } = settle(run.account, { amount: entry.amount, tiers, how: "waived" });
      run.placed.set(entry.factKey, { used: parts, gone: [] });
      return;
    }
    case "costs_waived": {
      const parts: PlacedPart[] = [];
      run.account.waivers.push({ left: entry.amount, parts });
      run.placed.set(entry.factKey, { used: parts, gone: [] });
    }
  }
}

/** A payment stops interest on what it paid from the next day, so interest is first brought up to the day itself. */
function bookPayment(run: Replay, entry: PaymentEntry): void {
  const kept = run.kept.get(entry.factKey) ?? entry.amount;
  if (entry.unasked) return bookUnasked(run, entry, kept);
  const parts: PlacedPart[] = [];
  if (kept > 0n) {
    accrueAll(run.account, entry.valueDate);
    const tiers = paymentTiers(run.account, entry.designation);
    const settled = settle(run.account, { amount: kept, tiers, how: "paid" });
    parts.push(...settled.parts, ...asCredit(settled.left));
    if (settled.left > 0n) run.account.credits.push({ how: "paid", parts });
  }
  const gone = minus(entry.amount, kept);
  run.placed.set(entry.factKey, { used: parts, gone: gone > 0n ? wouldHavePaid(run, entry, gone) : [] });
}

function bookUnasked(run: Replay, entry: PaymentEntry, kept: Cents): void {
  const parts = asCredit(kept);
  if (kept > 0n) run.account.credits.push({ how: "paid", parts, kept: true });
  run.placed.set(entry.factKey, { used: parts, gone: asCredit(minus(entry.amount, kept)) });
}

/** Where the part that went back would have gone: shown with the payment, and taken back by the reversal. */
function wouldHavePaid(run: Replay, entry: PaymentEntry, gone: Cents): PlacedPart[] {
  const copy = copyAccount(run.account);
  accrueAll(copy, entry.valueDate);
  const { parts, left } = place(gone, paymentTiers(copy, entry.designation));
  return [...parts, ...asCredit(left)];
}

function bookCredit(run: Replay, entry: CreditEntry): void {
  accrueAll(run.account, entry.valueDate);
  const tiers = creditTiers(run.account, entry.invoiceId);
  const settled = settle(run.account, { amount: entry.amount, tiers, how: "waived" });
  const parts = [...settled.parts, ...asCredit(settled.left)];
  if (settled.left > 0n) run.account.credits.push({ how: "waived", parts });
  run.placed.set(entry.factKey, { used: parts, gone: [] });
}

function asCredit(left: Cents): PlacedPart[] {
  return left > 0n ? [{ component: "credit", amount: left }] : [];
}
