import { expect, test } from "vitest";
import { asCents } from "#app/domain/money.ts";
import { cancelPayment } from "#app/server/payments/cancel-payment.server.ts";
import { paymentReturnView } from "#app/server/payments/payment-return-view.server.ts";
import { receiptView } from "#app/server/payments/receipt-view.server.ts";
import { recordOutsidePayment } from "#app/server/payments/record-outside-payment.server.ts";
import { createReturnChecks } from "#app/server/payments/return-checks.server.ts";
import { settleDueNotices } from "#app/server/payments/settle-notices.server.ts";
import { settlePayment } from "#app/server/payments/settle-payment.server.ts";
import { sweepPayments } from "#app/server/payments/sweep-payments.server.ts";
import type { Shop } from "../../support/shop.ts";
import { withShop } from "../../support/with-shop.ts";

const DAY_MS = 86_400_000;

let shop: Shop;

withShop((opened) => (shop = opened));

const eventTypes = async (claim: { claimId: string }) => (await shop.eventsOf(claim)).map(({ type }) => type);

test("paid: booked, allocated, told, and the claim settled in one go", async () => {
  const claim = await shop.newClaim({ amounts: ["60.00", "40.00"] });
  const payment = await shop.startOpen([{ claim, amount: "100.00" }]);
  await shop.pay(payment);

  expect(await shop.moneyOf(claim)).toEqual(["payment 100.00 2026-11-22"]);
  expect(await shop.balanceOf(claim)).toEqual({ open: "0.00", credit: "0.00", status: "settled" });
  expect(await shop.findStored(payment.id)).toMatchObject({ status: "paid", checkoutUrl: null, qrSource: null });
  const [, paid, settled] = await shop.eventsOf(claim);
  expect(paid).toMatchObject({
    type: "payment.paid",
    data: {
      sequence: 2,
      payment: { id: payment.id, amount: "100.00", method: "ideal", paidOn: "2026-11-22" },
      allocation: { costs: "0.00", vat: "0.00", interest: "0.00", principal: "100.00", credit: "0.00" },
      open: "0.00",
      credit: "0.00",
    },
  });
  expect(settled).toMatchObject({ type: "claim.settled", data: { sequence: 3 } });
  const receipt = await receiptView(shop.services, { ...claim.debtor, paymentId: payment.id });
  expect(receipt).toMatchObject({
    amount: 10_000n,
    wentBack: 0n,
    claims: [{ receivedOn: "2026-11-22", allocation: { principal: 10_000n } }],
  });
});

test("one payment of two claims is split as the debtor chose, and each claim is told its share", async () => {
  const first = await shop.newClaim({ debtor: "K-two" });
  shop.services.clock.advance(1);
  const second = await shop.newClaim({ debtor: "K-two" });
  const payment = await shop.startOpen([
    { claim: second, amount: "100.00" },
    { claim: first, amount: "30.00" },
  ]);
  await shop.pay(payment);
  shop.simulator.control.refund({ paymentId: payment.providerId, amount: { currency: "EUR", value: "110.00" } });
  await shop.notice(payment);

  expect(await shop.moneyOf(first)).toEqual(["payment 30.00 2026-11-22", "refund 10.00 2026-11-22"]);
  expect(await shop.moneyOf(second)).toEqual(["payment 100.00 2026-11-22", "refund 100.00 2026-11-22"]);
  expect(await eventTypes(first)).toEqual(["claim.opened", "payment.paid", "payment.refunded"]);
  expect(await eventTypes(second)).toEqual(["claim.opened", "payment.paid", "claim.settled", "payment.refunded", "claim.reopened"]); // prettier-ignore
});

