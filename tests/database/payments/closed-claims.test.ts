import { expect, test } from "vitest";
import { closeClaim } from "#app/server/claims/close-claim.server.ts";
import { payBackCredit } from "#app/server/payments/pay-back-credit.server.ts";
import { paymentReturnView } from "#app/server/payments/payment-return-view.server.ts";
import type { Shop, TestClaim } from "../../support/shop.ts";
import { withShop } from "../../support/with-shop.ts";

let shop: Shop;

withShop((opened) => (shop = opened));

const close = ({ claimId }: TestClaim) =>
  closeClaim(shop.services, { creditorId: shop.creditorId, claimId, reason: "Wij schrijven dit af.", actor: "test" });

const eventTypes = async (claim: TestClaim) => (await shop.eventsOf(claim)).map(({ type }) => type);

test("a payment under way that Mollie can cancel is cancelled when its claim is closed (T29)", async () => {
  shop.simulator.control.setCancelable({ cancelable: true });
  const claim = await shop.newClaim();
  const payment = await shop.startOpen([{ claim, amount: "100.00" }]);
  await close(claim);
  shop.simulator.control.setCancelable({ cancelable: false });
  expect(shop.simulator.control.payment({ paymentId: payment.providerId }).status).toBe("canceled");
  expect(await shop.findStored(payment.id)).toMatchObject({ status: "cancelled" });
  expect(await eventTypes(claim)).toEqual(["claim.opened", "claim.closed", "payment.failed"]);
});

test("one that cannot be cancelled goes on; its money is the debtor's and can be paid back (T29)", async () => {
  const claim = await shop.newClaim();
  const payment = await shop.startOpen([{ claim, amount: "100.00" }]);
  expect(await close(claim)).toEqual({ ok: true, value: null });
  expect(await shop.findStored(payment.id)).toMatchObject({ status: "open" });

  shop.services.clock.advance(60_000);
  await shop.pay(payment);
  expect(await shop.balanceOf(claim)).toEqual({ open: "100.00", credit: "100.00", status: "closed" });
  expect(await eventTypes(claim)).toEqual(["claim.opened", "claim.closed", "payment.paid", "payment.overpaid"]); // prettier-ignore
  const paid = (await shop.eventsOf(claim)).find(({ type }) => type === "payment.paid");
  expect(paid?.data).toMatchObject({ allocation: { principal: "0.00", credit: "100.00" }, open: "100.00" });

  const order = { creditorId: shop.creditorId, claimId: claim.claimId, actor: "test" };
  expect(await payBackCredit(shop.services, order)).toEqual({ byProvider: 10_000n, left: 0n });
  const made = await shop.services.database.prisma.refund.findFirstOrThrow({ where: { paymentId: payment.id } });
  shop.simulator.control.setRefundStatus({ refundId: made.providerId ?? "", status: "refunded" });
  await shop.notice(payment);
  expect(await shop.balanceOf(claim)).toEqual({ open: "100.00", credit: "0.00", status: "closed" });
});

test("who paid after the claim was closed is told that nothing is asked, and that the money is theirs", async () => {
  const claim = await shop.newClaim({ email: "j@example.org" });
  const payment = await shop.startOpen([{ claim, amount: "100.00" }]);
  await close(claim);
  shop.services.clock.advance(60_000);
  await shop.pay(payment);
  const { returnId } = await shop.findStored(payment.id);
  const view = await paymentReturnView(shop.services, { returnId: returnId ?? "", debtor: claim.debtor });
  expect(view).toMatchObject({ state: "paid", details: { open: 0n } });
  const mail = await shop.services.database.prisma.outgoingMail.findFirstOrThrow({
    where: { claimId: claim.claimId, kind: "payment_received" },
  });
  expect(mail.text).toMatch(/Er staat niets meer open\./);
  expect(mail.text).toMatch(/Er is €\s100,00 te veel betaald\. Dat geld is van u\./);
});

