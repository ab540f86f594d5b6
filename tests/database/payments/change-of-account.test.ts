import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { asCents } from "#app/domain/money.ts";
import { createUser } from "#app/server/creditors/create-user.server.ts";
import { setMollieKey } from "#app/server/creditors/mollie-key.server.ts";
import { cancelPayment } from "#app/server/payments/cancel-payment.server.ts";
import { refundPayment } from "#app/server/payments/refund-payment.server.ts";
import { settleDueNotices } from "#app/server/payments/settle-notices.server.ts";
import { sweepPayments } from "#app/server/payments/sweep-payments.server.ts";
import { sweepRefunds } from "#app/server/payments/sweep-refunds.server.ts";
import { newId } from "#app/server/platform/crypto/random-id.server.ts";
import { profileOfKey } from "../../../demo/mollie/profiles.ts";
import { expectSoundBooks } from "../../support/invariants.ts";
import { openShop, type Shop, type TestClaim } from "../../support/shop.ts";

const HOUR_MS = 60 * 60_000;
const NOW = "2026-11-22T10:00:00.000Z";
const OWNER = "eigenaar@zonnestraal.example";

let shop: Shop;
let count = 0;

beforeAll(async () => {
  shop = await openShop();
  await createUser(shop.services, { creditorId: shop.creditorId, email: OWNER, role: "owner", actor: "test" });
});
beforeEach(() => {
  shop.services.clock.moveTo(new Date(Date.parse(NOW) + count * 24 * HOUR_MS).toISOString());
});
afterAll(async () => {
  await expectSoundBooks(shop.services, shop.simulator);
  await shop.close();
});

const profileOf = (providerId: string) => shop.simulator.control.payment({ paymentId: providerId }).profileId;

/** The key of an account that nobody was ever paid in; with a suffix another one of the same account. */
const keyOf = (account: string, suffix = "") => `test_accountOfTheTests${account}${suffix}`;

async function moveTo(apiKey: string): Promise<void> {
  shop.services.clock.advance(1_000);
  const set = await setMollieKey(shop.services, { creditorId: shop.creditorId, typed: apiKey, actor: "test" });
  if (!set.ok) throw new Error(set.error.kind);
}

async function moveToAnother(): Promise<string> {
  count += 1;
  const apiKey = keyOf(`Number${count}`);
  await moveTo(apiKey);
  return apiKey;
}

type Begun = { claim: TestClaim; payment: { id: string; providerId: string } };

async function begun(): Promise<Begun> {
  const claim = await shop.newClaim();
  return { claim, payment: await shop.startOpen([{ claim, amount: "100.00" }]) };
}

async function paid(): Promise<Begun> {
  const of = await begun();
  await shop.pay(of.payment);
  return of;
}

async function refund(paymentId: string): Promise<string> {
  const refundId = newId("rfd", shop.services.clock.now());
  const order = { creditorId: shop.creditorId, paymentId, refundId, amount: asCents(4_000n), actor: "test" };
  const made = await refundPayment(shop.services, order);
  if (!made.ok) throw new Error(made.error.kind);
  return refundId;
}

const storedRefund = (id: string) => shop.services.database.prisma.refund.findUniqueOrThrow({ where: { id } });

const quarantined = (paymentId: string) =>
  shop.services.database.prisma.quarantinedPayment.findMany({ where: { paymentId } });

test("an attempt that was cancelled before the change and is paid after it is booked", async () => {
  const { claim, payment } = await begun();
  expect((await cancelPayment(shop.services, claim.debtor, payment.id)).ok).toBe(true);
  await moveToAnother();
  await shop.pay(payment);
  expect(await shop.balanceOf(claim)).toEqual({ open: "0.00", credit: "0.00", status: "settled" });
});

test("so is one that is paid two changes later, and of which no notice comes", async () => {
  const { claim, payment } = await begun();
  await moveToAnother();
  await moveToAnother();
  shop.simulator.control.setStatus({ paymentId: payment.providerId, status: "paid" });
  shop.services.clock.advance(2 * HOUR_MS);
  await sweepPayments(shop.services, 50);
  await shop.settleAll();
  expect((await shop.balanceOf(claim)).open).toBe("0.00");
});

test("a chargeback in the earlier account opens the claim again", async () => {
  const { claim, payment } = await paid();
  await moveToAnother();
  shop.simulator.control.chargeback({ paymentId: payment.providerId });
  await shop.notice(payment);
  expect(await shop.balanceOf(claim)).toMatchObject({ open: "100.00", status: "open" });
});

test("a refund that is asked for after the change is made in the account of the payment", async () => {
  const { claim, payment } = await paid();
  const account = profileOf(payment.providerId);
  await moveToAnother();
  shop.simulator.control.clearRequests();
  const refundId = await refund(payment.id);
  const made = shop.simulator.control.requests().filter(({ method, outcome }) => method === "POST" && outcome === 201);
  expect(made.map(({ path, profileId }) => [path, profileId])).toEqual([[`/v2/payments/${payment.providerId}/refunds`, account]]); // prettier-ignore
  const { providerId } = await storedRefund(refundId);
  shop.simulator.control.setRefundStatus({ refundId: providerId ?? "", status: "refunded" });
  await shop.notice(payment);
  expect(await shop.moneyOf(claim)).toEqual([expect.stringMatching(/^payment 100\.00 /), expect.stringMatching(/^refund 40\.00 /)]); // prettier-ignore
});

