import { expect, test } from "vitest";
import { asCents } from "#app/domain/money.ts";
import type { CreditorGrant } from "#app/server/access/creditor-session.server.ts";
import { findClaim } from "#app/server/claims/claim-record.server.ts";
import { loadPayBack, payBackOnClaim } from "#app/server/inbox/pay-back-on-claim.server.ts";
import type { Shop, TestClaim } from "../../support/shop.ts";
import { withShop } from "../../support/with-shop.ts";

let shop: Shop;

withShop((opened) => (shop = opened));

/** 100 euro, of which 70 came over the bank and then 100 by the provider. */
async function overpaid() {
  const claim = await shop.newClaim();
  const payment = await shop.startOpen([{ claim, amount: "100.00" }]);
  await shop.receive(claim, "70.00");
  await shop.pay(payment);
  return { claim, payment };
}

async function page({ claimId }: TestClaim) {
  const claim = await findClaim(shop.services.database.prisma, { creditorId: shop.creditorId, claimId });
  if (!claim) throw new Error("no such claim");
  const choice = await loadPayBack(shop.services, claim);
  const grant = { creditorId: shop.creditorId, userId: "usr_test" } as CreditorGrant;
  const press = (act: string, shown = choice.shown) =>
    payBackOnClaim(shop.services, { grant, claim, form: new URLSearchParams({ act, shown }) });
  return { ...choice, press };
}

test("what was paid too much goes back by the provider, once", async () => {
  const { claim, payment } = await overpaid();
  const shown = await page(claim);
  expect(shown).toMatchObject({ provider: 70_00n, outside: 0n });
  expect(await shown.press("provider")).toBe("paid_back");
  expect(await shown.press("provider")).toBe("changed");
  expect(await page(claim)).toMatchObject({ provider: 0n, outside: 0n });

  const { providerId } = await shop.services.database.prisma.refund.findFirstOrThrow({
    where: { paymentId: payment.id },
  });
  shop.simulator.control.setRefundStatus({ refundId: providerId ?? "", status: "refunded" });
  await shop.notice(payment);
  expect(await shop.balanceOf(claim)).toEqual({ open: "0.00", credit: "0.00", status: "settled" });
});

test("what came outside the portal the creditor pays back itself, and books it", async () => {
  const claim = await shop.newClaim();
  await shop.receive(claim, "125.00");
  const shown = await page(claim);
  expect(shown).toMatchObject({ provider: 0n, outside: 25_00n });
  expect(await shown.press("outside")).toBe("booked_back");
  expect(await shop.balanceOf(claim)).toEqual({ open: "0.00", credit: "0.00", status: "settled" });
  expect(await shown.press("outside")).toBe("changed");
  expect((await shop.eventsOf(claim)).at(-1)).toMatchObject({ type: "payment.refunded", data: { credit: "0.00" } });
});

test("more than the provider has goes back in two ways", async () => {
  const claim = await shop.newClaim();
  const payment = await shop.startOpen([{ claim, amount: "30.00" }]);
  await shop.receive(claim, "100.00");
  await shop.receive(claim, "15.00");
  await shop.pay(payment);
  const shown = await page(claim);
  expect(shown).toMatchObject({ provider: asCents(30_00n), outside: asCents(15_00n) });
  expect(await shown.press("outside")).toBe("booked_back");
  expect(await page(claim)).toMatchObject({ provider: asCents(30_00n), outside: 0n });
});

test("a refusal of the provider is told, and nothing was paid back", async () => {
  const { claim } = await overpaid();
  shop.simulator.control.addFault({ kind: "error", status: 422, method: "POST", times: 1 });
  expect(await (await page(claim)).press("provider")).toBe("failed");
  expect(await page(claim)).toMatchObject({ provider: 70_00n });
});

test("a form that shows other amounts, or is not ours, does nothing", async () => {
  const { claim } = await overpaid();
  expect(await (await page(claim)).press("provider", "1 0")).toBe("changed");
  expect(await (await page(claim)).press("all")).toBeNull();
  expect(await shop.balanceOf(claim)).toMatchObject({ credit: "70.00" });
});
