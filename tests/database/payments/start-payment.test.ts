import { expect, test } from "vitest";
import { checkoutView } from "#app/server/payments/checkout-view.server.ts";
import { cancelPayment } from "#app/server/payments/cancel-payment.server.ts";
import { startPayment } from "#app/server/payments/start-payment.server.ts";
import { type Shop, toShare } from "../../support/shop.ts";
import { withShop } from "../../support/with-shop.ts";

let shop: Shop;

withShop((opened) => (shop = opened));

const creations = () => shop.simulator.control.requests().filter(({ method }) => method === "POST");

test("a payment is created at the provider with our id as its key, and waits for the debtor", async () => {
  const claim = await shop.newClaim();
  const paymentId = shop.newPaymentId();

  expect(await shop.start([{ claim, amount: "100.00" }], paymentId)).toEqual({ ok: true, value: { paymentId } });

  const payment = await shop.findStored(paymentId);
  const { paymentReference } = await shop.services.database.prisma.claim.findUniqueOrThrow({
    where: { id: claim.claimId },
  });
  expect(payment).toMatchObject({
    status: "open",
    method: "ideal",
    amount: 10_000n,
    checkoutUrl: `${shop.simulator.url}/checkout/${payment.providerId}`,
    qrSource: expect.stringMatching(/^data:image\/png;base64,/),
    providerAccount: expect.stringMatching(/^pfl_\w+:test$/),
  });
  expect(shop.simulator.control.payment({ paymentId: payment.providerId })).toMatchObject({
    amount: { currency: "EUR", value: "100.00" },
    method: "ideal",
    locale: "nl_NL",
    metadata: { attemptId: paymentId },
    description: `${paymentReference} Kinderopvang Zonnestraal`,
    redirectUrl: `https://voldaan.test/return/${payment.returnId}`,
    webhookUrl: `https://voldaan.test/hooks/mollie/${paymentId}`,
  });
  expect(creations()).toMatchObject([{ idempotencyKey: paymentId }]);
  expect(payment.returnId?.length).toBeGreaterThanOrEqual(22);
  const view = await checkoutView(shop.services, { ...claim.debtor, paymentId });
  expect(view).toMatchObject({ state: "ready", checkoutUrl: payment.checkoutUrl });
  expect(await checkoutView(shop.services, { ...claim.debtor, debtorId: "dbt_another", paymentId })).toBeNull();
});

test("fifty posts of one form at once are one payment, created once (T24)", async () => {
  const claim = await shop.newClaim();
  const paymentId = shop.newPaymentId();
  shop.simulator.control.addFault({ kind: "latency", ms: 100, method: "POST" });

  const answers = await Promise.all(
    Array.from({ length: 50 }, () => shop.start([{ claim, amount: "100.00" }], paymentId)),
  );

  expect(answers).toEqual(Array.from({ length: 50 }, () => ({ ok: true, value: { paymentId } })));
  expect(creations()).toHaveLength(1);
});

test("two tabs with the same amounts go on with one payment, with other amounts the second is told (T24)", async () => {
  const claim = await shop.newClaim();
  const first = await shop.startOpen([{ claim, amount: "100.00" }]);

  expect(await shop.start([{ claim, amount: "100.00" }])).toEqual({ ok: true, value: { paymentId: first.id } });
  expect(await shop.start([{ claim, amount: "60.00" }])).toEqual({
    ok: false,
    error: { kind: "already_open", paymentId: first.id },
  });
  expect(await shop.start([{ claim, amount: "60.00" }], first.id)).toEqual({
    ok: false,
    error: { kind: "already_open", paymentId: first.id },
  });
  expect(creations()).toHaveLength(1);
});

test("a payment whose time is over at the provider does not stand in the way of the next", async () => {
  const claim = await shop.newClaim();
  const first = await shop.startOpen([{ claim, amount: "100.00" }]);
  shop.services.clock.advance(16 * 60_000);

  const second = await shop.startOpen([{ claim, amount: "100.00" }]);

  expect(second.id).not.toBe(first.id);
  expect(await shop.findStored(first.id)).toMatchObject({ status: "expired" });
});

