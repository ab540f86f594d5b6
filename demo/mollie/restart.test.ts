import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { startMollieSimulator } from "./simulator.ts";
import { startWebhookReceiver } from "./webhook-receiver.ts";

test("payments, refunds, remembered keys and notices that wait survive a restart", async () => {
  const folder = await mkdtemp(join(tmpdir(), "mollie-simulator-"));
  const receiver = await startWebhookReceiver([500, 200]);
  onTestFinished(async () => {
    await receiver.close();
    await rm(folder, { recursive: true });
  });
  let now = new Date("2026-10-05T08:00:00Z");
  const options = {
    ...{ port: 0, now: () => now, allowUnauthenticatedControl: true },
    persistTo: join(folder, "deeper", "state.json"),
  };
  async function create(url: string) {
    const response = await fetch(`${url}/v2/payments`, {
      method: "POST",
      headers: { authorization: "Bearer test_firstShop", "idempotency-key": "attempt-1" },
      body: JSON.stringify({
        amount: { currency: "EUR", value: "10.00" },
        description: "Factuur 1",
        redirectUrl: "https://shop.example/back",
        webhookUrl: receiver.url,
      }),
    });
    return ((await response.json()) as { id: string }).id;
  }

  const before = await startMollieSimulator(options);
  const paymentId = await create(before.url);
  before.control.setStatus({ paymentId, status: "paid" });
  const refund = before.control.refund({ paymentId, amount: { currency: "EUR", value: "1.00" }, status: "pending" });
  await before.control.idle();
  await before.close();

  now = new Date("2026-10-05T08:01:00Z");
  const after = await startMollieSimulator(options);
  expect(await create(after.url)).toBe(paymentId);
  expect(after.control.payments()).toMatchObject([{ id: paymentId, status: "paid" }]);
  expect(after.control.setRefundStatus({ refundId: refund.id, status: "failed" })).toMatchObject({ status: "failed" });
  await after.control.idle();
  expect(receiver.calls).toHaveLength(3);
  expect(after.control.notices()).toMatchObject([{ state: "delivered", attempts: [{}, {}] }, { state: "delivered" }]);
  await after.close();
  expect(await readdir(join(folder, "deeper"))).toEqual(["state.json"]);
});
