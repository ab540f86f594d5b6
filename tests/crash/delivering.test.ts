import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { openPortal, type Portal } from "../support/portal.ts";
import { expectReceived, killAt } from "./killing.ts";
import { expectPaidOnce, PAID, pay, startPayment } from "./paying.ts";

let portal: Portal;

beforeAll(async () => {
  portal = await openPortal();
});
afterEach(async () => {
  await portal.quiet();
  await portal.expectSound();
});
afterAll(() => portal.close());

test.each([
  ["publish:before-commit", 0],
  ["deliver:claimed", 0],
  ["deliver:answered", 1],
  ["deliver:finishing", 1],
])("a worker killed at %s: every event arrives, %i of them again under its own id", async (point, repeats) => {
  const payment = await startPayment(portal);
  await killAt(portal, { name: "worker", point, cause: () => pay(portal, payment) });
  await expectPaidOnce(portal, payment);
  expectReceived(portal, payment.claim, { events: PAID, repeats });
});

test("a worker killed while it writes down a failure: the event goes again and none is lost", async () => {
  const { receiver } = portal.app;
  const payment = await startPayment(portal);
  const cause = () => {
    receiver.answerWith({ kind: "status", status: 500 });
    pay(portal, payment);
  };
  await killAt(portal, {
    name: "worker",
    point: "deliver:finishing",
    cause,
    meanwhile: () => receiver.answerWith(null),
  });
  await expectPaidOnce(portal, payment);
  expectReceived(portal, payment.claim, { events: PAID, repeats: 1 });
});

test("a worker killed while the receiver thinks: the event goes again under its own id", async () => {
  const { app } = portal;
  const payment = await startPayment(portal);
  await portal.quiet();
  app.receiver.answerWith({ kind: "silence" });
  pay(portal, payment);
  const asked = () => portal.receivedOf(payment.claim).length;
  await expect.poll(asked, { timeout: 30_000, interval: 25 }).toBe(2);
  await app.kill("worker");
  app.receiver.answerWith(null);
  await portal.expireLeases();
  await app.start("worker");
  await expectPaidOnce(portal, payment);
  expectReceived(portal, payment.claim, { events: PAID, repeats: 1 });
});
