import { afterAll, beforeAll, expect, test } from "vitest";
import { send } from "../support/http.ts";
import { openPortal, type Portal } from "../support/portal.ts";
import { expectReceived } from "./killing.ts";
import { expectPaidOnce, type OpenPayment, PAID, pay, startPayment } from "./paying.ts";

let portal: Portal;

beforeAll(async () => {
  portal = await openPortal();
});
afterAll(() => portal.close());

/** The provider's notice, as it comes over the wire. */
async function notice({ paymentId, providerId }: OpenPayment): Promise<number> {
  const body = new URLSearchParams({ id: providerId });
  return (await send(`${portal.app.baseUrl}/hooks/mollie/${paymentId}`, { method: "POST", body })).status;
}

async function expectBookedOnce(payments: readonly OpenPayment[]): Promise<void> {
  for (const payment of payments) {
    await expectPaidOnce(portal, payment);
    expectReceived(portal, payment.claim, { events: PAID, repeats: 0 });
  }
  await portal.expectSound();
}

test("200 identical notices at once are one booking", async () => {
  const payment = await startPayment(portal);
  pay(portal, payment);
  const answers = await Promise.all(Array.from({ length: 200 }, () => notice(payment)));
  expect(new Set(answers)).toEqual(new Set([200]));
  await expectBookedOnce([payment]);
});

test("200 notices of 20 payments, interleaved and at once, are one booking each", async () => {
  const payments: OpenPayment[] = [];
  for (let count = 0; count < 20; count += 1) payments.push(await startPayment(portal));
  for (const payment of payments) pay(portal, payment);
  const rounds = Array.from({ length: 10 }, () => payments).flat();
  const answers = await Promise.all(rounds.map((payment) => notice(payment)));
  expect(new Set(answers)).toEqual(new Set([200]));
  await expectBookedOnce(payments);
});
