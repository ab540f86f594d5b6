import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { settleDueNotices } from "#app/server/payments/settle-notices.server.ts";
import { sweepPayments } from "#app/server/payments/sweep-payments.server.ts";
import { receiveNotice } from "#app/server/payments/receive-notice.server.ts";
import { expectSoundBooks } from "../../support/invariants.ts";
import { openShop, type Shop, type TestClaim } from "../../support/shop.ts";

const CRASH = Symbol.for("voldaan.crash");

let shop: Shop;

beforeAll(async () => {
  shop = await openShop();
});

beforeEach(() => {
  shop.simulator.control.clearFaults();
  shop.simulator.control.clearRequests();
});

afterEach(async () => {
  Reflect.deleteProperty(globalThis, CRASH);
  await expectSoundBooks(shop.services, shop.simulator);
});

afterAll(async () => {
  await shop.close();
});

/** From here on the work breaks off at that point, once. */
function crashAt(point: string): void {
  Reflect.set(globalThis, CRASH, (name: string) => {
    if (name !== point) return;
    Reflect.deleteProperty(globalThis, CRASH);
    throw new Error(`crash at ${point}`);
  });
}

const created = () => shop.simulator.control.payments().map(({ metadata }) => (metadata as { attemptId: string }).attemptId); // prettier-ignore

async function crashWhileStarting(point: string): Promise<{ claim: TestClaim; paymentId: string }> {
  const claim = await shop.newClaim();
  const paymentId = shop.newPaymentId();
  crashAt(point);
  await expect(shop.start([{ claim, amount: "100.00" }], paymentId)).rejects.toThrow(`crash at ${point}`);
  return { claim, paymentId };
}

async function sweepAfter(milliseconds: number): Promise<void> {
  shop.services.clock.advance(milliseconds);
  await sweepPayments(shop.services, 50);
  await shop.settleAll();
}

test("C01 before the provider was asked: the same form again makes the one payment", async () => {
  const { claim, paymentId } = await crashWhileStarting("pay:row-written");
  expect(created()).not.toContain(paymentId);
  expect(await shop.start([{ claim, amount: "100.00" }], paymentId)).toMatchObject({ ok: true });
  expect(await shop.findStored(paymentId)).toMatchObject({ status: "creating" });

  shop.services.clock.advance(8_000);
  expect(await shop.start([{ claim, amount: "100.00" }], paymentId)).toMatchObject({ ok: true });
  expect(await shop.findStored(paymentId)).toMatchObject({ status: "open" });
  expect(created().filter((id) => id === paymentId)).toHaveLength(1);
});

test("C01 before the provider was asked: the sweeper ends the attempt after a minute, and the claim is free", async () => {
  const { claim, paymentId } = await crashWhileStarting("pay:row-written");
  await sweepAfter(59_000);
  expect(await shop.findStored(paymentId)).toMatchObject({ status: "creating" });
  await sweepAfter(1_000);
  expect(await shop.findStored(paymentId)).toMatchObject({ status: "abandoned", checkAt: null });
  expect(await shop.start([{ claim, amount: "100.00" }])).toMatchObject({ ok: true });
});

test("C02 asked and no answer: within the hour the same form gets the same payment", async () => {
  const claim = await shop.newClaim();
  const paymentId = shop.newPaymentId();
  shop.simulator.control.addFault({ kind: "reset", when: "after", method: "POST", times: 1 });
  const silent = { ok: false, error: { kind: "provider_silent", paymentId } };
  expect(await shop.start([{ claim, amount: "100.00" }], paymentId)).toEqual(silent);

  shop.services.clock.advance(8_000);
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => shop.start([{ claim, amount: "100.00" }], paymentId)),
  );
  expect(answers.every(({ ok }) => ok)).toBe(true);
  expect(await shop.findStored(paymentId)).toMatchObject({ status: "open" });
  expect(created().filter((id) => id === paymentId)).toHaveLength(1);
  expect(shop.simulator.control.requests().filter(({ method }) => method === "POST")).toHaveLength(2);
});

test("C02 asked and no answer: after more than an hour it is looked for, never asked for again", async () => {
  const claim = await shop.newClaim();
  const paymentId = shop.newPaymentId();
  shop.simulator.control.addFault({ kind: "reset", when: "after", method: "POST", times: 1 });
  await shop.start([{ claim, amount: "100.00" }], paymentId);
  const [made] = shop.simulator.control
    .payments()
    .filter(({ id }) => id)
    .slice(-1);
  shop.simulator.control.setStatus({ paymentId: made?.id ?? "", status: "paid" });
  shop.services.clock.advance(3_700_000);
  expect(await shop.start([{ claim, amount: "100.00" }], paymentId)).toMatchObject({ ok: true });
  expect(created().filter((id) => id === paymentId)).toHaveLength(1);

  await sweepAfter(0);
  expect(await shop.findStored(paymentId)).toMatchObject({ status: "paid", providerId: made?.id });
  expect(await shop.balanceOf(claim)).toMatchObject({ open: "0.00", status: "settled" });
});

