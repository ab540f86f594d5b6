import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { openPortal, type Portal } from "../support/portal.ts";
import { expectReceived, killAt } from "./killing.ts";
import { atProvider, expectPaidOnce, type OpenPayment, PAID, pay, startPayment } from "./paying.ts";

const CHARGED_BACK = [...PAID, "4 payment.charged_back", "5 claim.reopened"];

let portal: Portal;

beforeAll(async () => {
  portal = await openPortal();
});
afterEach(async () => {
  portal.app.simulator.control.setWebhooks({ mode: "normal" });
  await portal.quiet();
  await portal.expectSound();
});
afterAll(() => portal.close());

async function expectPaidAndTold(payment: Omit<OpenPayment, "paymentId">): Promise<void> {
  await expectPaidOnce(portal, payment);
  expectReceived(portal, payment.claim, { events: PAID, repeats: { atMost: 1 } });
}

test.each([
  "notice:claimed",
  "settle:fetched",
  "settle:booked",
  "settle:status",
  "settle:events",
  "settle:before-audit",
  "settle:before-commit",
  "notice:before-finish",
])("a worker killed at %s: the payment is booked once", async (point) => {
  const payment = await startPayment(portal);
  await killAt(portal, { name: "worker", point, cause: () => pay(portal, payment) });
  await expectPaidAndTold(payment);
});

test.each(["settle:booked", "settle:before-commit"])(
  "a worker killed at %s: the chargeback is booked once",
  async (point) => {
    const { claim, providerId } = await startPayment(portal);
    pay(portal, { providerId });
    await expectPaidAndTold({ claim, providerId });

    let chargebackId = "";
    const chargeBack = () => {
      chargebackId = portal.app.simulator.control.chargeback({ paymentId: providerId }).id;
    };
    await killAt(portal, { name: "worker", point, cause: chargeBack });
    const money = [`${providerId}:paid payment 12000`, `${chargebackId}:chargeback chargeback 12000`];
    await expect.poll(() => portal.moneyOf(claim), { timeout: 30_000 }).toEqual(money);
    await portal.quiet();
    expect(await portal.eventsOf(claim)).toEqual(CHARGED_BACK);
    expectReceived(portal, claim, { events: CHARGED_BACK, repeats: { atMost: 1 } });
    const statement = await portal.api("GET", `/claims/${claim.id}/statement`);
    expect(statement["open"]).toBe("120.00");
  },
);

test("a worker killed at sweep:taken: the next look finds what no notice told", async () => {
  const { app } = portal;
  const payment = await startPayment(portal);
  // The minutes until the worker asks by itself pass here, because the clock of a running process cannot be moved.
  const comeToCheck = () =>
    app.database.db.pool.query("update payment set check_at = now() where id = $1", [payment.paymentId]);
  app.simulator.control.setWebhooks({ mode: "lose" });
  pay(portal, payment);
  await killAt(portal, { name: "worker", point: "sweep:taken", cause: comeToCheck });
  await comeToCheck();
  await expectPaidAndTold(payment);
});

test("the web killed at pay:row-written: the same form again makes the one payment", async () => {
  const claim = await portal.newClaim();
  const debtor = await portal.enter(claim);
  const paymentId = await debtor.openPayForm();
  const cause = () => expect(debtor.sendPayForm(paymentId)).rejects.toThrow();
  await killAt(portal, { name: "web", point: "pay:row-written", cause });
  expect(atProvider(portal, paymentId)).toEqual([]);

  // The seconds until a repeated form asks the provider itself pass here.
  await portal.app.database.db.pool.query(
    "update payment set check_at = check_at - interval '10 seconds' where id = $1",
    [paymentId],
  );
  const sent = await debtor.sendPayForm(paymentId);
  expect([sent.status, sent.headers.location]).toEqual([303, `/claim/pay/${paymentId}`]);
  const [providerId = "", ...others] = atProvider(portal, paymentId);
  expect(others).toEqual([]);
  pay(portal, { providerId });
  await expectPaidAndTold({ claim, providerId });
});

test("the web killed at pay:answered: money for the payment it never stored is booked", async () => {
  const claim = await portal.newClaim();
  const debtor = await portal.enter(claim);
  const paymentId = await debtor.openPayForm();
  const cause = () => expect(debtor.sendPayForm(paymentId)).rejects.toThrow();
  await killAt(portal, { name: "web", point: "pay:answered", cause });
  const [providerId = ""] = atProvider(portal, paymentId);
  const stored = await portal.app.database.db.prisma.payment.findUniqueOrThrow({ where: { id: paymentId } });
  expect([stored.status, stored.providerId]).toEqual(["creating", null]);

  pay(portal, { providerId });
  await expectPaidAndTold({ claim, providerId });
});

test("notices that come while the web is down are brought again", async () => {
  const payment = await startPayment(portal);
  await portal.app.kill("web");
  pay(portal, payment);
  const tried = () => portal.app.simulator.control.notices().some(({ paymentId, attempts }) => paymentId === payment.providerId && attempts.length > 0); // prettier-ignore
  await expect.poll(tried, { timeout: 10_000 }).toBe(true);
  await portal.app.start("web");
  await expectPaidAndTold(payment);
});