test("the debtor with a mail address gets one receipt, which is also among the letters", async () => {
  const claim = await shop.newClaim({ email: "jansen@example.nl" });
  const payment = await shop.startOpen([{ claim, amount: "60.00" }]);
  await shop.pay(payment);
  shop.simulator.control.chargeback({ paymentId: payment.providerId });
  await shop.notice(payment);
  await shop.notice(payment);

  const mails = await shop.services.database.prisma.outgoingMail.findMany({ where: { claimId: claim.claimId } });
  expect(mails).toMatchObject([{ kind: "payment_received", recipient: "jansen@example.nl", status: "pending" }]);
  expect(mails[0]?.text).toContain("Betaald: €\u00a060,00");
  expect(mails[0]?.text).toContain("Er staat nog €\u00a040,00 open.");
  expect(mails[0]?.text).not.toMatch(/https?:|de Vries/);
  const letters = await shop.services.database.prisma.message.findMany({ where: { claimId: claim.claimId } });
  expect(letters).toMatchObject([{ direction: "outbound", channel: "email", subject: "De betaling is ontvangen" }]);
});

test.each([
  { status: "failed", reason: "failed" },
  { status: "expired", reason: "expired" },
  { status: "canceled", reason: "cancelled" },
] as const)(
  "$status: nothing booked, the creditor told once, the claim free for another payment",
  async ({ status, reason }) => {
    const claim = await shop.newClaim();
    const payment = await shop.startOpen([{ claim, amount: "100.00" }]);
    shop.simulator.control.setStatus({ paymentId: payment.providerId, status });
    await shop.notice(payment);
    await shop.notice(payment);

    expect(await shop.moneyOf(claim)).toEqual([]);
    expect((await shop.findStored(payment.id)).status).toBe(reason);
    expect(await eventTypes(claim)).toEqual(["claim.opened", "payment.failed"]);
    expect((await shop.eventsOf(claim))[1]?.data).toMatchObject({ payment: { id: payment.id }, reason });
    expect(await shop.start([{ claim, amount: "100.00" }])).toMatchObject({ ok: true });
  },
);

test.each([
  { of: "amount", fields: { amount: { currency: "EUR", value: "0.01" } }, received: { amount: "0.01" } },
  { of: "currency", fields: { amount: { currency: "USD", value: "100.00" } }, received: { currency: "USD" } },
  { of: "mode", fields: { mode: "live" as const }, received: { account: expect.stringMatching(/:live$/) } },
  { of: "profile", fields: { profileId: "pfl_other" }, received: { account: "pfl_other:test" } },
  { of: "attempt", fields: { metadata: { attemptId: "pay_other" } }, received: { attempt: "another" } },
])("another $of than we asked for is put aside once and never booked (T20)", async ({ fields, received }) => {
  const claim = await shop.newClaim();
  const payment = await shop.startOpen([{ claim, amount: "100.00" }]);
  shop.simulator.control.tamper({ paymentId: payment.providerId, fields });
  await shop.pay(payment);
  await shop.notice(payment);

  expect(await shop.moneyOf(claim)).toEqual([]);
  const { prisma } = shop.services.database;
  expect(await prisma.quarantinedPayment.findMany({ where: { paymentId: payment.id } })).toMatchObject([{ received }]);
  expect(await prisma.auditEntry.findMany({ where: { subject: payment.id } })).toMatchObject([{ action: "payment.quarantined" }]); // prettier-ignore
  expect(await shop.start([{ claim, amount: "100.00" }])).toMatchObject({ ok: true });
});

test("two payments of one claim at the same moment are both money: the second is credit (T23)", async () => {
  const claim = await shop.newClaim();
  const first = await shop.startOpen([{ claim, amount: "100.00" }]);
  await cancelPayment(shop.services, claim.debtor, first.id);
  const second = await shop.startOpen([{ claim, amount: "100.00" }]);
  for (const payment of [first, second]) {
    shop.simulator.control.setStatus({ paymentId: payment.providerId, status: "paid" });
  }

  await Promise.all(
    [first, second].map(({ providerId }) => settlePayment(shop.services, { providerId, attemptId: null })),
  );

  expect(await shop.balanceOf(claim)).toEqual({ open: "0.00", credit: "100.00", status: "settled" });
  expect(await eventTypes(claim)).toEqual([
    ...["claim.opened", "payment.failed", "payment.paid", "claim.settled"],
    ...["payment.paid", "payment.overpaid"],
  ]);
});

