import { createMollieClient, PaymentMethod, SequenceType, type MollieClient } from "@mollie/api-client";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { startMollieSimulator, type MollieSimulator } from "./simulator.ts";

const START = new Date("2026-10-05T08:00:00Z");
const EURO = { currency: "EUR", value: "187.50" };

let simulator: MollieSimulator;
let mollie: MollieClient;

beforeAll(async () => {
  simulator = await startMollieSimulator({ port: 0, now: () => START, allowUnauthenticatedControl: true });
  process.env.MOLLIE_SIMULATOR_URL = simulator.url;
  await import(new URL("./redirect.mjs", import.meta.url).href);
  mollie = createMollieClient({ apiKey: "test_firstShop" });
});

beforeEach(() => {
  simulator.control.reset();
});

afterAll(async () => {
  await simulator.close();
});

function open(more: { idempotencyKey?: string } = {}) {
  return mollie.payments.create({
    amount: EURO,
    description: "Factuur 2026-00123",
    redirectUrl: "https://shop.example/back",
    method: PaymentMethod.ideal,
    metadata: { attempt: "pay_1" },
    ...more,
  });
}

async function failure(call: Promise<unknown>): Promise<unknown> {
  return call.then(
    () => "no failure",
    (error: unknown) => error,
  );
}

test("two keys of one shop see the same payments; one that is withdrawn is refused, and another shop sees nothing", async () => {
  const { id } = await open();
  simulator.control.withdrawKey({ apiKey: "test_firstShop" });
  expect(await failure(mollie.payments.get(id))).toMatchObject({ statusCode: 401 });
  const [second, other] = ["test_firstShop_second", "test_otherShop"].map((apiKey) => createMollieClient({ apiKey }));
  expect(await second?.payments.get(id)).toMatchObject({ id });
  expect(await failure(other?.payments.get(id) ?? Promise.resolve())).toMatchObject({ statusCode: 404 });
});

test("the client creates an iDEAL payment with a QR code and its own idempotency key", async () => {
  const payment = await mollie.payments.create({
    amount: EURO,
    description: "Factuur 2026-00123",
    redirectUrl: "https://shop.example/back",
    webhookUrl: "https://shop.example/hook",
    method: PaymentMethod.ideal,
    include: "details.qrCode" as never,
    idempotencyKey: "attempt-1",
  });

  expect(payment).toMatchObject({
    mode: "test",
    status: "open",
    createdAt: "2026-10-05T08:00:00+00:00",
    expiresAt: "2026-10-05T08:15:00+00:00",
    isCancelable: false,
    details: { qrCode: { width: 240, height: 240 } },
  });
  expect(payment.getCheckoutUrl()).toBe(`${simulator.url}/checkout/${payment.id}`);
  expect(JSON.stringify(payment.details)).toContain("data:image/png;base64,");
  expect(simulator.control.requests()).toMatchObject([
    {
      method: "POST",
      path: "/v2/payments",
      query: "?include=details.qrCode",
      idempotencyKey: "attempt-1",
      outcome: 201,
    },
  ]);
});

test("a paid payment stays paid after a refund and a chargeback, which are amounts and embedded objects", async () => {
  const { id } = await open();
  simulator.control.setStatus({ paymentId: id, status: "paid", paidAt: "2026-10-05T08:03:00Z" });
  const refund = await mollie.paymentRefunds.create({ paymentId: id, amount: { currency: "EUR", value: "7.50" } });
  const chargeback = simulator.control.chargeback({ paymentId: id, amount: { currency: "EUR", value: "80.00" } });

  expect(await mollie.payments.get(id, { embed: ["refunds", "chargebacks"] as never })).toMatchObject({
    status: "paid",
    paidAt: "2026-10-05T08:03:00+00:00",
    amountRefunded: { value: "7.50" },
    amountChargedBack: { value: "80.00" },
    amountRemaining: { value: "100.00" },
    _embedded: {
      refunds: [{ id: refund.id, status: "pending" }],
      chargebacks: [{ id: chargeback.id, reversedAt: null }],
    },
  });

  simulator.control.reverseChargeback({ chargebackId: chargeback.id });
  const reversed = await mollie.paymentChargebacks.get(chargeback.id, { paymentId: id });
  expect(reversed.reversedAt).toBe("2026-10-05T08:00:00+00:00");
  expect((await mollie.payments.get(id)).amountChargedBack).toBeUndefined();
});