test("the provider tells whole seconds: what was paid in the second of the closing is the debtor's", async () => {
  const claim = await shop.newClaim();
  const payment = await shop.startOpen([{ claim, amount: "100.00" }]);
  const second = Math.ceil(shop.services.clock.now().getTime() / 1000) * 1000;
  shop.services.clock.moveTo(new Date(second + 400).toISOString());
  await close(claim);
  shop.services.clock.moveTo(new Date(second + 700).toISOString());
  await shop.pay(payment);
  expect(await shop.balanceOf(claim)).toEqual({ open: "100.00", credit: "100.00", status: "closed" });
});

test("what was paid before the claim was closed, and is heard of later, paid the claim (T29)", async () => {
  const claim = await shop.newClaim();
  const payment = await shop.startOpen([{ claim, amount: "100.00" }]);
  shop.simulator.control.setStatus({ paymentId: payment.providerId, status: "paid" });
  shop.services.clock.advance(60_000);
  await close(claim);
  await shop.notice(payment);

  expect(await shop.balanceOf(claim)).toEqual({ open: "0.00", credit: "0.00", status: "closed" });
  expect(await eventTypes(claim)).toEqual(["claim.opened", "claim.closed", "payment.paid"]);
});

test("of a payment for two claims only the share of the closed one is the debtor's", async () => {
  const [closed, other] = [await shop.newClaim({ debtor: "K-two" }), await shop.newClaim({ debtor: "K-two" })];
  const payment = await shop.startOpen([
    { claim: closed, amount: "100.00" },
    { claim: other, amount: "40.00" },
  ]);
  await close(closed);
  shop.services.clock.advance(60_000);
  await shop.pay(payment);
  expect(await shop.balanceOf(closed)).toEqual({ open: "100.00", credit: "100.00", status: "closed" });
  expect(await shop.balanceOf(other)).toEqual({ open: "60.00", credit: "0.00", status: "open" });
});

test("a chargeback of money that came after closing takes the credit, and the claim stays as it was", async () => {
  const claim = await shop.newClaim();
  const payment = await shop.startOpen([{ claim, amount: "100.00" }]);
  await close(claim);
  shop.services.clock.advance(60_000);
  await shop.pay(payment);
  shop.simulator.control.chargeback({ paymentId: payment.providerId });
  await shop.notice(payment);
  expect(await shop.balanceOf(claim)).toEqual({ open: "100.00", credit: "0.00", status: "closed" });
});

test("money outside the portal: received up to the day of closing it paid the claim, later it is the debtor's", async () => {
  const claim = await shop.newClaim();
  await close(claim);
  const closedOn = shop.services.clock.today();
  await shop.receive(claim, "30.00");
  expect(await shop.balanceOf(claim)).toEqual({ open: "70.00", credit: "0.00", status: "closed" });
  shop.services.clock.advance(2 * 86_400_000);
  expect(shop.services.clock.today() > closedOn).toBe(true);
  await shop.receive(claim, "20.00");
  expect(await shop.balanceOf(claim)).toEqual({ open: "70.00", credit: "20.00", status: "closed" });
});

test("from the day after closing no interest runs and no costs fall due", async () => {
  const { prisma } = shop.services.database;
  const claim = await shop.newClaim();
  const terms = { interestType: "statutory", costsType: "statutory", noticeDeliveredOn: new Date(shop.services.clock.now()) } as const; // prettier-ignore
  await prisma.claim.update({ where: { id: claim.claimId }, data: terms });
  const { open } = await shop.balanceOf(claim);
  shop.services.clock.advance(86_400_000);
  expect(Number((await shop.balanceOf(claim)).open)).toBeGreaterThan(Number(open));
  await close(claim);
  const atClosing = await shop.balanceOf(claim);
  shop.services.clock.advance(60 * 86_400_000);
  expect(await shop.balanceOf(claim)).toEqual(atClosing);
});