test("C02 while the provider is down the attempt waits for a verdict", async () => {
  const claim = await shop.newClaim();
  const paymentId = shop.newPaymentId();
  shop.simulator.control.addFault({ kind: "reset" });
  await shop.start([{ claim, amount: "100.00" }], paymentId);
  await sweepAfter(60_000);
  expect(await shop.findStored(paymentId)).toMatchObject({ status: "creating" });
  shop.simulator.control.clearFaults();
  await sweepAfter(60_000);
  expect(await shop.findStored(paymentId)).toMatchObject({ status: "abandoned" });
});

test("C03 the answer was not stored: the notice, sent to the attempt's own address, settles it", async () => {
  const { claim, paymentId } = await crashWhileStarting("pay:answered");
  const orphan = shop.simulator.control.payments().at(-1)?.id ?? "";
  shop.simulator.control.setStatus({ paymentId: orphan, status: "paid" });
  await shop.notice({ id: paymentId, providerId: orphan });

  expect(await shop.findStored(paymentId)).toMatchObject({ status: "paid", providerId: orphan });
  expect(await shop.balanceOf(claim)).toMatchObject({ open: "0.00", status: "settled" });
});

test("C03 the answer was not stored and no notice comes: the sweeper finds the payment", async () => {
  const { claim, paymentId } = await crashWhileStarting("pay:answered");
  await sweepAfter(60_000);
  const payment = await shop.findStored(paymentId);
  expect(payment).toMatchObject({ status: "open", checkoutUrl: expect.stringContaining(payment.providerId) });
  await shop.pay(payment);
  expect(await shop.balanceOf(claim)).toMatchObject({ status: "settled" });
});

test("C04 and C05: a notice is answered only when it is stored, and one that got no answer is not needed", async () => {
  const claim = await shop.newClaim();
  const payment = await shop.startOpen([{ claim, amount: "100.00" }]);
  shop.simulator.control.setStatus({ paymentId: payment.providerId, status: "paid" });
  await receiveNotice(shop.services, { providerId: payment.providerId, attemptId: null, from: "192.0.2.1" });
  const rows = await shop.services.database.prisma.providerNotice.count({ where: { providerId: payment.providerId } });
  expect(rows).toBe(1);

  const other = await shop.newClaim();
  const unheard = await shop.startOpen([{ claim: other, amount: "100.00" }]);
  shop.simulator.control.setStatus({ paymentId: unheard.providerId, status: "paid" });
  await sweepAfter(60_000);
  expect(await shop.balanceOf(claim)).toMatchObject({ status: "settled" });
  expect(await shop.balanceOf(other)).toMatchObject({ status: "settled" });
});

test.each([
  ["C06", "notice:claimed"],
  ["C07", "settle:fetched"],
  ["C08", "settle:booked"],
  ["C08", "settle:status"],
  ["C08", "settle:events"],
  ["C08", "settle:before-audit"],
  ["C08", "settle:before-commit"],
  ["C09", "notice:before-finish"],
])("%s a crash at %s: the lease runs out and the payment is booked once", async (_, point) => {
  const claim = await shop.newClaim({ email: "jansen@example.nl" });
  const payment = await shop.startOpen([{ claim, amount: "100.00" }]);
  shop.simulator.control.setStatus({ paymentId: payment.providerId, status: "paid" });
  await receiveNotice(shop.services, { providerId: payment.providerId, attemptId: payment.id, from: "192.0.2.1" });

  crashAt(point);
  await expect(settleDueNotices(shop.services, 10)).rejects.toThrow(`crash at ${point}`);
  expect(await shop.moneyOf(claim)).toHaveLength(point === "notice:before-finish" ? 1 : 0);
  expect(await settleDueNotices(shop.services, 10)).toBe(0);
  await shop.services.database.pool.query("update provider_notice set locked_until = now() - interval '1 second'");
  await shop.settleAll();

  expect(await shop.moneyOf(claim)).toHaveLength(1);
  expect(await shop.balanceOf(claim)).toMatchObject({ open: "0.00", credit: "0.00", status: "settled" });
  expect((await shop.eventsOf(claim)).map(({ type }) => type)).toEqual([
    "claim.opened",
    "payment.paid",
    "claim.settled",
  ]);
  expect(await shop.services.database.prisma.outgoingMail.count({ where: { claimId: claim.claimId } })).toBe(1);
});

test("a crash of the sweeper before it asked costs one round: the next check finds the money", async () => {
  const claim = await shop.newClaim();
  const payment = await shop.startOpen([{ claim, amount: "100.00" }]);
  shop.simulator.control.setStatus({ paymentId: payment.providerId, status: "paid" });
  shop.services.clock.advance(60_000);
  crashAt("sweep:taken");
  await expect(sweepPayments(shop.services, 50)).rejects.toThrow("crash at sweep:taken");
  expect(await shop.findStored(payment.id)).toMatchObject({ status: "open" });
  await sweepAfter(4 * 60_000);
  expect(await shop.balanceOf(claim)).toMatchObject({ status: "settled" });
});