test("refunds are listed, read, cancelled while pending, refused above what is left and refused twice", async () => {
  const { id } = await open();
  expect(await failure(mollie.paymentRefunds.create({ paymentId: id, amount: EURO }))).toMatchObject({
    statusCode: 422,
  });
  simulator.control.setStatus({ paymentId: id, status: "paid" });
  const tooMuch = { currency: "EUR", value: "187.51" };
  expect(await failure(mollie.paymentRefunds.create({ paymentId: id, amount: tooMuch }))).toMatchObject({
    statusCode: 422,
    field: "amount",
  });
  const refund = await mollie.paymentRefunds.create({ paymentId: id, amount: EURO, description: "Coulance" });
  expect(await failure(mollie.paymentRefunds.create({ paymentId: id, amount: EURO }))).toMatchObject({
    statusCode: 409,
  });
  const listed = await mollie.paymentRefunds.page({ paymentId: id });
  expect(listed.map(({ description }) => description)).toEqual(["Coulance"]);
  await mollie.paymentRefunds.cancel(refund.id, { paymentId: id });
  expect(await mollie.paymentRefunds.get(refund.id, { paymentId: id })).toMatchObject({ status: "canceled" });
  expect((await mollie.payments.get(id)).amountRemaining).toEqual(EURO);
});

test("an open iDEAL payment is cancelled only where the profile allows it", async () => {
  const { id } = await open();
  expect(await failure(mollie.payments.cancel(id))).toMatchObject({ statusCode: 422 });
  simulator.control.setCancelable({ cancelable: true });
  expect((await mollie.payments.get(id)).isCancelable).toBe(true);
  expect(await mollie.payments.cancel(id)).toMatchObject({
    status: "canceled",
    canceledAt: "2026-10-05T08:00:00+00:00",
  });
  expect(await failure(mollie.payments.cancel(id))).toMatchObject({ statusCode: 422 });
});

test("an iDEAL payment expires after fifteen minutes", async () => {
  const { id } = await open();
  simulator.control.advanceClock({ ms: 15 * 60_000 - 1 });
  expect((await mollie.payments.get(id)).status).toBe("open");
  simulator.control.advanceClock({ ms: 1 });
  expect(await mollie.payments.get(id)).toMatchObject({ status: "expired", expiredAt: "2026-10-05T08:15:00+00:00" });
});

test("the method tells its limits", async () => {
  expect(await mollie.methods.get(PaymentMethod.ideal)).toMatchObject({
    minimumAmount: { currency: "EUR", value: "0.01" },
    maximumAmount: { currency: "EUR", value: "50000.00" },
  });
  expect((await mollie.methods.list()).map(({ id }) => id)).toEqual(["ideal"]);
});

test("a paid first payment gives a mandate, with which a recurring payment is collected and can fail", async () => {
  const customer = await mollie.customers.create({ name: "J. de Vries", email: "j@example.nl" });
  const first = await mollie.payments.create({
    amount: { currency: "EUR", value: "25.00" },
    description: "Termijn 1",
    redirectUrl: "https://shop.example/back",
    method: PaymentMethod.ideal,
    sequenceType: SequenceType.first,
    customerId: customer.id,
  });
  const second = {
    amount: { currency: "EUR", value: "25.00" },
    description: "Termijn 2",
    sequenceType: SequenceType.recurring,
    customerId: customer.id,
  };
  expect(await failure(mollie.payments.create(second))).toMatchObject({ statusCode: 422, field: "mandateId" });

  simulator.control.setStatus({ paymentId: first.id, status: "paid" });
  const [mandate] = await mollie.customerMandates.page({ customerId: customer.id });
  expect(mandate).toMatchObject({ method: "directdebit", status: "valid", signatureDate: "2026-10-05" });
  expect((await mollie.payments.get(first.id)).mandateId).toBe(mandate?.id);

  const recurring = await mollie.payments.create(second);
  expect(recurring).toMatchObject({
    status: "pending",
    method: "directdebit",
    mandateId: mandate?.id,
    isCancelable: true,
  });
  expect(recurring.getCheckoutUrl()).toBeNull();
  simulator.control.setStatus({ paymentId: recurring.id, status: "failed" });
  expect((await mollie.payments.get(recurring.id)).status).toBe("failed");

  await mollie.customerMandates.revoke(mandate?.id ?? "", { customerId: customer.id });
  expect(await failure(mollie.payments.create(second))).toMatchObject({ statusCode: 422 });
});

