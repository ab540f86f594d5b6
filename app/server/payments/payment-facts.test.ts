import { expect, test } from "vitest";
import { day } from "#app/domain/calendar.ts";
import { asCents } from "#app/domain/money.ts";
import { type BookedFact, newPaymentFacts, type PaymentFact, type PaymentShare } from "./payment-facts.server.ts";
import type { ProviderChargeback, ProviderPayment, ProviderRefund } from "./payment-provider.server.ts";

const attemptedAt = new Date("2026-11-22T10:00:00Z");
const one: PaymentShare[] = [{ claimId: "clm_1", amount: asCents(10_000n), invoiceIds: ["inv_1"] }];
const two: PaymentShare[] = [
  { claimId: "clm_1", amount: asCents(7_000n), invoiceIds: [] },
  { claimId: "clm_2", amount: asCents(3_000n), invoiceIds: [] },
];

function seen(more: Partial<ProviderPayment>): ProviderPayment {
  return {
    providerId: "tr_1",
    status: "open",
    amount: asCents(10_000n),
    currency: "EUR",
    amountText: "100.00",
    live: false,
    profileId: "pfl_1",
    attemptId: "pay_1",
    method: "ideal",
    customerId: null,
    mandateId: null,
    checkoutUrl: null,
    qrSource: null,
    createdAt: attemptedAt,
    expiresAt: null,
    paidAt: null,
    cancelable: false,
    refunds: [],
    chargebacks: [],
    ...more,
  };
}

const paid = (more: Partial<ProviderPayment> = {}) =>
  seen({ status: "paid", paidAt: new Date("2026-11-22T10:05:00Z"), ...more });

function refund(id: string, amount: bigint, status: ProviderRefund["status"] = "refunded"): ProviderRefund {
  return { id, refundId: null, amount: asCents(amount), status, createdAt: new Date("2026-11-25T09:00:00Z") };
}

function chargeback(id: string, amount: bigint, reversed = false): ProviderChargeback {
  const reversedAt = reversed ? new Date("2026-12-20T09:00:00Z") : null;
  return { id, amount: asCents(amount), createdAt: new Date("2026-12-01T09:00:00Z"), reversedAt };
}

function facts(payment: ProviderPayment, more: { shares?: PaymentShare[]; booked?: BookedFact[] } = {}): PaymentFact[] {
  const { shares = one, booked = [] } = more;
  const quotedOn = day("2026-11-22");
  return newPaymentFacts({ seen: payment, shares, booked, quotedOn, attemptedAt, today: day("2027-01-01") });
}

const written = (list: readonly PaymentFact[]) => list.map((fact) => `${fact.factKey}@${fact.claimId} ${fact.amount} ${fact.valueDate}`); // prettier-ignore

test("only money makes a fact: whatever else the provider says, there is none", () => {
  for (const status of ["open", "failed", "cancelled", "expired"] as const) expect(facts(seen({ status }))).toEqual([]);
});

test("a payment is booked once, with the invoices the debtor chose", () => {
  const [fact] = facts(paid());
  expect(fact).toEqual({
    type: "payment",
    claimId: "clm_1",
    factKey: "tr_1:paid",
    valueDate: "2026-11-22",
    amount: 10_000n,
    designation: ["inv_1"],
    paidAt: new Date("2026-11-22T10:05:00Z"),
  });
  expect(facts(paid(), { booked: fact ? [fact] : [] })).toEqual([]);
});

test("paid within a day counts for the day that was quoted, later for the Dutch day of payment", () => {
  const at = (time: string) => facts(paid({ paidAt: new Date(time) }))[0]?.valueDate;
  expect(at("2026-11-22T23:30:00Z")).toBe("2026-11-22");
  expect(at("2026-11-23T10:00:00Z")).toBe("2026-11-22");
  expect(at("2026-11-23T10:00:01Z")).toBe("2026-11-23");
  expect(at("2026-11-24T23:30:00Z")).toBe("2026-11-25");
});

