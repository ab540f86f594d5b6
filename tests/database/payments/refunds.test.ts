import { afterAll, beforeAll, expect, test } from "vitest";
import { type Cents, parseDecimal } from "#app/domain/money.ts";
import { recordOutsidePayment } from "#app/server/payments/record-outside-payment.server.ts";
import { refundPayment } from "#app/server/payments/refund-payment.server.ts";
import { sweepRefunds } from "#app/server/payments/sweep-refunds.server.ts";
import { newId } from "#app/server/platform/crypto/random-id.server.ts";
import { expectSoundBooks } from "../../support/invariants.ts";
import { openShop, type Shop } from "../../support/shop.ts";

let shop: Shop;

beforeAll(async () => void (shop = await openShop()));
afterAll(async () => {
  await expectSoundBooks(shop.services, shop.simulator);
  await shop.close();
});

const newRefund = () => newId("rfd", shop.services.clock.now());

function cents(text: string): Cents {
  const parsed = parseDecimal(text);
  if (!parsed.ok) throw new Error(text);
  return parsed.value;
}

const refund = (paymentId: string, amount: string, refundId = newRefund()) =>
  refundPayment(shop.services, {
    creditorId: shop.creditorId,
    paymentId,
    refundId,
    amount: cents(amount),
    actor: "test",
  });

async function paid(amount = "100.00") {
  const claim = await shop.newClaim();
  const payment = await shop.startOpen([{ claim, amount }]);
  await shop.pay(payment);
  return { claim, payment };
}

/** The refunds of a payment as the provider has them. */
async function atProvider({ providerId, creditorId }: { providerId: string; creditorId: string }) {
  const creditor = await shop.services.database.prisma.creditor.findUniqueOrThrow({ where: { id: creditorId } });
  const seen = await shop.services.providers.of(creditor)?.fetch(providerId);
  if (!seen?.ok) throw new Error("the provider does not know it");
  return seen.value.refunds;
}

const stored = (id: string) => shop.services.database.prisma.refund.findUniqueOrThrow({ where: { id } });

test("a part goes back by the provider, and is booked once the provider says that it has gone", async () => {
  const { claim, payment } = await paid();
  const refundId = newRefund();
  const asked = await Promise.all([refund(payment.id, "30.00", refundId), refund(payment.id, "30.00", refundId)]);
  expect(asked.every(({ ok }) => ok)).toBe(true);
  const [made, ...others] = await atProvider(payment);
  expect([made?.amount, made?.status, others]).toEqual([3_000n, "pending", []]);
  await shop.settleAll();
  expect(await shop.balanceOf(claim)).toMatchObject({ open: "0.00", status: "settled" });
  expect((await stored(refundId)).status).toBe("pending");

  shop.simulator.control.setRefundStatus({ refundId: made?.id ?? "", status: "refunded" });
  await shop.notice(payment);
  await shop.notice(payment);
  expect(await shop.balanceOf(claim)).toMatchObject({ open: "30.00", status: "open" });
  expect((await stored(refundId)).status).toBe("refunded");
  expect((await shop.eventsOf(claim)).map(({ type }) => type)).toEqual(["claim.opened", "payment.paid", "claim.settled", "payment.refunded", "claim.reopened"]); // prettier-ignore
});

test("never more than is left, whatever goes on at once", async () => {
  const { payment } = await paid();
  const asked = await Promise.all([refund(payment.id, "60.00"), refund(payment.id, "60.01")]);
  expect(asked.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await refund(payment.id, "50.00")).toMatchObject({ ok: false, error: { kind: "refund_exceeds_payment" } });
  expect(await atProvider(payment)).toHaveLength(1);
});

test("a refund that names no claim gives back what was overpaid before it opens another claim again", async () => {
  const [overpaid, other] = [await shop.newClaim({ debtor: "K-both" }), await shop.newClaim({ debtor: "K-both" })];
  const shares = [overpaid, other].map((claim) => ({ claim, amount: "100.00" }));
  const payment = await shop.startOpen(shares);
  await shop.receive(overpaid, "100.00");
  await shop.pay(payment);
  expect(await shop.balanceOf(overpaid)).toMatchObject({ credit: "100.00" });

  for (const amount of ["60.00", "70.00"]) {
    const refundId = newRefund();
    await refund(payment.id, amount, refundId);
    shop.simulator.control.setRefundStatus({ refundId: (await stored(refundId)).providerId ?? "", status: "refunded" });
    await shop.notice(payment);
  }
  expect(await shop.balanceOf(overpaid)).toMatchObject({ open: "0.00", credit: "0.00", status: "settled" });
  expect(await shop.balanceOf(other)).toMatchObject({ open: "30.00", credit: "0.00", status: "open" });
});

test("what is not paid, or somebody else's, is not paid back", async () => {
  const claim = await shop.newClaim();
  const open = await shop.startOpen([{ claim, amount: "100.00" }]);
  expect(await refund(open.id, "1.00")).toEqual({ ok: false, error: { kind: "payment_not_paid" } });
  const { payment } = await paid();
  const order = { paymentId: payment.id, refundId: newRefund(), amount: cents("1.00"), actor: "test" };
  expect(await refundPayment(shop.services, { ...order, creditorId: "crd_other" })).toEqual({ ok: false, error: { kind: "payment_not_found" } }); // prettier-ignore
});

test("no answer: the worker asks again, and there is one refund", async () => {
  for (const after of [true, false]) {
    const { payment } = await paid();
    const refundId = newRefund();
    shop.simulator.control.addFault({ kind: "reset", when: after ? "after" : "before", method: "POST", times: 1 });
    expect(await refund(payment.id, "40.00", refundId)).toEqual({ ok: true, value: { refundId, status: "creating" } });
    shop.services.clock.advance(61_000);
    await sweepRefunds(shop.services, 10);
    expect((await stored(refundId)).status).toBe("pending");
    expect(await atProvider(payment)).toHaveLength(1);
  }
});

test("what the provider refuses is over, and free again", async () => {
  const { payment } = await paid();
  shop.simulator.control.addFault({ kind: "error", status: 422, method: "POST", times: 1 });
  const refundId = newRefund();
  expect(await refund(payment.id, "40.00", refundId)).toEqual({ ok: false, error: { kind: "provider_refused" } });
  expect((await stored(refundId)).status).toBe("failed");
  expect(await refund(payment.id, "100.00")).toMatchObject({ ok: true });
});

test("money that came outside the portal is booked back at once, over the bank", async () => {
  const claim = await shop.newClaim();
  const paymentId = shop.newPaymentId();
  const { creditorId, services } = shop;
  await recordOutsidePayment(services, { creditorId, claimId: claim.claimId, paymentId, amount: cents("130.00"), receivedOn: services.clock.today(), method: "bank_transfer", actor: "test" }); // prettier-ignore
  expect(await shop.balanceOf(claim)).toMatchObject({ open: "0.00", credit: "30.00" });
  const refundId = newRefund();
  expect(await refund(paymentId, "30.00", refundId)).toEqual({ ok: true, value: { refundId, status: "refunded" } });
  expect(await refund(paymentId, "30.00", refundId)).toEqual({ ok: true, value: { refundId, status: "refunded" } });
  expect(await shop.balanceOf(claim)).toEqual({ open: "0.00", credit: "0.00", status: "settled" });
  expect(await refund(paymentId, "100.01")).toMatchObject({ ok: false, error: { kind: "refund_exceeds_payment", allowed: 10_000n } }); // prettier-ignore
});
