import { afterAll, beforeAll, expect, test } from "vitest";
import { openPortal, type Portal } from "../support/portal.ts";
import { killAt } from "./killing.ts";
import { pay, startPayment } from "./paying.ts";

let portal: Portal;

beforeAll(async () => {
  portal = await openPortal();
});
afterAll(() => portal.close());

test.each(["refund:row-written", "refund:answered"])(
  "the web killed at %s: one refund at the provider, booked once",
  async (point) => {
    const { claim, paymentId, providerId } = await startPayment(portal);
    const { prisma, pool } = portal.app.database.db;
    pay(portal, { providerId });
    await expect
      .poll(() => portal.moneyOf(claim), { timeout: 30_000, interval: 25 })
      .toEqual([`${providerId}:paid payment 12000`]);

    const ask = () => portal.api("POST", `/payments/${paymentId}/refunds`, { amount: { currency: "EUR", value: "20.00" } }); // prettier-ignore
    await killAt(portal, { name: "web", point, cause: () => expect(ask()).rejects.toThrow() });
    const [refund, ...others] = await prisma.refund.findMany({ where: { paymentId } });
    expect([refund?.status, others]).toEqual(["creating", []]);

    // The minute until the worker asks by itself passes here, because the clock of a running process cannot be moved.
    await pool.query("update refund set check_at = '2026-01-01' where id = $1", [refund?.id]);
    const status = async () => (await prisma.refund.findUniqueOrThrow({ where: { id: refund?.id ?? "" } })).status;
    await expect.poll(status, { timeout: 30_000, interval: 50 }).toBe("pending");
    const refundId = (await prisma.refund.findUniqueOrThrow({ where: { id: refund?.id ?? "" } })).providerId ?? "";
    portal.app.simulator.control.setRefundStatus({ refundId, status: "refunded" });
    const booked = [`${providerId}:paid payment 12000`, `${refundId}:refunded refund 2000`];
    await expect.poll(() => portal.moneyOf(claim), { timeout: 30_000, interval: 100 }).toEqual(booked);
    await portal.quiet();
    expect((await portal.eventsOf(claim)).map((event) => event.split(" ")[1])).toEqual(["claim.opened", "payment.paid", "claim.settled", "payment.refunded", "claim.reopened"]); // prettier-ignore
    await portal.expectSound();
  },
  90_000,
);
