import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { asCents } from "#app/domain/money.ts";
import { createUser } from "#app/server/creditors/create-user.server.ts";
import { refundPayment } from "#app/server/payments/refund-payment.server.ts";
import { sweepRefunds } from "#app/server/payments/sweep-refunds.server.ts";
import { newId } from "#app/server/platform/crypto/random-id.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { expectSoundBooks } from "../../support/invariants.ts";
import { openShop, type Shop, type TestClaim } from "../../support/shop.ts";

const HOUR_MS = 60 * 60_000;
const NOW = "2026-11-22T10:00:00.000Z";
const OWNER = "eigenaar@zonnestraal.example";

let shop: Shop;

beforeAll(async () => {
  shop = await openShop();
  await createUser(shop.services, { creditorId: shop.creditorId, email: OWNER, role: "owner", actor: "test" });
});
beforeEach(() => shop.services.clock.moveTo(NOW));
afterAll(async () => {
  await expectSoundBooks(shop.services, shop.simulator);
  await shop.close();
});

type Asked = { claim: TestClaim; payment: { id: string; providerId: string }; refundId: string; providerId: string };

/** A refund of 40 euro of a payment of 100 euro, which the provider took on. */
async function asked(): Promise<Asked> {
  const claim = await shop.newClaim();
  const payment = await shop.startOpen([{ claim, amount: "100.00" }]);
  await shop.pay(payment);
  const refundId = await refund(payment.id, 4_000n);
  await shop.settleAll();
  return { claim, payment, refundId, providerId: (await stored(refundId)).providerId ?? "" };
}

async function refund(paymentId: string, amount: bigint): Promise<string> {
  const refundId = newId("rfd", shop.services.clock.now());
  const order = { creditorId: shop.creditorId, paymentId, refundId, amount: asCents(amount), actor: "test" };
  const made = await refundPayment(shop.services, order);
  if (!made.ok) throw new Error(made.error.kind);
  return refundId;
}

const stored = (id: string) => shop.services.database.prisma.refund.findUniqueOrThrow({ where: { id } });

/** As the application sees a provider that shows no refunds with the payment, or does not know the payment. */
function providerWithout(what: "refunds" | "payment"): Services {
  const { providers } = shop.services;
  return {
    ...shop.services,
    providers: {
      ...providers,
      of(creditor) {
        const real = providers.of(creditor);
        return real && { ...real, fetch: async (id) => (what === "payment" ? { ok: false, error: { kind: "not_found" } } : withoutRefunds(await real.fetch(id))) }; // prettier-ignore
      },
    },
  };
}

type Fetched = Awaited<ReturnType<NonNullable<ReturnType<Services["providers"]["of"]>>["fetch"]>>;

const withoutRefunds = (seen: Fetched): Fetched => (seen.ok ? { ok: true, value: { ...seen.value, refunds: [] } } : seen); // prettier-ignore

async function sweepAt(milliseconds: number, services: Services = shop.services): Promise<void> {
  shop.services.clock.moveTo(new Date(Date.parse(NOW) + milliseconds).toISOString());
  await sweepRefunds(services, 50);
  await shop.settleAll();
}

/** What the creditor was told of a refund: the event's refund, and how many mails. */
async function toldOf({ claim, refundId }: Pick<Asked, "claim" | "refundId">) {
  const events = (await shop.eventsOf(claim)).filter(({ type }) => type === "payment.refunded");
  const mails = await shop.services.database.prisma.outgoingMail.findMany({ where: { kind: "refund_failed_creditor", claimId: claim.claimId } }); // prettier-ignore
  const noted = await shop.services.database.prisma.auditEntry.count({ where: { subject: refundId, action: "payment.refund_failed" } }); // prettier-ignore
  return { events: events.map(({ data }) => data), mails: mails.map(({ recipient }) => recipient), noted };
}

async function expectOver(of: Asked): Promise<void> {
  expect(await stored(of.refundId)).toMatchObject({ status: "failed", checkAt: null, endedAt: expect.any(Date) });
  expect(await shop.moneyOf(of.claim)).toEqual(["payment 100.00 2026-11-22"]);
  expect(await shop.balanceOf(of.claim)).toEqual({ open: "0.00", credit: "0.00", status: "settled" });
  expect(await shop.findStored(of.payment.id)).toMatchObject({ amountRefunded: 0n, status: "paid" });
  const { events, mails, noted } = await toldOf(of);
  const nothing = { costs: "0.00", vat: "0.00", interest: "0.00", principal: "0.00", credit: "0.00" };
  expect(events).toMatchObject([
    { payment: { id: of.payment.id, amount: "100.00" }, refund: { id: of.providerId, amount: "40.00", status: "cancelled" }, allocation: nothing, open: "0.00", credit: "0.00" }, // prettier-ignore
  ]);
  expect([mails, noted]).toEqual([[OWNER], 1]);
}

test.each(["canceled", "failed"] as const)("%s before it went: over, told once, and free again", async (status) => {
  const of = await asked();
  shop.simulator.control.setRefundStatus({ refundId: of.providerId, status });
  await shop.notice(of.payment);
  await shop.notice(of.payment);
  await expectOver(of);
  shop.services.clock.advance(2 * HOUR_MS);
  await refund(of.payment.id, 10_000n);
});

