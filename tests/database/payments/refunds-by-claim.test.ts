import { afterAll, beforeAll, expect, test } from "vitest";
import { type Cents, parseDecimal } from "#app/domain/money.ts";
import { findClaim } from "#app/server/claims/claim-record.server.ts";
import { creditClaim } from "#app/server/claims/credit-claim.server.ts";
import { creditToPayBack, payBackCredit } from "#app/server/payments/pay-back-credit.server.ts";
import { recordOutsidePayment } from "#app/server/payments/record-outside-payment.server.ts";
import { refundPayment } from "#app/server/payments/refund-payment.server.ts";
import { newId } from "#app/server/platform/crypto/random-id.server.ts";
import { expectSoundBooks } from "../../support/invariants.ts";
import { openShop, type Shop, type TestClaim } from "../../support/shop.ts";

let shop: Shop;
let count = 0;

beforeAll(async () => void (shop = await openShop()));
afterAll(async () => {
  await expectSoundBooks(shop.services, shop.simulator);
  await shop.close();
});

function cents(text: string): Cents {
  const parsed = parseDecimal(text);
  if (!parsed.ok) throw new Error(text);
  return parsed.value;
}

/** One payment of 200 euro for two claims of 100 euro: without a claim's name the second one gives first. */
async function paidTogether() {
  const debtor = `T-${(count += 1)}`;
  const first = await shop.newClaim({ debtor });
  shop.services.clock.advance(1_000);
  const second = await shop.newClaim({ debtor });
  const payment = await shop.startOpen([
    { claim: first, amount: "100.00" },
    { claim: second, amount: "100.00" },
  ]);
  await shop.pay(payment);
  return { first, second, payment };
}

async function credit({ claimId }: TestClaim, amount: string): Promise<void> {
  const { services, creditorId } = shop;
  const factKey = `${newId("crn", services.clock.now())}:credited`;
  const credited = await creditClaim(services, { creditorId, claimId, factKey, amount: cents(amount), reason: "test", invoiceId: null, creditedOn: services.clock.today(), actor: "test" }); // prettier-ignore
  if (!credited.ok) throw new Error(credited.error.kind);
}

const payBack = ({ claimId }: TestClaim) => payBackCredit(shop.services, { creditorId: shop.creditorId, claimId, actor: "test" }); // prettier-ignore

async function toPayBack({ claimId }: TestClaim): Promise<Cents> {
  const claim = await findClaim(shop.services.database.prisma, { creditorId: shop.creditorId, claimId });
  if (!claim) throw new Error("no such claim");
  return creditToPayBack(shop.services, claim);
}

const refund = (paymentId: string, amount: string, claimId?: string) =>
  refundPayment(shop.services, { creditorId: shop.creditorId, paymentId, refundId: newId("rfd", shop.services.clock.now()), amount: cents(amount), actor: "test", ...(claimId === undefined ? {} : { claimId }) }); // prettier-ignore

/** The provider says of every refund of a payment that it has gone. */
async function goes(payment: { id: string; providerId: string }): Promise<void> {
  const rows = await shop.services.database.prisma.refund.findMany({ where: { paymentId: payment.id, status: "pending" } }); // prettier-ignore
  for (const { providerId } of rows) shop.simulator.control.setRefundStatus({ refundId: providerId ?? "", status: "refunded" }); // prettier-ignore
  await shop.notice(payment);
}

test("what was paid too much on one claim goes back out of its own share, and the other claim notices nothing", async () => {
  const { first, second, payment } = await paidTogether();
  await credit(first, "30.00");
  const before = [await shop.balanceOf(second), await shop.eventsOf(second)];
  expect(await payBack(first)).toEqual({ byProvider: 3_000n, left: 0n });
  expect(await payBack(first)).toEqual({ byProvider: 0n, left: 0n });
  expect([await toPayBack(first), await toPayBack(second)]).toEqual([0n, 0n]);
  await goes(payment);

  expect(await shop.balanceOf(first)).toEqual({ open: "0.00", credit: "0.00", status: "settled" });
  expect([await shop.balanceOf(second), await shop.eventsOf(second)]).toEqual(before);
  expect(await shop.moneyOf(first)).toEqual(["payment 100.00 2026-11-22", "refund 30.00 2026-11-22"]);
  expect((await shop.eventsOf(first)).filter(({ type }) => type === "payment.refunded").map(({ data }) => data)).toMatchObject([
    { payment: { id: payment.id, amount: "100.00" }, refund: { amount: "30.00", status: "refunded" }, credit: "0.00" },
  ]); // prettier-ignore
});

