import type { LocalDate } from "./calendar.ts";
import type { RateStep } from "./law/interest-rate-steps.ts";
import { fill, type OpenPart } from "./law/imputation.ts";
import {
  accrue,
  type AccruedPeriod,
  copyInterest,
  openInterest,
  type RunningInterest,
  settlePeriod,
  startInterest,
} from "./law/statutory-interest.ts";
import type { PrincipalEntry } from "./ledger.ts";
import { type Cents, minus, plus, smallest, sum, ZERO } from "./money.ts";

/** Where an amount went. Sums to the amount of its entry. */
export type Allocation = {
  readonly costs: Cents;
  readonly vat: Cents;
  readonly interest: Cents;
  readonly principal: Cents;
  readonly credit: Cents;
};

/** An amount owed and how it was settled: open = total − waived − paid. For principal, waived is what was credited. */
export type Owed = { total: Cents; waived: Cents; paid: Cents };

export type InvoiceAccount = {
  readonly charged: PrincipalEntry;
  readonly principal: Owed;
  readonly interest: RunningInterest;
  /** Of interest, only what was settled is kept here; the total is that of its periods. */
  readonly interestSettled: { waived: Cents; paid: Cents };
};

/** Part of an entry and where it went, in the order in which it was used. */
export type PlacedPart = {
  readonly component: keyof Allocation;
  readonly amount: Cents;
  /** Credit that was paid back: it is set against nothing any more. */
  readonly paidBack?: true;
};

/** Money or credit that was more than what was open. Kept is the debtor's; the other waits for something to be set against. */
export type UnusedCredit = { readonly how: Settlement; readonly parts: PlacedPart[]; readonly kept?: true };

/** Costs the creditor gave up that have not fallen due yet. */
export type UnusedWaiver = { left: Cents; readonly parts: PlacedPart[] };

export type Settlement = "paid" | "waived";

/** The state of a claim while its ledger is replayed. */
export type Account = {
  readonly invoices: InvoiceAccount[];
  readonly costs: Owed;
  readonly vat: Owed;
  readonly credits: UnusedCredit[];
  readonly waivers: UnusedWaiver[];
};

type Target =
  | { readonly component: "costs" | "vat" }
  | { readonly component: "interest"; readonly invoice: InvoiceAccount; readonly period: AccruedPeriod }
  | { readonly component: "principal"; readonly invoice: InvoiceAccount };

export type Tiers = readonly (readonly OpenPart<Target>[])[];

export function openAccount(): Account {
  return { invoices: [], costs: nothingOwed(), vat: nothingOwed(), credits: [], waivers: [] };
}

export const openOf = (owed: Owed): Cents => minus(minus(owed.total, owed.waived), owed.paid);

/** Charges an invoice; the invoices stay ordered by due day, equal ones as charged. */
export function chargeInvoice(account: Account, entry: PrincipalEntry, steps: readonly RateStep[]): InvoiceAccount {
  const invoice = {
    charged: entry,
    principal: { ...nothingOwed(), total: entry.amount },
    interest: startInterest({ dueOn: entry.dueOn, steps }),
    interestSettled: { waived: ZERO, paid: ZERO },
  };
  const later = account.invoices.findIndex((other) => other.charged.dueOn > entry.dueOn);
  account.invoices.splice(later < 0 ? account.invoices.length : later, 0, invoice);
  return invoice;
}

/** Brings the interest of every invoice up to and including that day, and ends the running periods there. */
export function accrueAll(account: Account, until: LocalDate): void {
  for (const invoice of account.invoices) accrue(invoice.interest, openOf(invoice.principal), until);
}

/** Open interest of some invoices at the end of a day, without cutting their running periods. */
export function interestOpenOn(invoices: readonly InvoiceAccount[], on: LocalDate): Cents {
  return sum(
    invoices.map((invoice) => {
      const copy = copyInterest(invoice.interest);
      accrue(copy, openOf(invoice.principal), on);
      return openInterest(copy);
    }),
  );
}

/** A copy whose further movements leave the original as it is. */
export function copyAccount(account: Account): Account {
  return {
    invoices: account.invoices.map((invoice) => ({
      charged: invoice.charged,
      principal: { ...invoice.principal },
      interest: copyInterest(invoice.interest),
      interestSettled: { ...invoice.interestSettled },
    })),
    costs: { ...account.costs },
    vat: { ...account.vat },
    credits: [],
    waivers: [],
  };
}

/**
 * Where a payment goes (BW 6:43, 6:44): costs and their VAT; then, of the invoices the debtor named, interest and
 * principal; then of all others. The oldest interest first; principal of the invoice that was due first, which at one
 * rate within a claim is the legal order; equals in proportion.
 */
export function paymentTiers(account: Account, designation: readonly string[]): Tiers {
  const named = account.invoices.filter((invoice) => designation.includes(invoice.charged.invoiceId));
  const others = account.invoices.filter((invoice) => !named.includes(invoice));
  return [
    [{ part: { component: "costs" }, open: openOf(account.costs) }],
    [{ part: { component: "vat" }, open: openOf(account.vat) }],
    ...[named, others].flatMap((invoices) => [...interestTiers(invoices), ...principalTiers(invoices)]),
  ];
}

