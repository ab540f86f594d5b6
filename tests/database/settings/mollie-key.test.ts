import { afterAll, beforeAll, expect, test } from "vitest";
import { createUser } from "#app/server/creditors/create-user.server.ts";
import { loadMollieKeyState, setMollieKey } from "#app/server/creditors/mollie-key.server.ts";
import { asCents } from "#app/domain/money.ts";
import { refundPayment } from "#app/server/payments/refund-payment.server.ts";
import { newId } from "#app/server/platform/crypto/random-id.server.ts";
import { openShop, type Shop } from "../../support/shop.ts";

let shop: Shop;

beforeAll(async () => {
  shop = await openShop();
  await createUser(shop.services, { creditorId: shop.creditorId, email: "baas@zonnestraal.example", role: "owner", actor: "test" }); // prettier-ignore
});
afterAll(() => shop.close());

const set = (typed: string, services = shop.services) => setMollieKey(services, { creditorId: shop.creditorId, typed, actor: "user:usr_1" }); // prettier-ignore

const state = () => loadMollieKeyState(shop.services, shop.creditorId);

test("in production a test key is refused: debtors would pay with money that is none", async () => {
  const production = { ...shop.services, config: { ...shop.services.config, production: true } };
  expect(await set("test_anotherShopOfTheTests00", production)).toEqual({ ok: false, error: { kind: "test_key" } });
});

test("a key that cannot see the payments under way waits until they are done; the owners hear of one that is stored", async () => {
  const before = await state();
  const claim = await shop.newClaim();
  const payment = await shop.startOpen([{ claim, amount: "40.00" }]);
  const another = "test_anotherShopOfTheTests00";
  expect(await set(another)).toEqual({ ok: false, error: { kind: "under_way", count: 1 } });
  expect(await state()).toEqual(before);
  await shop.pay(payment);
  expect((await shop.balanceOf(claim)).open).toBe("60.00");

  expect(await set(another)).toEqual({ ok: true, value: null });
  expect(await state()).not.toEqual(before);
  const mails = await shop.services.database.prisma.outgoingMail.findMany({ where: { kind: "owners_told_mollie" } });
  expect(mails.map(({ recipient }) => recipient)).toEqual(["baas@zonnestraal.example"]);
  expect(mails[0]?.text).not.toContain(another);
});

test("nor is a key taken that cannot see a refund under way", async () => {
  const claim = await shop.newClaim();
  const payment = await shop.startOpen([{ claim, amount: "40.00" }]);
  await shop.pay(payment);
  const refundId = newId("ref", shop.services.clock.now());
  await refundPayment(shop.services, { creditorId: shop.creditorId, paymentId: payment.id, refundId, amount: asCents(1_000n), actor: "test" }); // prettier-ignore
  const aThird = "test_aThirdShopOfTheTests000";
  expect(await set(aThird)).toEqual({ ok: false, error: { kind: "under_way", count: 1 } });
  await shop.services.database.prisma.refund.update({ where: { id: refundId }, data: { status: "refunded" } });
  expect(await set(aThird)).toEqual({ ok: true, value: null });
});

test("the same account's key is taken while payments are under way", async () => {
  const claim = await shop.newClaim();
  await shop.startOpen([{ claim, amount: "40.00" }]);
  expect(await set("test_aThirdShopOfTheTests000")).toEqual({ ok: true, value: null });
});