test("a refund on its way for one claim takes nothing from what the other has to get", async () => {
  const { first, second, payment } = await paidTogether();
  await credit(first, "30.00");
  await credit(second, "20.00");
  await payBack(first);
  expect(await toPayBack(second)).toBe(2_000n);
  expect(await payBack(second)).toEqual({ byProvider: 2_000n, left: 0n });
  await goes(payment);
  expect([await shop.balanceOf(first), await shop.balanceOf(second)]).toEqual([
    { open: "0.00", credit: "0.00", status: "settled" },
    { open: "0.00", credit: "0.00", status: "settled" },
  ]);
});

test("of a payment for several claims no more goes back for one than its share still holds", async () => {
  const { first, second, payment } = await paidTogether();
  expect(await refund(payment.id, "100.01", first.claimId)).toMatchObject({ ok: false, error: { kind: "refund_exceeds_payment", allowed: 10_000n } }); // prettier-ignore
  expect(await refund(payment.id, "1.00", "clm_other")).toMatchObject({ ok: false, error: { allowed: 0n } });
  expect(await refund(payment.id, "60.00", first.claimId)).toMatchObject({ ok: true });
  expect(await refund(payment.id, "40.01", first.claimId)).toMatchObject({ ok: false, error: { allowed: 4_000n } });
  expect(await refund(payment.id, "140.01")).toMatchObject({ ok: false, error: { allowed: 14_000n } });
  // This one names nobody: it may yet take from either, so neither can give the same money again.
  expect(await refund(payment.id, "90.00")).toMatchObject({ ok: true });
  expect(await refund(payment.id, "50.01", second.claimId)).toMatchObject({ ok: false, error: { allowed: 1_000n } });
  await goes(payment);
  expect(await shop.moneyOf(first)).toEqual(["payment 100.00 2026-11-22", "refund 60.00 2026-11-22"]);
  expect(await shop.moneyOf(second)).toEqual(["payment 100.00 2026-11-22", "refund 90.00 2026-11-22"]);
});

test("a bank took the share back meanwhile: what is not there any more comes out of the other share", async () => {
  const { first, second, payment } = await paidTogether();
  expect(await refund(payment.id, "50.00", second.claimId)).toMatchObject({ ok: true });
  shop.simulator.control.chargeback({ paymentId: payment.providerId, amount: { currency: "EUR", value: "100.00" } });
  await shop.notice(payment);
  await goes(payment);
  expect(await shop.moneyOf(second)).toEqual(["payment 100.00 2026-11-22", "chargeback 100.00 2026-11-22"]);
  expect(await shop.moneyOf(first)).toEqual(["payment 100.00 2026-11-22", "refund 50.00 2026-11-22"]);
});

test("what the provider refuses to pay back is the creditor's own to pay", async () => {
  const { first } = await paidTogether();
  await credit(first, "30.00");
  shop.simulator.control.addFault({ kind: "error", status: 422, method: "POST", times: 1 });
  expect(await payBack(first)).toEqual({ byProvider: 0n, left: 3_000n });
  expect(await toPayBack(first)).toBe(3_000n);
});

test("money that came outside the portal is not paid back by the provider", async () => {
  const claim = await shop.newClaim();
  const { services, creditorId } = shop;
  await recordOutsidePayment(services, { creditorId, claimId: claim.claimId, paymentId: shop.newPaymentId(), amount: cents("120.00"), receivedOn: services.clock.today(), method: "bank_transfer", actor: "test" }); // prettier-ignore
  expect(await payBack(claim)).toEqual({ byProvider: 0n, left: 2_000n });
});