test("more than is still open becomes credit, told once (T26)", async () => {
  const claim = await shop.newClaim();
  const payment = await shop.startOpen([{ claim, amount: "100.00" }]);
  await recordOutsidePayment(shop.services, {
    ...{ creditorId: shop.creditorId, claimId: claim.claimId, paymentId: shop.newPaymentId() },
    ...{ amount: asCents(2_500n), receivedOn: shop.services.clock.today(), method: "bank_transfer", actor: "test" },
  });
  await shop.pay(payment);
  await shop.notice(payment);

  expect(await shop.balanceOf(claim)).toEqual({ open: "0.00", credit: "25.00", status: "settled" });
  const overpaid = (await shop.eventsOf(claim)).filter(({ type }) => type === "payment.overpaid");
  expect(overpaid).toMatchObject([{ data: { payment: { id: payment.id }, overpaid: "25.00", credit: "25.00" } }]);
});

test("a refund that does not arrive is booked back (T31)", async () => {
  const claim = await shop.newClaim();
  const payment = await shop.startOpen([{ claim, amount: "100.00" }]);
  await shop.pay(payment);
  const amount = { currency: "EUR", value: "60.00" };
  const refund = shop.simulator.control.refund({ paymentId: payment.providerId, amount, status: "pending" });
  await shop.notice(payment);
  expect(await shop.balanceOf(claim)).toMatchObject({ open: "0.00", status: "settled" });
  shop.simulator.control.setRefundStatus({ refundId: refund.id, status: "refunded" });
  await shop.notice(payment);
  expect(await shop.balanceOf(claim)).toMatchObject({ open: "60.00", status: "open" });
  shop.simulator.control.setRefundStatus({ refundId: refund.id, status: "failed" });
  await shop.notice(payment);

  expect(await shop.balanceOf(claim)).toEqual({ open: "0.00", credit: "0.00", status: "settled" });
  expect(await shop.findStored(payment.id)).toMatchObject({ amountRefunded: 0n });
  const refunds = (await shop.eventsOf(claim)).filter(({ type }) => type === "payment.refunded");
  expect(refunds.map(({ data }) => data["refund"])).toMatchObject([{ id: refund.id, status: "refunded" }, { id: refund.id, status: "failed" }]); // prettier-ignore
});

test.each(["expired", "canceled", "failed"] as const)(
  "%s, and paid after all: the money wins (T32)",
  async (status) => {
    const claim = await shop.newClaim();
    const payment = await shop.startOpen([{ claim, amount: "100.00" }]);
    shop.simulator.control.setStatus({ paymentId: payment.providerId, status });
    await shop.notice(payment);
    await shop.pay(payment);

    expect(await shop.findStored(payment.id)).toMatchObject({ status: "paid" });
    expect(await shop.balanceOf(claim)).toMatchObject({ open: "0.00", status: "settled" });
  },
);

test("the page after the bank believes our own record only, and shows little without the session (T33)", async () => {
  const claim = await shop.newClaim();
  const payment = await shop.startOpen([{ claim, amount: "60.00" }]);
  const returnId = payment.returnId ?? "";
  const view = (debtor: typeof claim.debtor | null) => paymentReturnView(shop.services, { returnId, debtor });

  expect(await view(claim.debtor)).toMatchObject({ state: "checking", details: { open: 10_000n } });
  await shop.pay(payment);
  expect(await view(null)).toEqual({ paymentId: payment.id, state: "paid", amount: 6_000n, details: null });
  expect(await view({ ...claim.debtor, debtorId: "dbt_another" })).toMatchObject({ details: null });
  expect(await view(claim.debtor)).toMatchObject({
    state: "paid",
    details: { claims: [{ claimId: claim.claimId, reference: expect.any(String), open: 4_000n }], open: 4_000n },
  });
  expect(await paymentReturnView(shop.services, { returnId: "unknown", debtor: null })).toBeNull();
});

