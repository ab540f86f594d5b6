import type { Allocation } from "#app/domain/account.ts";
import type { LocalDate } from "#app/domain/calendar.ts";
import type { EventType } from "#app/domain/events.ts";
import { type Cents, minus, toDecimal, ZERO } from "#app/domain/money.ts";
import type { Statement } from "#app/domain/statement.ts";
import type { NewEvent } from "#app/server/events/append-event.server.ts";

/** A payment as one of its claims sees it. */
export type PaymentOfClaim = {
  readonly id: string;
  readonly method: string;
  readonly reference: string | null;
  /** The part of the payment that is for this claim. */
  readonly share: Cents;
};

type MoneyFact = {
  readonly type: "payment" | "refund" | "refund_failed" | "chargeback" | "chargeback_reversed";
  readonly factKey: string;
  readonly valueDate: LocalDate;
  readonly amount: Cents;
};

/** One fact, with the claim's amounts just before and just after it was booked. */
export type BookedStep = { readonly fact: MoneyFact; readonly before: Statement; readonly after: Statement };

/**
 * What the creditor is told of money that was booked on one claim: the fact with its allocation and what is open now, and
 * `payment.overpaid` where more came than was open. Amounts are decimal strings in euro.
 */
export function bookedPaymentEvents(booked: {
  payment: PaymentOfClaim;
  steps: readonly BookedStep[];
  at: Date;
}): NewEvent[] {
  const { payment, at } = booked;
  return booked.steps.flatMap(({ fact, before, after }) => {
    const amounts = {
      allocation: allocationOf(fact, after),
      open: toDecimal(after.open),
      credit: toDecimal(after.credit),
    };
    const event = { type: EVENT_OF[fact.type], occurredAt: at, data: { ...factData(payment, fact), ...amounts } };
    if (fact.type !== "payment" || after.credit <= before.credit) return [event];
    const overpaid = toDecimal(minus(after.credit, before.credit));
    const data = { payment: { id: payment.id }, overpaid, open: amounts.open, credit: amounts.credit };
    return [event, { type: "payment.overpaid" as const, occurredAt: at, data }];
  });
}

/** A refund that never went: nothing of it is booked, and nothing of the claim has changed. */
export function cancelledRefundEvent(cancelled: {
  payment: PaymentOfClaim;
  refund: { readonly id: string; readonly amount: Cents; readonly on: LocalDate };
  statement: Statement;
  at: Date;
}): NewEvent {
  const { payment, refund, statement, at } = cancelled;
  const nothing = toDecimal(ZERO);
  const data = {
    payment: paymentData(payment),
    refund: { ...refund, amount: toDecimal(refund.amount), status: "cancelled" },
    allocation: { costs: nothing, vat: nothing, interest: nothing, principal: nothing, credit: nothing },
    open: toDecimal(statement.open),
    credit: toDecimal(statement.credit),
  };
  return { type: "payment.refunded", occurredAt: at, data };
}

/** An attempt that ended without money. */
export function failedPaymentEvent(failed: {
  payment: PaymentOfClaim;
  reason: "failed" | "expired" | "cancelled";
  at: Date;
}): NewEvent {
  const { id, method, share } = failed.payment;
  const data = { payment: { id, amount: toDecimal(share), method }, reason: failed.reason };
  return { type: "payment.failed", occurredAt: failed.at, data };
}

/** A refund that did not arrive and came back has no event of its own: it is told as `payment.refunded` with status `failed`. */
const EVENT_OF = {
  payment: "payment.paid",
  refund: "payment.refunded",
  refund_failed: "payment.refunded",
  chargeback: "payment.charged_back",
  chargeback_reversed: "payment.chargeback_reversed",
} as const satisfies Record<MoneyFact["type"], EventType>;

function paymentData({ id, method, reference, share }: PaymentOfClaim): Record<string, unknown> {
  return { id, amount: toDecimal(share), method, ...(reference === null ? {} : { reference }) };
}

function factData(payment: PaymentOfClaim, fact: MoneyFact): Record<string, unknown> {
  const of = paymentData(payment);
  const back = { id: fact.factKey.split(":", 1)[0], amount: toDecimal(fact.amount), on: fact.valueDate };
  switch (fact.type) {
    case "payment":
      return { payment: { ...of, paidOn: fact.valueDate } };
    case "refund":
    case "refund_failed":
      return { payment: of, refund: { ...back, status: fact.type === "refund" ? "refunded" : "failed" } };
    case "chargeback":
    case "chargeback_reversed":
      return { payment: of, chargeback: back };
  }
}

function allocationOf(fact: MoneyFact, after: Statement): Record<keyof Allocation, string> {
  const entry = after.entries.find(({ factKey }) => factKey === fact.factKey);
  if (!entry) throw new Error(`the statement lacks ${fact.factKey}, booked just now`);
  const { costs, vat, interest, principal, credit } = entry.allocation;
  return {
    costs: toDecimal(costs),
    vat: toDecimal(vat),
    interest: toDecimal(interest),
    principal: toDecimal(principal),
    credit: toDecimal(credit),
  };
}