test("a refund that was on its way at the change is followed", async () => {
  const { payment } = await paid();
  const refundId = await refund(payment.id);
  await moveToAnother();
  const { providerId } = await storedRefund(refundId);
  shop.simulator.control.setRefundStatus({ refundId: providerId ?? "", status: "canceled" });
  shop.services.clock.advance(2 * HOUR_MS);
  await sweepRefunds(shop.services, 50);
  expect((await storedRefund(refundId)).status).toBe("failed");
});

test("a payment that is cancelled after the change is cancelled in its own account", async () => {
  shop.simulator.control.setCancelable({ cancelable: true });
  const { claim, payment } = await begun();
  await moveToAnother();
  expect((await cancelPayment(shop.services, claim.debtor, payment.id)).ok).toBe(true);
  expect(shop.simulator.control.payment({ paymentId: payment.providerId }).status).toBe("canceled");
});

test("an attempt whose creation went unanswered before the change is found in its account", async () => {
  const claim = await shop.newClaim();
  shop.simulator.control.addFault({ kind: "reset", when: "after", times: 1, method: "POST", path: "/v2/payments" });
  const started = await shop.start([{ claim, amount: "100.00" }]);
  if (started.ok || started.error.kind !== "provider_silent") throw new Error("the fault did not strike");
  const { paymentId } = started.error;
  await moveToAnother();
  shop.services.clock.advance(2 * 60_000);
  await sweepPayments(shop.services, 50);
  const found = await shop.findStored(paymentId);
  expect(found).toMatchObject({ status: "open", providerId: expect.stringMatching(/^tr_/) });
});

test("new payments go to the new account", async () => {
  const before = await begun();
  const apiKey = await moveToAnother();
  const after = await begun();
  expect(profileOf(after.payment.providerId)).toBe(profileOfKey(apiKey));
  expect(profileOf(before.payment.providerId)).not.toBe(profileOfKey(apiKey));
});

test("another key of the same account sees what the earlier one made, which may be withdrawn", async () => {
  await moveTo(keyOf("Rotated"));
  const { claim, payment } = await begun();
  await moveTo(keyOf("Rotated", "_second"));
  shop.simulator.control.withdrawKey({ apiKey: keyOf("Rotated") });
  await shop.pay(payment);
  expect((await shop.balanceOf(claim)).open).toBe("0.00");
  expect(await quarantined(payment.id)).toEqual([]);
  // Also from another account, where the withdrawn key is one of those that are asked.
  await moveToAnother();
  shop.simulator.control.chargeback({ paymentId: payment.providerId });
  await shop.notice(payment);
  expect((await shop.balanceOf(claim)).open).toBe("100.00");
});

test("an id that somebody guessed costs no call, however many accounts there were", async () => {
  await moveToAnother();
  shop.simulator.control.clearRequests();
  await shop.notice({ id: newId("pay", shop.services.clock.now()), providerId: "tr_guessedByNobodyAtAll00" });
  expect(shop.simulator.control.requests()).toEqual([]);
});

/** As long as a notice is tried. */
async function tryForHours(): Promise<void> {
  for (let tried = 0; tried < 20; tried += 1) {
    await settleDueNotices(shop.services, 50);
    shop.services.clock.advance(15 * 60_000);
  }
}

test("a payment that no key sees any more is told to the creditor once, and looked at further", async () => {
  const lost = await moveToAnother();
  const { claim, payment } = await paid();
  await moveToAnother();
  shop.simulator.control.withdrawKey({ apiKey: lost });
  shop.simulator.control.chargeback({ paymentId: payment.providerId });
  for (const time of [1, 2]) {
    await shop.notice(payment);
    expect(await quarantined(payment.id)).toHaveLength(time - 1);
    await tryForHours();
    expect(await quarantined(payment.id)).toMatchObject([
      {
        reason: "unseen",
        expected: { unseen: `${profileOfKey(lost) ?? ""}:test` },
        received: { unseen: "not_found", status: "not_found" },
        resolvedAt: null,
      },
    ]);
  }
  const where = { kind: "payment_quarantined_creditor", claimId: claim.claimId };
  const mails = await shop.services.database.prisma.outgoingMail.findMany({ where });
  expect(mails.map(({ recipient }) => recipient)).toEqual([OWNER]);
  expect(mails[0]?.text).toContain(payment.providerId);
  // What was booked stays booked, and its money can still go back.
  expect((await shop.balanceOf(claim)).open).toBe("0.00");
  expect((await shop.findStored(payment.id)).checkAt).not.toBeNull();

  await moveTo(`${lost}_second`);
  await shop.notice(payment);
  expect((await shop.balanceOf(claim)).open).toBe("100.00");
});

test("nor is a refund silent that cannot be made since no key sees its payment", async () => {
  const lost = await moveToAnother();
  const { payment } = await paid();
  await moveToAnother();
  shop.simulator.control.withdrawKey({ apiKey: lost });
  const refundId = await refund(payment.id);
  expect(await quarantined(payment.id)).toEqual([]);
  shop.services.clock.advance(4 * HOUR_MS);
  await sweepRefunds(shop.services, 50);
  expect(await quarantined(payment.id)).toMatchObject([{ reason: "unseen" }]);
  expect((await storedRefund(refundId)).status).toBe("creating");

  await moveTo(`${lost}_second`);
  shop.services.clock.advance(HOUR_MS);
  await sweepRefunds(shop.services, 50);
  expect((await storedRefund(refundId)).status).toBe("pending");
});