test("a mandate is also made from an account number", async () => {
  const { id: customerId } = await mollie.customers.create({ name: "J. de Vries" });
  const mandate = await mollie.customerMandates.create({
    customerId,
    method: "directdebit" as never,
    consumerName: "J. de Vries",
    consumerAccount: "NL91ABNA0417164300",
    signatureDate: "2026-10-01",
    mandateReference: "K-991",
  });
  expect(await mollie.customerMandates.get(mandate.id, { customerId })).toMatchObject({
    mandateReference: "K-991",
    signatureDate: "2026-10-01",
    details: { consumerAccount: "NL91ABNA0417164300" },
  });
});

test("another key does not see the payment", async () => {
  const { id } = await open();
  const other = createMollieClient({ apiKey: "test_otherShop" });
  expect(await failure(other.payments.get(id))).toMatchObject({
    statusCode: 404,
    message: `No payment exists with token ${id}.`,
  });
  expect(await other.payments.page()).toHaveLength(0);
  expect(await failure(createMollieClient({ apiKey: "live_firstShop" }).payments.get(id))).toMatchObject({
    statusCode: 401,
  });
});

test("the client pages through a long list", async () => {
  const made: string[] = [];
  for (let count = 0; count < 5; count += 1) made.push((await open()).id);
  const firstPage = await mollie.payments.page({ limit: 2 });
  expect(firstPage.map(({ id }) => id)).toEqual([made[4], made[3]]);
  const secondPage = await firstPage.nextPage?.();
  expect(secondPage?.map(({ id }) => id)).toEqual([made[2], made[1]]);
  const seen: string[] = [];
  for await (const { id } of mollie.payments.iterate()) seen.push(id);
  expect(seen).toEqual(made.toReversed());
});

test("the client updates a payment", async () => {
  const { id } = await open();
  await mollie.payments.update(id, { description: "Factuur 2", redirectUrl: "https://shop.example/elsewhere" });
  expect(await mollie.payments.get(id)).toMatchObject({
    description: "Factuur 2",
    redirectUrl: "https://shop.example/elsewhere",
    metadata: { attempt: "pay_1" },
  });
});

test("a broken connection is a network error to the client, and the same key finds the payment that was made", async () => {
  simulator.control.addFault({ kind: "reset", when: "after", times: 1, method: "POST" });
  expect(await failure(open({ idempotencyKey: "attempt-1" }))).toMatchObject({
    message: expect.stringMatching(/socket hang up|ECONNRESET/),
  });
  expect(simulator.control.payments()).toHaveLength(1);
  const again = await open({ idempotencyKey: "attempt-1" });
  expect(again.id).toBe(simulator.control.payments()[0]?.id);
  expect(simulator.control.requests()).toMatchObject([
    { outcome: "reset", replayed: false },
    { outcome: 201, replayed: true },
  ]);
});

test("a connection broken before anything was done leaves no payment", async () => {
  simulator.control.addFault({ kind: "reset", times: 1 });
  expect(await failure(open({ idempotencyKey: "attempt-1" }))).toBeInstanceOf(Error);
  expect(simulator.control.payments()).toHaveLength(0);
  await open({ idempotencyKey: "attempt-1" });
  expect(simulator.control.payments()).toHaveLength(1);
});

test("errors of the server reach the client with their status", async () => {
  simulator.control.addFault({ kind: "error", status: 429, retryAfterSeconds: 1, times: 1 });
  expect(await failure(open())).toMatchObject({ statusCode: 429, title: "Too Many Requests" });
  simulator.control.addFault({ kind: "error", status: 503, retryAfterSeconds: 0, times: 2 });
  expect((await open()).status).toBe("open");
  expect(simulator.control.requests().map(({ outcome }) => outcome)).toEqual([429, 503, 503, 201]);
});

test("a payment can be shown otherwise than it is", async () => {
  const { id, profileId } = await open();
  simulator.control.tamper({
    paymentId: id,
    fields: { amount: { currency: "USD", value: "0.01" }, profileId: "pfl_wrong" },
  });
  expect(await mollie.payments.get(id)).toMatchObject({
    amount: { currency: "USD", value: "0.01" },
    profileId: "pfl_wrong",
  });
  simulator.control.tamper({ paymentId: id, fields: {} });
  expect(await mollie.payments.get(id)).toMatchObject({ amount: EURO, profileId });
});
