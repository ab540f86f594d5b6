import { afterEach, expect, test } from "vitest";
import { startMollieSimulator, type MollieSimulator, type SimulatorOptions } from "./simulator.ts";
import { startWebhookReceiver } from "./webhook-receiver.ts";

const started: { close: () => Promise<void> }[] = [];

afterEach(async () => {
  await Promise.all(started.splice(0).map((server) => server.close()));
});

async function startBoth(statuses?: number[], options: Partial<SimulatorOptions> = {}) {
  const receiver = await startWebhookReceiver(statuses);
  const simulator = await startMollieSimulator({
    port: 0,
    now: () => new Date("2026-10-05T08:00:00Z"),
    allowUnauthenticatedControl: true,
    ...options,
  });
  started.push(simulator, receiver);
  return { simulator, control: simulator.control, calls: receiver.calls, open: () => open(simulator, receiver.url) };
}

async function open(simulator: MollieSimulator, webhookUrl: string): Promise<string> {
  const response = await fetch(`${simulator.url}/v2/payments`, {
    method: "POST",
    headers: { authorization: "Bearer test_firstShop" },
    body: JSON.stringify({
      amount: { currency: "EUR", value: "10.00" },
      description: "Factuur 1",
      redirectUrl: "https://shop.example/back",
      webhookUrl,
    }),
  });
  return ((await response.json()) as { id: string }).id;
}

test("a paid payment is told as Mollie tells it: a form with nothing but the id", async () => {
  const { control, calls, open } = await startBoth();
  const paymentId = await open();
  control.setStatus({ paymentId, status: "pending" });
  control.setStatus({ paymentId, status: "open" });
  await control.idle();
  expect(calls).toEqual([]);

  control.setStatus({ paymentId, status: "paid" });
  await control.idle();
  expect(calls).toMatchObject([
    {
      method: "POST",
      body: `id=${paymentId}`,
      headers: { "content-type": "application/x-www-form-urlencoded", "user-agent": "Mollie HTTP client/1.0" },
    },
  ]);
});

test("refunds, chargebacks and their reversal are told with the payment's id", async () => {
  const { control, calls, open } = await startBoth();
  const paymentId = await open();
  control.setStatus({ paymentId, status: "paid" });
  const refund = control.refund({ paymentId, amount: { currency: "EUR", value: "1.00" }, status: "pending" });
  control.setRefundStatus({ refundId: refund.id, status: "processing" });
  control.setRefundStatus({ refundId: refund.id, status: "refunded" });
  const chargeback = control.chargeback({ paymentId });
  control.reverseChargeback({ chargebackId: chargeback.id });
  await control.idle();
  expect(control.notices().map(({ reason }) => reason)).toEqual([
    "paid",
    "refund",
    "refund",
    "chargeback",
    "chargeback",
  ]);
  expect(calls.map(({ body }) => body)).toEqual(Array(5).fill(`id=${paymentId}`));
});

test("failed, canceled and expired are told", async () => {
  const { control, calls, open } = await startBoth();
  control.setStatus({ paymentId: await open(), status: "failed" });
  control.setStatus({ paymentId: await open(), status: "canceled" });
  await open();
  control.advanceClock({ ms: 15 * 60_000 });
  await control.idle();
  expect(control.notices().map(({ reason }) => reason)).toEqual(["failed", "canceled", "expired"]);
  expect(calls).toHaveLength(3);
});

test("a receiver that fails is tried ten times over 26 hours", async () => {
  const { control, calls, open } = await startBoth([500]);
  const paymentId = await open();
  control.setStatus({ paymentId, status: "paid" });
  await control.idle();
  const minutes = [1, 2, 4, 8, 16, 29, 60, 120, 1320];
  for (const [index, wait] of minutes.entries()) {
    control.advanceClock({ ms: wait * 60_000 - 1 });
    await control.idle();
    expect(calls).toHaveLength(index + 1);
    control.advanceClock({ ms: 1 });
    await control.idle();
    expect(calls).toHaveLength(index + 2);
  }
  expect(control.notices()).toMatchObject([{ state: "given_up", nextAt: null }]);
});

test("the first 2xx ends the attempts", async () => {
  const { control, calls, open } = await startBoth([503, 204]);
  control.setStatus({ paymentId: await open(), status: "paid" });
  await control.idle();
  control.advanceClock({ ms: 60_000 });
  await control.idle();
  expect(calls).toHaveLength(2);
  expect(control.notices()).toMatchObject([{ state: "delivered", attempts: [{ status: 503 }, { status: 204 }] }]);
});

test("the waiting times can be compressed", async () => {
  const { control, calls, open } = await startBoth([500], { webhookTimeScale: 0 });
  control.setStatus({ paymentId: await open(), status: "paid" });
  await control.idle();
  expect(calls).toHaveLength(10);
});

test("a receiver that does not answer in time has not received", async () => {
  const { control, open } = await startBoth([0], { webhookTimeoutMs: 20 });
  control.setStatus({ paymentId: await open(), status: "paid" });
  await control.idle();
  expect(control.notices()).toMatchObject([{ state: "waiting", attempts: [{ status: null, error: "TimeoutError" }] }]);
});

test("notices are repeated, lost, and held and released in another order", async () => {
  const { control, calls, open } = await startBoth();
  const [first, second, third] = [await open(), await open(), await open()];

  control.setWebhooks({ mode: "duplicate", copies: 2, times: 1 });
  control.setStatus({ paymentId: first, status: "paid" });
  await control.idle();
  expect(calls.splice(0)).toHaveLength(3);

  control.setWebhooks({ mode: "lose", times: 1 });
  control.setStatus({ paymentId: second, status: "failed" });
  await control.idle();
  expect(calls).toHaveLength(0);

  control.setWebhooks({ mode: "hold" });
  control.setStatus({ paymentId: second, status: "paid" });
  control.setStatus({ paymentId: third, status: "paid" });
  control.refund({ paymentId: first });
  await control.idle();
  expect(calls).toHaveLength(0);
  const held = control.notices().filter(({ state }) => state === "held");
  expect(held.map(({ paymentId }) => paymentId)).toEqual([second, third, first]);
  await control.releaseNotices({ order: [held[1]?.id ?? ""] });
  await control.releaseNotices({ order: "reverse" });
  expect(calls.map(({ body }) => body)).toEqual([`id=${third}`, `id=${first}`, `id=${second}`]);
});

test("two hundred identical calls can be asked for", async () => {
  const { control, calls, open } = await startBoth();
  const paymentId = await open();
  await control.notify({ paymentId, copies: 200 });
  expect(new Set(calls.map(({ body }) => body))).toEqual(new Set([`id=${paymentId}`]));
  expect(calls).toHaveLength(200);
});

test("a payment without a webhook address is told to nobody", async () => {
  const { control, calls, simulator } = await startBoth();
  const paymentId = await open(simulator, null as never);
  control.setStatus({ paymentId, status: "paid" });
  await control.notify({ paymentId });
  await control.idle();
  expect([control.notices(), calls]).toEqual([[], []]);
});