test("a debtor who is back from the bank makes the worker ask at once, every three seconds at most (T33)", async () => {
  const claim = await shop.newClaim();
  const payment = await shop.startOpen([{ claim, amount: "100.00" }]);
  const checks = createReturnChecks(shop.services);
  shop.simulator.control.clearRequests();
  for (let count = 0; count < 20; count += 1) checks.check(payment.id);
  checks.check("pay_unknown");
  await checks.idle();
  expect(shop.simulator.control.requests()).toHaveLength(1);

  shop.simulator.control.setStatus({ paymentId: payment.providerId, status: "paid" });
  shop.services.clock.advance(3_000);
  checks.check(payment.id);
  await checks.idle();
  expect(await shop.balanceOf(claim)).toMatchObject({ status: "settled" });
});

test("without any notice the sweeper books what was paid, at the first check after it (T34)", async () => {
  const claim = await shop.newClaim();
  const payment = await shop.startOpen([{ claim, amount: "100.00" }]);
  shop.simulator.control.setStatus({ paymentId: payment.providerId, status: "paid" });

  await sweepPayments(shop.services, 50);
  expect(await settleDueNotices(shop.services, 10)).toBe(0);
  shop.services.clock.advance(61_000);
  await sweepPayments(shop.services, 50);
  await shop.settleAll();

  expect(await shop.balanceOf(claim)).toMatchObject({ open: "0.00", status: "settled" });
});

test("a chargeback after 90 days, its reversal and another one: the balance follows, repeats change nothing (T30)", async () => {
  const claim = await shop.newClaim();
  const payment = await shop.startOpen([{ claim, amount: "100.00" }]);
  const { control } = shop.simulator;
  const fiveTimes = async () => {
    for (let count = 0; count < 5; count += 1) await shop.notice(payment);
  };
  await shop.pay(payment);
  shop.services.clock.advance(90 * DAY_MS);

  const first = control.chargeback({ paymentId: payment.providerId });
  await fiveTimes();
  expect(await shop.balanceOf(claim)).toEqual({ open: "100.00", credit: "0.00", status: "open" });
  control.reverseChargeback({ chargebackId: first.id });
  await fiveTimes();
  expect(await shop.balanceOf(claim)).toEqual({ open: "0.00", credit: "0.00", status: "settled" });
  control.chargeback({ paymentId: payment.providerId, amount: { currency: "EUR", value: "40.00" } });
  await fiveTimes();
  expect(await shop.balanceOf(claim)).toEqual({ open: "40.00", credit: "0.00", status: "open" });

  expect(await shop.findStored(payment.id)).toMatchObject({ status: "paid", amountChargedBack: 4_000n });
  expect(await eventTypes(claim)).toEqual([
    ...["claim.opened", "payment.paid", "claim.settled"],
    ...["payment.charged_back", "claim.reopened"],
    ...["payment.chargeback_reversed", "claim.settled"],
    ...["payment.charged_back", "claim.reopened"],
  ]);
  const [, , , chargedBack] = await shop.eventsOf(claim);
  expect(chargedBack?.data).toMatchObject({
    payment: { id: payment.id, amount: "100.00" },
    chargeback: { id: first.id, amount: "100.00", on: "2027-02-20" },
    allocation: { principal: "-100.00" },
    open: "100.00",
  });
});

test("a chargeback that nobody told of is found by the weekly check (T34)", async () => {
  const claim = await shop.newClaim();
  const payment = await shop.startOpen([{ claim, amount: "100.00" }]);
  await shop.pay(payment);
  shop.services.clock.advance(2 * DAY_MS);
  shop.simulator.control.chargeback({ paymentId: payment.providerId });
  shop.services.clock.advance(5 * DAY_MS);
  while ((await sweepPayments(shop.services, 50)) > 0) await shop.settleAll();

  expect(await shop.balanceOf(claim)).toMatchObject({ open: "100.00", status: "open" });
});