test("a form that was used for a payment which ended needs a new one for other amounts", async () => {
  const claim = await shop.newClaim();
  const first = await shop.startOpen([{ claim, amount: "100.00" }]);
  await cancelPayment(shop.services, claim.debtor, first.id);

  expect(await shop.start([{ claim, amount: "60.00" }], first.id)).toEqual({
    ok: false,
    error: { kind: "form_used", paymentId: first.id },
  });
  expect(await shop.start([{ claim, amount: "100.00" }], first.id)).toEqual({
    ok: true,
    value: { paymentId: first.id },
  });
  expect((await shop.findStored(first.id)).status).toBe("cancelled");
});

test.each([
  { amount: "9.99", error: { kind: "amount_too_low", minimum: 1_000n } },
  { amount: "0.00", error: { kind: "amount_too_low", minimum: 1_000n } },
  { amount: "-5.00", error: { kind: "amount_too_low", minimum: 1_000n } },
  { amount: "100.01", error: { kind: "amount_too_high", maximum: 10_000n } },
])("$amount of 100.00 is refused (T25)", async ({ amount, error }) => {
  const claim = await shop.newClaim();
  expect(await shop.start([{ claim, amount }])).toEqual({ ok: false, error: { ...error, claimId: claim.claimId } });
  expect(creations()).toHaveLength(0);
});

test("the whole open amount may be paid though it is below the minimum for a part", async () => {
  const claim = await shop.newClaim({ amounts: ["4.50"] });
  expect(await shop.start([{ claim, amount: "4.50" }])).toMatchObject({ ok: true });
});

test("a part of several claims is one payment: the minimum is for all of it, and no claim gets nothing", async () => {
  const claims = [await shop.newClaim({ debtor: "K-two" }), await shop.newClaim({ debtor: "K-two" })] as const;
  const [claim, other] = claims;
  const start = (left: string, right: string) => shop.start([{ claim, amount: left }, { claim: other, amount: right }]); // prettier-ignore
  const tooLow = (one: { claimId: string }) => ({
    ok: false,
    error: { kind: "amount_too_low", claimId: one.claimId, minimum: 1_000n },
  });
  expect(await start("6.00", "3.99")).toEqual(tooLow(claim));
  expect(await start("20.00", "0.00")).toEqual(tooLow(other));
  expect(await start("6.00", "4.00")).toMatchObject({ ok: true });
});

test("what nobody disputes may be paid though it is below the minimum for a part", async () => {
  const claim = await shop.newClaim();
  const order = {
    debtor: claim.debtor,
    paymentId: shop.newPaymentId(),
    language: "nl",
    shares: [toShare(claim, "9.99")],
  };
  expect(await startPayment(shop.services, order)).toMatchObject({ ok: false, error: { kind: "amount_too_low" } });
  expect(await startPayment(shop.services, { ...order, isUndisputedRest: true })).toMatchObject({ ok: true });
});

test("iDEAL carries at most 50,000.00 in one payment, also of several claims", async () => {
  const claims = [
    await shop.newClaim({ amounts: ["30000.00"], debtor: "K-rich" }),
    await shop.newClaim({ amounts: ["30000.00"], debtor: "K-rich" }),
  ];
  const shares = claims.map((claim) => ({ claim, amount: "30000.00" }));
  expect(await shop.start(shares)).toEqual({ ok: false, error: { kind: "amount_over_limit", maximum: 5_000_000n } });
});

test("somebody else's claim, invoice or payment id, a claim twice and no claim at all are refused alike", async () => {
  const claim = await shop.newClaim();
  const other = await shop.newClaim();
  const theirs = await shop.startOpen([{ claim: other, amount: "100.00" }]);
  const invalid = { ok: false, error: { kind: "invalid_request" } };
  const { debtor } = claim;
  const order = { debtor, paymentId: shop.newPaymentId(), language: "nl" };

  expect(await startPayment(shop.services, { ...order, shares: [toShare(other, "100.00")] })).toEqual(invalid);
  expect(await startPayment(shop.services, { ...order, shares: [] })).toEqual(invalid);
  expect(await startPayment(shop.services, { ...order, shares: [toShare(claim, "50.00"), toShare(claim, "50.00")] })).toEqual(invalid); // prettier-ignore
  expect(await startPayment(shop.services, { ...order, shares: [toShare(claim, "100.00", other.invoiceIds)] })).toEqual(invalid); // prettier-ignore
  expect(await startPayment(shop.services, { ...order, paymentId: "pay_1", shares: [toShare(claim, "100.00")] })).toEqual(invalid); // prettier-ignore
  expect(await startPayment(shop.services, { ...order, paymentId: theirs.id, shares: [toShare(claim, "100.00")] })).toEqual(invalid); // prettier-ignore
});