test("nothing is booked on a day that has not come", () => {
  const ahead = paid({ paidAt: new Date("2027-01-03T10:00:00Z") });
  expect(facts(ahead)[0]?.valueDate).toBe("2027-01-01");
});

test("refunds count when the money has gone, and again when it came back", () => {
  expect(written(facts(paid({ refunds: [refund("re_1", 2_500n, "pending")] })))).toEqual([
    "tr_1:paid@clm_1 10000 2026-11-22",
  ]);
  const gone = facts(paid({ refunds: [refund("re_1", 2_500n)] }));
  expect(written(gone)).toEqual(["tr_1:paid@clm_1 10000 2026-11-22", "re_1:refunded@clm_1 2500 2026-11-25"]);
  const failed = paid({ refunds: [refund("re_1", 2_500n, "failed")] });
  expect(written(facts(failed, { booked: gone }))).toEqual(["re_1:failed@clm_1 2500 2026-11-25"]);
  expect(facts(failed)).toHaveLength(1);
});

test("a chargeback seen only after it was reversed is booked with its reversal", () => {
  expect(written(facts(paid({ chargebacks: [chargeback("chb_1", 10_000n, true)] })))).toEqual([
    "tr_1:paid@clm_1 10000 2026-11-22",
    "chb_1:chargeback@clm_1 10000 2026-12-01",
    "chb_1:reversed@clm_1 10000 2026-12-20",
  ]);
});

test("what goes back is taken from the last claim first, and comes back to where it was", () => {
  const payment = paid({ refunds: [refund("re_1", 4_000n)], chargebacks: [chargeback("chb_1", 6_000n, true)] });
  expect(written(facts(payment, { shares: two }))).toEqual([
    "tr_1:paid@clm_1 7000 2026-11-22",
    "tr_1:paid@clm_2 3000 2026-11-22",
    "re_1:refunded@clm_2 3000 2026-11-25",
    "re_1:refunded@clm_1 1000 2026-11-25",
    "chb_1:chargeback@clm_1 6000 2026-12-01",
    "chb_1:reversed@clm_1 6000 2026-12-20",
  ]);
});

test("a refund beyond what was paid is booked whole, the rest on the first claim", () => {
  expect(written(facts(paid({ refunds: [refund("re_1", 12_000n)] }), { shares: two }))).toEqual([
    "tr_1:paid@clm_1 7000 2026-11-22",
    "tr_1:paid@clm_2 3000 2026-11-22",
    "re_1:refunded@clm_2 3000 2026-11-25",
    "re_1:refunded@clm_1 9000 2026-11-25",
  ]);
});

test("all orders of open, failed, expired, paid, refund and chargeback with repeats give the same facts (T32)", () => {
  const truth = paid({ refunds: [refund("re_1", 2_000n)], chargebacks: [chargeback("chb_1", 5_000n, true)] });
  const told: ProviderPayment[] = [
    seen({ status: "open" }),
    seen({ status: "failed" }),
    seen({ status: "expired" }),
    paid(),
    paid({ refunds: [refund("re_1", 2_000n)] }),
    paid({ chargebacks: [chargeback("chb_1", 5_000n)] }),
    truth,
  ];
  const expected = written(facts(truth)).sort();
  let orders = 0;
  for (const order of permutations(told)) {
    const booked: PaymentFact[] = [];
    for (const payment of [...order, ...order]) booked.push(...facts(payment, { booked }));
    expect(written(booked).sort()).toEqual(expected);
    orders += 1;
  }
  expect(orders).toBe(5_040);
});

function* permutations<T>(items: readonly T[]): Generator<T[]> {
  if (items.length === 0) yield [];
  for (const [index, item] of items.entries()) {
    for (const rest of permutations(items.filter((_, other) => other !== index))) yield [item, ...rest];
  }
}