test("cancelled without a notice: found within the hour", async () => {
  const of = await asked();
  shop.simulator.control.setRefundStatus({ refundId: of.providerId, status: "canceled" });
  await sweepAt(HOUR_MS - 1);
  expect((await stored(of.refundId)).status).toBe("pending");
  await sweepAt(HOUR_MS);
  await expectOver(of);
});

test("vanished at the provider: it ends, once, whoever looks", async () => {
  const of = await asked();
  shop.services.clock.advance(HOUR_MS);
  await Promise.all([1, 2, 3].map(() => sweepRefunds(providerWithout("refunds"), 50)));
  await expectOver(of);
  await sweepAt(2 * HOUR_MS, providerWithout("refunds"));
  await expectOver(of);
});

test("a provider that does not know the payment, or is silent, says nothing about its refund", async () => {
  const of = await asked();
  await sweepAt(HOUR_MS, providerWithout("payment"));
  shop.simulator.control.addFault({ kind: "reset", when: "before", method: "GET", times: 1 });
  await sweepAt(2 * HOUR_MS);
  expect(await stored(of.refundId)).toMatchObject({ status: "pending", checkAt: new Date(Date.parse(NOW) + 3 * HOUR_MS) }); // prettier-ignore
  expect(await toldOf(of)).toEqual({ events: [], mails: [], noted: 0 });
});

test("on its way it is looked after hourly on the first day, and daily then; gone, it is booked", async () => {
  const of = await asked();
  const checkAfter = async () => ((await stored(of.refundId)).checkAt?.getTime() ?? 0) - shop.services.clock.now().getTime(); // prettier-ignore
  expect(await checkAfter()).toBe(HOUR_MS);
  await sweepAt(HOUR_MS);
  expect(await checkAfter()).toBe(HOUR_MS);
  await sweepAt(24 * HOUR_MS);
  expect(await checkAfter()).toBe(24 * HOUR_MS);
  shop.simulator.control.setRefundStatus({ refundId: of.providerId, status: "refunded" });
  await sweepAt(48 * HOUR_MS);
  expect(await stored(of.refundId)).toMatchObject({ status: "refunded", checkAt: null });
  expect(await shop.balanceOf(of.claim)).toMatchObject({ open: "40.00" });
  expect((await toldOf(of)).events).toMatchObject([{ refund: { status: "refunded", amount: "40.00" } }]);
});

test("seen again after it had vanished: what went is booked, and what came back is booked back", async () => {
  const of = await asked();
  await sweepAt(HOUR_MS, providerWithout("refunds"));
  await expectOver(of);
  for (const status of ["refunded", "failed"] as const) {
    shop.simulator.control.setRefundStatus({ refundId: of.providerId, status });
    await shop.notice(of.payment);
    expect((await stored(of.refundId)).status).toBe(status);
  }
  const { events, mails } = await toldOf(of);
  expect(events.map(({ refund: told }) => (told as { status: string }).status)).toEqual(["cancelled", "refunded", "failed"]); // prettier-ignore
  expect(mails).toEqual([OWNER]);
  expect(await shop.balanceOf(of.claim)).toEqual({ open: "0.00", credit: "0.00", status: "settled" });
});

test("an answer that comes late opens nothing that has ended", async () => {
  const of = await asked();
  shop.simulator.control.setRefundStatus({ refundId: of.providerId, status: "refunded" });
  await shop.notice(of.payment);
  shop.simulator.control.setRefundStatus({ refundId: of.providerId, status: "pending" });
  await shop.notice(of.payment);
  expect(await stored(of.refundId)).toMatchObject({ status: "refunded", checkAt: null });
});

test("refused while the worker asked again: nobody waits for the answer, so the creditor is told", async () => {
  const claim = await shop.newClaim();
  const payment = await shop.startOpen([{ claim, amount: "100.00" }]);
  await shop.pay(payment);
  shop.simulator.control.addFault({ kind: "reset", when: "before", method: "POST", times: 1 });
  const refundId = await refund(payment.id, 4_000n);
  expect((await stored(refundId)).status).toBe("creating");
  shop.simulator.control.addFault({ kind: "error", status: 422, method: "POST", times: 1 });
  await sweepAt(61_000);
  expect((await stored(refundId)).status).toBe("failed");
  const { events, mails } = await toldOf({ claim, refundId });
  expect(events).toMatchObject([{ refund: { id: refundId, amount: "40.00", status: "cancelled" } }]);
  expect(mails).toEqual([OWNER]);
});

test("of a payment for several claims each is told of its part", async () => {
  const debtor = "T-parts";
  const first = await shop.newClaim({ debtor });
  shop.services.clock.advance(1_000);
  const second = await shop.newClaim({ debtor });
  const payment = await shop.startOpen([
    { claim: first, amount: "100.00" },
    { claim: second, amount: "100.00" },
  ]);
  await shop.pay(payment);
  const refundId = await refund(payment.id, 13_000n);
  const { providerId } = await stored(refundId);
  shop.simulator.control.setRefundStatus({ refundId: providerId ?? "", status: "canceled" });
  await shop.notice(payment);
  const partOf = async (claim: TestClaim) => (await toldOf({ claim, refundId })).events.map(({ refund: told }) => (told as { amount: string }).amount); // prettier-ignore
  expect([await partOf(first), await partOf(second)]).toEqual([["30.00"], ["100.00"]]);
});