/** Where a credit note goes: the principal it is for; what is more than that, like a payment. */
export function creditTiers(account: Account, invoiceId: string | null): Tiers {
  const named = account.invoices.filter((invoice) => invoiceId === null || invoice.charged.invoiceId === invoiceId);
  const others = account.invoices.filter((invoice) => !named.includes(invoice));
  return [
    ...principalTiers(named),
    [{ part: { component: "costs" }, open: openOf(account.costs) }],
    [{ part: { component: "vat" }, open: openOf(account.vat) }],
    ...interestTiers(account.invoices),
    ...principalTiers(others),
  ];
}

/** Costs and VAT given up together, in proportion, so that the VAT stays that of the costs. */
export function costsTiers(account: Account): Tiers {
  return [
    [
      { part: { component: "costs" }, open: openOf(account.costs) },
      { part: { component: "vat" }, open: openOf(account.vat) },
    ],
  ];
}

/** Interest, the oldest first; of equal age in proportion. */
export function interestTiers(invoices: readonly InvoiceAccount[]): OpenPart<Target>[][] {
  const byAge = new Map<LocalDate, OpenPart<Target>[]>();
  for (const invoice of invoices) {
    for (const period of invoice.interest.unpaid) {
      const part = { part: { component: "interest" as const, invoice, period }, open: period.open };
      const tier = byAge.get(period.period.from);
      if (tier) tier.push(part);
      else byAge.set(period.period.from, [part]);
    }
  }
  return [...byAge.keys()].sort().map((from) => byAge.get(from) ?? []);
}

function principalTiers(invoices: readonly InvoiceAccount[]): OpenPart<Target>[][] {
  const byDueDay = new Map<LocalDate, OpenPart<Target>[]>();
  for (const invoice of invoices) {
    const part = { part: { component: "principal" as const, invoice }, open: openOf(invoice.principal) };
    const tier = byDueDay.get(invoice.charged.dueOn);
    if (tier) tier.push(part);
    else byDueDay.set(invoice.charged.dueOn, [part]);
  }
  return [...byDueDay.values()];
}

/** Where an amount would go, without moving anything. */
export function place(amount: Cents, tiers: Tiers): { parts: PlacedPart[]; left: Cents } {
  const { portions, left } = fill(amount, tiers);
  return { parts: portions.map(({ part, amount: share }) => ({ component: part.component, amount: share })), left };
}

/** Sets an amount against the tiers. */
export function settle(
  account: Account,
  { amount, tiers, how }: { readonly amount: Cents; readonly tiers: Tiers; readonly how: Settlement },
): { parts: PlacedPart[]; left: Cents } {
  const { portions, left } = fill(amount, tiers);
  for (const { part, amount: share } of portions) settleTarget(account, part, { share, how });
  return { parts: portions.map(({ part, amount: share }) => ({ component: part.component, amount: share })), left };
}

function settleTarget(account: Account, target: Target, { share, how }: { share: Cents; how: Settlement }): void {
  switch (target.component) {
    case "costs":
    case "vat":
      account[target.component][how] = plus(account[target.component][how], share);
      return;
    case "interest":
      settlePeriod(target.invoice.interest, target.period, share);
      target.invoice.interestSettled[how] = plus(target.invoice.interestSettled[how], share);
      return;
    case "principal":
      target.invoice.principal[how] = plus(target.invoice.principal[how], share);
  }
}

/** Sets what was overpaid earlier, the oldest first, against what has been charged or fallen due since. */
export function useCredits(account: Account, on: LocalDate): void {
  const waiting = account.credits.filter(({ kept, parts }) => kept !== true && parts.some(isUnused));
  if (waiting.length === 0) return;
  accrueAll(account, on);
  for (const { how, parts } of waiting) {
    const index = parts.findIndex(isUnused);
    const credit = parts[index];
    if (credit === undefined) continue;
    const used = settle(account, { amount: credit.amount, tiers: paymentTiers(account, []), how });
    const left: PlacedPart[] = used.left > 0n ? [{ component: "credit", amount: used.left }] : [];
    parts.splice(index, 1, ...used.parts, ...left);
  }
}

/** What was overpaid and is not used: the debtor's money. */
export function unusedCredit(account: Account): Cents {
  const parts = account.credits.flatMap((credit) => credit.parts);
  return sum(parts.filter(isUnused).map((part) => part.amount));
}

/** Pays unused credit back, the oldest first, as far as there is any. */
export function payBackCredit(account: Account, amount: Cents): void {
  let left = amount;
  for (const { parts } of account.credits) {
    const index = parts.findIndex(isUnused);
    const credit = parts[index];
    if (credit === undefined || left === ZERO) continue;
    const back = smallest(left, credit.amount);
    left = minus(left, back);
    const rest: PlacedPart[] = back < credit.amount ? [{ ...credit, amount: minus(credit.amount, back) }] : [];
    parts.splice(index, 1, ...rest, { component: "credit", amount: back, paidBack: true });
  }
}

const isUnused = (part: PlacedPart): boolean => part.component === "credit" && part.paidBack !== true;

/** Sets costs given up, the oldest first, against costs that are due. */
export function useWaivers(account: Account): void {
  for (const waiver of account.waivers) {
    const open = plus(openOf(account.costs), openOf(account.vat));
    const amount = smallest(waiver.left, open);
    waiver.parts.push(...settle(account, { amount, tiers: costsTiers(account), how: "waived" }).parts);
    waiver.left = minus(waiver.left, amount);
  }
}

function nothingOwed(): Owed {
  return { total: ZERO, waived: ZERO, paid: ZERO };
}