test("a settled claim and a closed one take no payment (T29)", async () => {
  const settled = await shop.newClaim();
  await shop.pay(await shop.startOpen([{ claim: settled, amount: "100.00" }]));
  const closed = await shop.newClaim();
  await shop.services.database.prisma.claim.update({ where: { id: closed.claimId }, data: { status: "closed" } });

  for (const claim of [settled, closed]) {
    const error = { kind: "not_payable", claimId: claim.claimId };
    expect(await shop.start([{ claim, amount: "10.00" }])).toEqual({ ok: false, error });
  }
});

test("without a key there is no iDEAL", async () => {
  const claim = await shop.newClaim();
  const services = { ...shop.services, providers: { of: () => null, ofEarlier: () => null } };
  const order = {
    debtor: claim.debtor,
    paymentId: shop.newPaymentId(),
    language: "nl",
    shares: [toShare(claim, "100.00")],
  };
  expect(await startPayment(services, order)).toEqual({ ok: false, error: { kind: "provider_off" } });
});

test("what the provider refuses is over at once, and the claim free", async () => {
  const claim = await shop.newClaim();
  const paymentId = shop.newPaymentId();
  shop.simulator.control.addFault({ kind: "error", status: 422, method: "POST", times: 1 });

  expect(await shop.start([{ claim, amount: "100.00" }], paymentId)).toEqual({
    ok: false,
    error: { kind: "provider_refused", field: null },
  });
  expect(await shop.findStored(paymentId)).toMatchObject({ status: "abandoned", checkAt: null });
  expect(await shop.start([{ claim, amount: "100.00" }])).toMatchObject({ ok: true });
});

test("the debtor cancels: the provider is asked to, and the claim is free for another payment", async () => {
  const claim = await shop.newClaim();
  shop.simulator.control.setCancelable({ cancelable: true });
  const payment = await shop.startOpen([{ claim, amount: "100.00" }]);

  expect(await cancelPayment(shop.services, claim.debtor, payment.id)).toEqual({
    ok: true,
    value: { paymentId: payment.id },
  });

  expect(await shop.findStored(payment.id)).toMatchObject({ status: "cancelled" });
  expect(shop.simulator.control.payment({ paymentId: payment.providerId }).status).toBe("canceled");
  expect((await shop.eventsOf(claim)).at(-1)).toMatchObject({ type: "payment.failed", data: { reason: "cancelled" } });
  expect(await shop.start([{ claim, amount: "50.00" }])).toMatchObject({ ok: true });
  shop.simulator.control.setCancelable({ cancelable: false });
});

test("where the provider does not cancel, ours ends all the same, and a payment made after all is booked", async () => {
  const claim = await shop.newClaim();
  const payment = await shop.startOpen([{ claim, amount: "100.00" }]);

  expect(await cancelPayment(shop.services, claim.debtor, payment.id)).toMatchObject({ ok: true });
  expect(await shop.findStored(payment.id)).toMatchObject({ status: "cancelled", checkAt: expect.any(Date) });
  await shop.pay(payment);

  expect(await shop.findStored(payment.id)).toMatchObject({ status: "paid" });
  expect(await shop.balanceOf(claim)).toEqual({ open: "0.00", credit: "0.00", status: "settled" });
});

test("who cancels what was just paid is told so; somebody else's payment is unknown", async () => {
  const claim = await shop.newClaim();
  const payment = await shop.startOpen([{ claim, amount: "100.00" }]);
  shop.simulator.control.setStatus({ paymentId: payment.providerId, status: "paid" });

  const stranger = { ...claim.debtor, debtorId: "dbt_another" };
  expect(await cancelPayment(shop.services, stranger, payment.id)).toEqual({
    ok: false,
    error: { kind: "unknown_payment" },
  });
  expect(await cancelPayment(shop.services, claim.debtor, payment.id)).toEqual({
    ok: false,
    error: { kind: "already_paid" },
  });
  expect(await shop.balanceOf(claim)).toMatchObject({ status: "settled" });
});
