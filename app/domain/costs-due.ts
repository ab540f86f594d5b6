import { addDays, earlier, type LocalDate, later } from "./calendar.ts";
import { type Account, interestOpenOn, type InvoiceAccount, openOf } from "./account.ts";
import type { ClaimTerms, Period } from "./claim-terms.ts";
import { collectionCosts, vatOnCosts } from "./law/collection-costs.ts";
import { noticeTerm } from "./law/notice.ts";
import type { PrincipalEntry } from "./ledger.ts";
import { type Cents, plus, smallest, sum, ZERO } from "./money.ts";

/**
 * due: asked. notice_running: the term of the notice still runs. no_notice: a consumer without a (timely) notice.
 * waived: a remainder too small to ask costs over, or given up by the creditor. none: not agreed, not yet (held back by
 * an arrangement, for instance), or paid in time.
 */
export type CostsState = "due" | "notice_running" | "no_notice" | "waived" | "none";

/** What has become of the collection costs so far. */
export type CostsSoFar = { base: Cents; dueSince: LocalDate | null; remainderWaived: boolean };

/**
 * The days on which costs fall due. A consumer: once, after the term of the notice. A business: from the day after the
 * term of each invoice (BW 6:96 lid 4), over the principal of the invoices that were late by then, added up. A day in
 * a held period moves to the first day after it; while that is not known, there is none.
 */
export function costsDueDays(terms: ClaimTerms, charged: readonly PrincipalEntry[]): LocalDate[] {
  if (terms.collectionCosts.type === "none") return [];
  const { noticeDeliveredOn } = terms.collectionCosts;
  const days =
    terms.kind === "commercial"
      ? charged.map((invoice) => commercialDueDay(invoice, terms))
      : [noticeDeliveredOn === null ? null : consumerDueDay(noticeDeliveredOn, terms)];
  return [...new Set(days.filter((date) => date !== null))];
}

/** Makes the costs fall due, at the start of `on`, over the principal that is open then. */
export function fallDue(
  account: Account,
  soFar: CostsSoFar,
  { terms, on }: { terms: ClaimTerms; on: LocalDate },
): void {
  const { collectionCosts: asked } = terms;
  if (asked.type === "none") return;
  const late = lateInvoices(account.invoices, terms, on);
  const open = sum(late.map((invoice) => openOf(invoice.principal)));
  if (open === ZERO) return;
  if (isRemainder(late, { open, terms, on })) {
    soFar.remainderWaived = true;
    return;
  }
  soFar.base = plus(soFar.base, open);
  soFar.dueSince ??= on;
  const tariff = collectionCosts(soFar.base, soFar.dueSince);
  const fixed = asked.type === "fixed" ? asked.amount : tariff;
  account.costs.total = terms.kind === "consumer" ? smallest(fixed, tariff) : fixed;
  account.vat.total = terms.canDeductVat ? ZERO : vatOnCosts(account.costs.total, soFar.dueSince);
}

/**
 * How the costs stand at the end of `on`, and from which day they are or will be asked; null when no such day is known.
 * A hold that began later does not change what was announced on that day.
 */
export function costsState(
  account: Account,
  soFar: CostsSoFar,
  { terms: allTerms, on }: { terms: ClaimTerms; on: LocalDate },
): { state: CostsState; dueFrom: LocalDate | null } {
  const terms = { ...allTerms, costsHeld: allTerms.costsHeld.filter(({ from }) => from <= on) };
  const { collectionCosts: asked } = terms;
  if (asked.type === "none") return { state: "none", dueFrom: null };
  if (soFar.dueSince !== null) {
    const state = account.costs.total > 0n && account.costs.waived === account.costs.total ? "waived" : "due";
    return { state, dueFrom: soFar.dueSince };
  }
  if (terms.kind === "commercial") {
    const upcoming = account.invoices
      .filter((invoice) => openOf(invoice.principal) > 0n)
      .map((invoice) => commercialDueDay(invoice.charged, terms))
      .filter((date) => date !== null)
      .filter((date) => date > on);
    const dueFrom = upcoming.length > 0 ? upcoming.reduce(earlier) : null;
    return { state: soFar.remainderWaived ? "waived" : "none", dueFrom };
  }
  return consumerState(account, soFar, { terms, noticeDeliveredOn: asked.noticeDeliveredOn, on });
}

/** Held costs are neither due nor announced by a running term: "none" once that has passed, with the day they return. */
function consumerState(
  account: Account,
  soFar: CostsSoFar,
  { terms, noticeDeliveredOn, on }: { terms: ClaimTerms; noticeDeliveredOn: LocalDate | null; on: LocalDate },
): { state: CostsState; dueFrom: LocalDate | null } {
  if (noticeDeliveredOn === null || noticeDeliveredOn > on) return { state: "no_notice", dueFrom: null };
  const covered = account.invoices.filter((invoice) => isCovered(invoice.charged, noticeDeliveredOn));
  if (covered.length === 0) return { state: "no_notice", dueFrom: null };
  const dueFrom = consumerDueDay(noticeDeliveredOn, terms);
  if (soFar.remainderWaived) return { state: "waived", dueFrom };
  const isPaid = covered.every((invoice) => openOf(invoice.principal) === ZERO);
  if (isPaid || (dueFrom !== null && on >= dueFrom)) return { state: "none", dueFrom: null };
  return { state: on < noticeTerm(noticeDeliveredOn).costsDueFrom ? "notice_running" : "none", dueFrom };
}

function lateInvoices(invoices: readonly InvoiceAccount[], terms: ClaimTerms, on: LocalDate): InvoiceAccount[] {
  if (terms.kind === "commercial") return invoices.filter((invoice) => commercialDueDay(invoice.charged, terms) === on);
  const notice = terms.collectionCosts.type === "none" ? null : terms.collectionCosts.noticeDeliveredOn;
  return invoices.filter((invoice) => notice !== null && isCovered(invoice.charged, notice));
}

/** A notice counts only for invoices that were already late when it came (BW 6:96 lid 6: after default has begun). */
export function isCovered(invoice: { readonly dueOn: LocalDate }, noticeDeliveredOn: LocalDate): boolean {
  return invoice.dueOn < noticeDeliveredOn;
}

function commercialDueDay(entry: PrincipalEntry, { costsHeld }: ClaimTerms): LocalDate | null {
  return firstDayNotHeld(later(addDays(entry.dueOn, 1), entry.valueDate), costsHeld);
}

function consumerDueDay(noticeDeliveredOn: LocalDate, { costsHeld }: ClaimTerms): LocalDate | null {
  return firstDayNotHeld(noticeTerm(noticeDeliveredOn).costsDueFrom, costsHeld);
}

/** The day itself, or the first one after the periods that hold it; null when they have no end yet. */
function firstDayNotHeld(on: LocalDate, held: readonly Period[]): LocalDate | null {
  const holding = held.find(({ from, to }) => from <= on && (to === null || on <= to));
  if (holding === undefined) return on;
  return holding.to === null ? null : firstDayNotHeld(addDays(holding.to, 1), held);
}

/** Most was settled in time and what is left, interest included, is less than the creditor asks costs over. */
function isRemainder(
  late: readonly InvoiceAccount[],
  { open, terms, on }: { open: Cents; terms: ClaimTerms; on: LocalDate },
): boolean {
  const charged = sum(late.map((invoice) => invoice.principal.total));
  if (open === charged || open >= terms.waiveCostsIfRemainderBelow) return false;
  return plus(open, interestOpenOn(late, addDays(on, -1))) < terms.waiveCostsIfRemainderBelow;
}
