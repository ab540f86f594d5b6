import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { hintReturned } from "#app/server/payments/payment-notifications.server.ts";
import { receiveNotice } from "#app/server/payments/receive-notice.server.ts";
import { startSettling } from "#app/worker/jobs/settle-payments.ts";
import { expectSoundBooks } from "../../support/invariants.ts";
import { openShop, type Shop, type TestClaim } from "../../support/shop.ts";

const CRASH = Symbol.for("voldaan.crash");

let shop: Shop;

beforeAll(async () => {
  shop = await openShop();
});

afterEach(async () => {
  Reflect.deleteProperty(globalThis, CRASH);
  await expectSoundBooks(shop.services, shop.simulator);
});

afterAll(async () => {
  await shop.close();
});

/** Done when the work has come by a point for the `times`-th time. */
function reached(point: string, times = 1): Promise<void> {
  let left = times;
  return new Promise((resolve) => {
    Reflect.set(globalThis, CRASH, (name: string) => {
      if (name === point && (left -= 1) === 0) resolve();
    });
  });
}

test("workers settle what they get notice of, and stop when what they began is done", async () => {
  const claims: TestClaim[] = [];
  while (claims.length < 6) claims.push(await shop.newClaim());
  const payments = await Promise.all(claims.map((claim) => shop.startOpen([{ claim, amount: "100.00" }])));
  const settling = startSettling(shop.services, { concurrency: 2 });
  const all = reached("notice:before-finish", 6);
  for (const { providerId } of payments) {
    shop.simulator.control.setStatus({ paymentId: providerId, status: "paid" });
    await receiveNotice(shop.services, { providerId, attemptId: null, from: "192.0.2.1" });
  }
  await all;
  await settling.stop();

  for (const claim of claims) expect(await shop.balanceOf(claim)).toMatchObject({ status: "settled" });
  const { prisma } = shop.services.database;
  expect(await prisma.providerNotice.count({ where: { processedAt: null } })).toBe(0);
});

test("a debtor who comes back wakes the worker, and nothing but the worker changes anything", async () => {
  const claim = await shop.newClaim();
  const payment = await shop.startOpen([{ claim, amount: "100.00" }]);
  shop.simulator.control.setStatus({ paymentId: payment.providerId, status: "paid" });
  await hintReturned(shop.services, payment.id);
  expect(await shop.findStored(payment.id)).toMatchObject({ status: "open" });

  const settling = startSettling(shop.services, { concurrency: 1 });
  let asked = false;
  void reached("settle:before-commit").then(() => (asked = true));
  // The page says so at every refresh; at first the worker may not listen yet.
  while (!asked) await hintReturned(shop.services, payment.id);
  await settling.stop();
  expect(await shop.balanceOf(claim)).toMatchObject({ status: "settled" });
});
