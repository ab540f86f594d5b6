import { accrueAll, interestOpenOn, openOf, type InvoiceAccount, type Owed, unusedCredit } from "./account.ts";
import { addDays, type LocalDate } from "./calendar.ts";
import { costsState, type CostsState } from "./costs-due.ts";
import { collectionCosts, vatRateOn } from "./law/collection-costs.ts";
import { openInterest, totalInterest } from "./law/statutory-interest.ts";
import { type Cents, minus, sum } from "./money.ts";
import type { Rate } from "./rate.ts";
import { replay, type Replayed, replayEntries, type StatementInput } from "./replay.ts";
import { statementEntries, type StatementEntry } from "./statement-entries.ts";

/** One printed period. `amount` is base × rate × days / yearDays, half up, so that a debtor can do it again by hand. */
export type InterestLine = {
  readonly invoiceId: string;
  readonly from: LocalDate;
  /** Included. */
  readonly to: LocalDate;
  readonly days: number;
  readonly rate: Rate;
  /** Open principal plus unpaid interest of completed interest years. */
  readonly base: Cents;
  /** Days of the running interest year: 365, or 366 when it holds a 29 February. */
  readonly yearDays: number;
  readonly amount: Cents;
};

export type InvoiceBalance = {
  readonly invoiceId: string;
  readonly issuedOn: LocalDate;
  readonly dueOn: LocalDate;
  readonly total: Cents;
  readonly credited: Cents;
  readonly paid: Cents;
  readonly open: Cents;
  readonly interestOpen: Cents;
};

/** The amounts of a claim as of the end of a day. In each part total − credited or waived − paid = open, and none is negative. */
export type Statement = {
  readonly asOf: LocalDate;
  readonly principal: { readonly total: Cents; readonly credited: Cents; readonly paid: Cents; readonly open: Cents };
  readonly interest: {
    /** Sum of the lines. */
    readonly total: Cents;
    readonly waived: Cents;
    readonly paid: Cents;
    readonly open: Cents;
    readonly lines: readonly InterestLine[];
  };
  readonly costs: {
    readonly total: Cents;
    readonly waived: Cents;
    readonly paid: Cents;
    readonly open: Cents;
    readonly state: CostsState;
    readonly dueFrom: LocalDate | null;
    /** Principal over which the costs were worked out; zero while they are not due. */
    readonly base: Cents;
    /** The tariff of the law over `base`. */
    readonly tariff: Cents;
  };
  readonly vat: {
    readonly rate: Rate;
    readonly total: Cents;
    readonly waived: Cents;
    readonly paid: Cents;
    readonly open: Cents;
  };
  readonly invoices: readonly InvoiceBalance[];
  readonly entries: readonly StatementEntry[];
  /** All that can be asked on this day. Zero whenever `credit` is not. */
  readonly open: Cents;
  /** Overpaid: the debtor's money. */
  readonly credit: Cents;
};

/**
 * The amounts of a claim as of the end of `asOf`, from its ledger alone: what is later changes nothing, and the order of
 * the entries in the list does not matter. Interest per invoice by its dated rates (BW 6:119, 6:119a), collection costs
 * over the principal that was open when they fell due (BW 6:96), payments set against costs, interest and principal
 * (BW 6:43, 6:44).
 */
export function statementAsOf(input: StatementInput): Statement {
  return statementOf(replay(input), input);
}

/** The statement, and what the next day adds in interest when nothing is paid: the "each day" figure of the page. */
export function statementWithNextDay(input: StatementInput): { statement: Statement; interestOfNextDay: Cents } {
  const replayed = replayEntries(input);
  const { account } = replayed;
  const openOnNextDay = interestOpenOn(account.invoices, addDays(input.asOf, 1));
  accrueAll(account, input.asOf);
  const statement = statementOf(replayed, input);
  return { statement, interestOfNextDay: minus(openOnNextDay, statement.interest.open) };
}

function statementOf(replayed: Replayed, { terms, asOf }: StatementInput): Statement {
  const { account } = replayed;
  const { state, dueFrom } = costsState(account, replayed.costs, { terms, on: asOf });
  const principal = owedTogether(account.invoices.map((invoice) => invoice.principal));
  const interest = owedTogether(account.invoices.map(interestOwed));
  const costsDueOn = replayed.costs.dueSince ?? dueFrom ?? asOf;
  return {
    asOf,
    principal: { total: principal.total, credited: principal.waived, paid: principal.paid, open: openOf(principal) },
    interest: { ...interest, open: openOf(interest), lines: account.invoices.flatMap(interestLines) },
    costs: {
      ...account.costs,
      open: openOf(account.costs),
      state,
      dueFrom,
      base: replayed.costs.base,
      tariff: collectionCosts(replayed.costs.base, costsDueOn),
    },
    vat: { rate: vatRateOn(costsDueOn), ...account.vat, open: openOf(account.vat) },
    invoices: account.invoices.map(invoiceBalance),
    entries: statementEntries(replayed),
    open: sum([principal, interest, account.costs, account.vat].map(openOf)),
    credit: unusedCredit(account),
  };
}

function interestOwed(invoice: InvoiceAccount): Owed {
  return { total: totalInterest(invoice.interest), ...invoice.interestSettled };
}

function interestLines(invoice: InvoiceAccount): InterestLine[] {
  return invoice.interest.periods.map((period) => ({ invoiceId: invoice.charged.invoiceId, ...period }));
}

function invoiceBalance(invoice: InvoiceAccount): InvoiceBalance {
  const { charged, principal, interest } = invoice;
  return {
    invoiceId: charged.invoiceId,
    issuedOn: charged.issuedOn,
    dueOn: charged.dueOn,
    total: principal.total,
    credited: principal.waived,
    paid: principal.paid,
    open: openOf(principal),
    interestOpen: openInterest(interest),
  };
}

function owedTogether(parts: readonly Owed[]): Owed {
  return {
    total: sum(parts.map((part) => part.total)),
    waived: sum(parts.map((part) => part.waived)),
    paid: sum(parts.map((part) => part.paid)),
  };
}
