import { afterAll, beforeAll, expect, test } from "vitest";
import { asCents, toDecimal } from "#app/domain/money.ts";
import { findArrangement } from "#app/server/arrangements/arrangement-record.server.ts";
import { revokeMandates, withdrawMandate } from "#app/server/arrangements/mandate.server.ts";
import { proposeArrangement } from "#app/server/arrangements/propose-arrangement.server.ts";
import { runDueArrangements } from "#app/server/arrangements/run-arrangements.server.ts";
import { setMollieKey } from "#app/server/creditors/mollie-key.server.ts";
import { askPause, endOwnPause } from "#app/server/pauses/own-pause.server.ts";
import { startPayment } from "#app/server/payments/start-payment.server.ts";
import { sweepPayments } from "#app/server/payments/sweep-payments.server.ts";
import { newId } from "#app/server/platform/crypto/random-id.server.ts";
import { profileOfKey } from "../../../demo/mollie/profiles.ts";
import { expectSoundBooks } from "../../support/invariants.ts";
import { openShop, type Shop, type TestClaim, toShare } from "../../support/shop.ts";
import { wish } from "./scenario.ts";

let shop: Shop;

beforeAll(async () => {
  shop = await openShop();
});

afterAll(() => shop.close());

/** A plan of three times 50 euro on the first, of which the first is at the bank, with leave to collect the others. */
async function planWithoutMandate(): Promise<{ claim: TestClaim; id: string; paymentId: string }> {
  shop.services.clock.moveTo("2026-11-23T10:00:00.000Z");
  const claim = await shop.newClaim({ amounts: ["150.00"], email: "j@example.org" });
  const proposed = await proposeArrangement(shop.services, {
    debtor: claim.debtor,
    arrangementId: newId("arr", shop.services.clock.now()),
    claimIds: [claim.claimId],
    wish: wish(),
    total: asCents(15_000n),
    method: "sepa_dd",
    reason: { code: null, text: "" },
    decide: "policy",
    language: "nl",
  });
  if (!proposed.ok) throw new Error(proposed.error.kind);
  const id = proposed.value.arrangementId;
  expect(await mandateOf(id)).toBe("pending");
  const started = await startPayment(shop.services, {
    debtor: claim.debtor,
    paymentId: shop.newPaymentId(),
    shares: [toShare(claim, "50.00")],
    forPlan: { arrangementId: id, seq: 1, isInstalment: true },
    language: "nl",
  });
  if (!started.ok) throw new Error(started.error.kind);
  return { claim, id, paymentId: started.value.paymentId };
}

/** The same, with the first paid. */
async function collectedPlan(): Promise<{ claim: TestClaim; id: string }> {
  const { claim, id, paymentId } = await planWithoutMandate();
  await shop.pay(await shop.findStored(paymentId));
  expect(await mandateOf(id)).toBe("valid");
  return { claim, id };
}

async function stored(arrangementId: string) {
  const arrangement = await findArrangement(shop.services.database.prisma, {
    creditorId: shop.creditorId,
    arrangementId,
  });
  if (!arrangement) throw new Error("no such arrangement");
  return arrangement;
}

const mandateOf = async (id: string) => (await stored(id)).mandate?.status;

/** Half past nine that day: the calendar's work, and then whatever is to be brought to the provider. */
async function goTo(date: string): Promise<void> {
  shop.services.clock.moveTo(`${date}T09:30:00.000Z`);
  while ((await runDueArrangements(shop.services, 50)) > 0);
  await sweepPayments(shop.services, 50);
  await shop.settleAll();
}

async function collectionsOf(id: string) {
  const where = { arrangementId: id, sequence: "recurring" as const };
  const rows = await shop.services.database.prisma.payment.findMany({ where, orderBy: { createdAt: "asc" } });
  return rows.map((row) => ({ id: row.id, providerId: row.providerId ?? "", status: row.status, amount: toDecimal(asCents(row.amount)) })); // prettier-ignore
}

async function mailsOf({ claimId }: TestClaim): Promise<string[]> {
  const rows = await shop.services.database.prisma.outgoingMail.findMany({ where: { claimId }, orderBy: [{ createdAt: "asc" }, { kind: "asc" }] }); // prettier-ignore
  return rows.map(({ kind }) => kind);
}

test("announced three days before, collected on the first working day, once, and paid days later", async () => {
  const { claim, id } = await collectedPlan();
  await goTo("2026-12-29");
  expect((await mailsOf(claim)).at(-1)).toBe("arrangement_debit_announced");
  await goTo("2026-12-31");
  expect(await collectionsOf(id)).toEqual([]);
  // New Year's Day is no day to do business on.
  await goTo("2027-01-01");
  expect(await collectionsOf(id)).toEqual([]);
  await goTo("2027-01-02");
  const [collection] = await collectionsOf(id);
  expect(collection).toMatchObject({ status: "open", amount: "50.00" });

  await goTo("2027-01-04");
  expect(await collectionsOf(id)).toHaveLength(1);
  expect(await mailsOf(claim)).not.toContain("arrangement_missed_first");
  await shop.pay(collection ?? { id: "", providerId: "" });
  expect(
    (await shop.eventsOf(claim)).map(({ type }) => type).filter((type) => type === "instalment.paid"),
  ).toHaveLength(2);
  expect(await shop.balanceOf(claim)).toMatchObject({ open: "50.00", status: "arranged" });
  await expectSoundBooks(shop.services, shop.simulator);
});

test("a collection that fails gives a week and a way to pay; one that is reversed ends the mandate", async () => {
  const { claim, id } = await collectedPlan();
  await dueOn(id, 2, "2027-01-04");
  await goTo("2027-01-04");
  const [failed] = await collectionsOf(id);
  shop.simulator.control.setStatus({ paymentId: failed?.providerId ?? "", status: "failed" });
  await shop.notice(failed ?? { id: "", providerId: "" });
  expect((await mailsOf(claim)).at(-1)).toBe("arrangement_debit_failed");
  expect((await stored(id)).instalments[1]?.dueOn).toBe("2027-01-11");
  expect(await mandateOf(id)).toBe("valid");

  await goTo("2027-01-11");
  const paid = (await collectionsOf(id)).at(-1);
  await shop.pay(paid ?? { id: "", providerId: "" });
  expect(await shop.balanceOf(claim)).toMatchObject({ open: "50.00" });
  shop.simulator.control.chargeback({ paymentId: paid?.providerId ?? "" });
  await shop.notice(paid ?? { id: "", providerId: "" });
  expect(await shop.balanceOf(claim)).toMatchObject({ open: "100.00", status: "arranged" });
  expect(await mandateOf(id)).toBe("invalid");
  expect((await stored(id)).instalments[1]).toMatchObject({ paidOn: null, dueOn: "2027-01-18" });
  await expectSoundBooks(shop.services, shop.simulator);
});

test("a mandate that is withdrawn collects nothing any more, and the provider is told", async () => {
  const { claim, id } = await collectedPlan();
  expect(await withdrawMandate(shop.services, { debtor: claim.debtor, arrangementId: id })).toEqual({
    ok: true,
    value: null,
  });
  expect(await revokeMandates(shop.services, 10)).toBeGreaterThan(0);
  expect(await revokeMandates(shop.services, 10)).toBe(0);
  await dueOn(id, 2, "2027-01-04");
  await goTo("2027-01-04");
  expect(await collectionsOf(id)).toEqual([]);
  expect(await mandateOf(id)).toBe("withdrawn");
});

/** Moves an instalment to a day on which the banks work. */
async function dueOn(arrangementId: string, seq: number, date: string): Promise<void> {
  const { prisma } = shop.services.database;
  await prisma.instalment.updateMany({ where: { arrangementId, seq }, data: { dueOn: new Date(`${date}T00:00:00Z`) } });
  await prisma.arrangement.update({ where: { id: arrangementId }, data: { checkAt: new Date(`${date}T06:00:00Z`) } });
}

test("taken back after it was written and before it was brought to the provider: nothing is collected", async () => {
  const { claim, id } = await collectedPlan();
  await dueOn(id, 2, "2027-01-04");
  shop.services.clock.moveTo("2027-01-04T09:30:00.000Z");
  while ((await runDueArrangements(shop.services, 50)) > 0);
  expect(await collectionsOf(id)).toMatchObject([{ status: "creating" }]);
  await withdrawMandate(shop.services, { debtor: claim.debtor, arrangementId: id });
  await sweepPayments(shop.services, 50);
  expect(await collectionsOf(id)).toMatchObject([{ status: "abandoned", providerId: "" }]);
});

test("taken back while the first payment was at the bank: the mandate that comes of it is revoked", async () => {
  const { claim, id, paymentId } = await planWithoutMandate();
  await withdrawMandate(shop.services, { debtor: claim.debtor, arrangementId: id });
  await revokeMandates(shop.services, 10);
  await shop.pay(await shop.findStored(paymentId));
  expect(await mandateOf(id)).toBe("withdrawn");
  expect(await revokeMandates(shop.services, 10)).toBe(1);
  const { mandateId, revokeAt } = await shop.services.database.prisma.directDebitMandate.findFirstOrThrow({ where: { arrangementId: id } }); // prettier-ignore
  expect([mandateId, revokeAt]).toEqual([expect.stringMatching(/^mdt_/), null]);
});

test("a second failure of the same instalment ends automatic collection", async () => {
  const { id } = await collectedPlan();
  await dueOn(id, 2, "2027-01-04");
  await goTo("2027-01-04");
  await fail((await collectionsOf(id)).at(-1));
  await goTo("2027-01-11");
  await fail((await collectionsOf(id)).at(-1));
  expect(await mandateOf(id)).toBe("invalid");
  await goTo("2027-01-18");
  expect(await collectionsOf(id)).toHaveLength(2);
});

test("money that goes back after a later instalment was paid gives a week for the one that is open now", async () => {
  const { claim, id } = await collectedPlan();
  await goTo("2027-01-02");
  const second = (await collectionsOf(id)).at(-1) ?? { id: "", providerId: "" };
  await shop.pay(second);
  expect(await shop.balanceOf(claim)).toMatchObject({ open: "50.00" });
  await goTo("2027-01-29");
  const { prisma } = shop.services.database;
  await prisma.arrangement.update({ where: { id }, data: { checkAt: new Date("2027-02-01T06:00:00Z") } });
  await goTo("2027-02-01");
  shop.simulator.control.chargeback({ paymentId: second.providerId });
  await shop.notice(second);
  expect((await stored(id)).instalments.map(({ dueOn: date }) => date)).toContain("2027-02-08");
  expect((await mailsOf(claim)).at(-1)).toBe("arrangement_debit_failed");
});

async function fail(collection: { id: string; providerId: string } | undefined): Promise<void> {
  if (!collection) throw new Error("nothing was collected");
  shop.simulator.control.setStatus({ paymentId: collection.providerId, status: "failed" });
  await shop.notice(collection);
}

test("a collection that is written does not go to the provider once its claim rests", async () => {
  const { claim, id } = await collectedPlan();
  await goTo("2026-12-29");
  shop.services.clock.moveTo("2027-01-02T09:30:00.000Z");
  while ((await runDueArrangements(shop.services, 50)) > 0);
  expect(await collectionsOf(id)).toMatchObject([{ status: "creating", providerId: "" }]);
  await askPause(shop.services, { debtor: claim.debtor });
  await sweepPayments(shop.services, 50);
  expect(await collectionsOf(id)).toMatchObject([{ status: "abandoned", providerId: "" }]);
  await goTo("2027-02-02");
  expect(await collectionsOf(id)).toHaveLength(1);

  // Afterwards both get a week, and are collected then.
  await endOwnPause(shop.services, { debtor: claim.debtor });
  await goTo("2027-02-09");
  expect((await collectionsOf(id)).map(({ status }) => status)).toEqual(["abandoned", "open"]);
});

test("a collection that is written does not go to the provider once its instalment was paid over the bank", async () => {
  const { claim, id } = await collectedPlan();
  await goTo("2026-12-29");
  shop.services.clock.moveTo("2027-01-02T09:30:00.000Z");
  while ((await runDueArrangements(shop.services, 50)) > 0);
  expect(await collectionsOf(id)).toMatchObject([{ status: "creating", providerId: "" }]);
  await shop.receive(claim, "20.00");
  await sweepPayments(shop.services, 50);
  expect(await collectionsOf(id)).toMatchObject([{ status: "abandoned", providerId: "" }]);
});

test("at night nobody is told of a collection, nor that it was the last: that waits for the morning", async () => {
  const { claim, id } = await collectedPlan();
  const { prisma } = shop.services.database;
  for (const [seq, collectedOn, night] of [
    [2, "2027-01-04", "2027-01-05T23:00:00.000Z"],
    [3, "2027-02-01", "2027-02-02T23:00:00.000Z"],
  ] as const) {
    // prettier-ignore
    await dueOn(id, seq, collectedOn);
    await goTo(collectedOn);
    shop.services.clock.moveTo(night);
    await shop.pay((await collectionsOf(id)).at(-1) ?? { id: "", providerId: "" });
  }
  expect(await stored(id)).toMatchObject({ status: "completed" });
  const where = { claimId: claim.claimId, createdAt: { gte: new Date("2027-01-05") }, kind: { in: ["payment_received", "arrangement_completed"] } }; // prettier-ignore
  const mails = await prisma.outgoingMail.findMany({ where, orderBy: [{ createdAt: "asc" }, { kind: "desc" }] });
  expect(mails.map(({ kind, nextAt }) => `${kind} ${nextAt.toISOString()}`)).toEqual([
    "payment_received 2027-01-06T06:00:00.000Z",
    "payment_received 2027-02-03T06:00:00.000Z",
    "arrangement_completed 2027-02-03T06:00:00.000Z",
  ]);
});

test("who pays the last of a plan at night is told at once that it is completed", async () => {
  const { claim, id } = await collectedPlan();
  shop.services.clock.moveTo("2026-11-24T22:00:00.000Z");
  await shop.pay(await shop.startOpen([{ claim, amount: "100.00" }]));
  expect(await stored(id)).toMatchObject({ status: "completed" });
  const kind = { in: ["payment_received", "arrangement_completed"] };
  const where = { claimId: claim.claimId, kind, createdAt: new Date("2026-11-24T22:00:00.000Z") };
  const mails = await shop.services.database.prisma.outgoingMail.findMany({ where });
  expect(mails.map(({ nextAt }) => nextAt)).toEqual([where.createdAt, where.createdAt]);
});

const ANOTHER = "test_anotherShopOfTheTests00";
const setKey = (typed: string) => setMollieKey(shop.services, { creditorId: shop.creditorId, typed, actor: "test" });

/** Nothing is collected any more, and no first payment is at the bank. */
async function endCollecting(): Promise<void> {
  const { prisma } = shop.services.database;
  const { creditorId } = shop;
  await prisma.directDebitMandate.updateMany({ where: { creditorId, status: { in: ["pending", "valid"] } }, data: { status: "invalid" } }); // prettier-ignore
}

test("a key of another account at Mollie is refused as long as something is collected through this one", async () => {
  await endCollecting();
  const { id } = await collectedPlan();
  expect(await setKey(ANOTHER)).toEqual({ ok: false, error: { kind: "collected", count: 1 } });
  const { id: atTheBank, paymentId } = await planWithoutMandate();
  expect(await setKey(ANOTHER)).toEqual({ ok: false, error: { kind: "collected", count: 2 } });
  expect(await setKey("test_aShopOfTheTestsItself00_second")).toEqual({ ok: true, value: null });

  shop.simulator.control.setStatus({ paymentId: (await shop.findStored(paymentId)).providerId, status: "expired" });
  await shop.notice(await shop.findStored(paymentId));
  expect(await mandateOf(atTheBank)).toBe("pending");
  expect(await setKey(ANOTHER)).toEqual({ ok: false, error: { kind: "collected", count: 1 } });
  await shop.services.database.prisma.directDebitMandate.updateMany({ where: { arrangementId: id }, data: { status: "invalid" } }); // prettier-ignore
  expect(await setKey(ANOTHER)).toEqual({ ok: true, value: null });
});

test("only arrangements whose account the new key does not reach are counted", async () => {
  const { id: elsewhere } = await collectedPlan();
  const { prisma } = shop.services.database;
  await endCollecting();
  const aThird = "test_aThirdShopOfTheTests000";
  expect(await setKey(aThird)).toEqual({ ok: true, value: null });
  const { id } = await collectedPlan();
  const both = { creditorId: shop.creditorId, arrangementId: { in: [id, elsewhere] } };
  await prisma.directDebitMandate.updateMany({ where: both, data: { status: "valid" } });
  expect(await setKey(`${aThird}_second`)).toEqual({ ok: false, error: { kind: "collected", count: 1 } });
  expect(await setKey(`${ANOTHER}_second`)).toEqual({ ok: false, error: { kind: "collected", count: 1 } });
  await endCollecting();
});

test("who chose automatic collection and did not pay yet gives the mandate in the new account", async () => {
  const { claim, id, paymentId } = await planWithoutMandate();
  const { providerId } = await shop.findStored(paymentId);
  shop.simulator.control.setStatus({ paymentId: providerId, status: "expired" });
  await shop.notice({ id: paymentId, providerId });
  const apiKey = "test_aFourthShopOfTheTests00";
  expect(await setKey(apiKey)).toEqual({ ok: true, value: null });

  const again = await startPayment(shop.services, {
    debtor: claim.debtor,
    paymentId: shop.newPaymentId(),
    shares: [toShare(claim, "50.00")],
    forPlan: { arrangementId: id, seq: 1, isInstalment: true },
    language: "nl",
  });
  if (!again.ok) throw new Error(again.error.kind);
  await shop.pay(await shop.findStored(again.value.paymentId));
  expect(await mandateOf(id)).toBe("valid");
  await goTo("2026-12-29");
  await goTo("2027-01-04");
  const [collection] = await collectionsOf(id);
  const { profileId } = shop.simulator.control.payment({ paymentId: collection?.providerId ?? "" });
  expect(profileId).toBe(profileOfKey(apiKey));
  await endCollecting();
});

test("a mandate that ended is revoked in the account that it was given in, also after a change", async () => {
  const { claim, id } = await collectedPlan();
  const { customerId, mandateId } = await shop.services.database.prisma.directDebitMandate.findFirstOrThrow({ where: { arrangementId: id } }); // prettier-ignore
  await withdrawMandate(shop.services, { debtor: claim.debtor, arrangementId: id });
  expect(await setKey("test_aFifthShopOfTheTests000")).toEqual({ ok: true, value: null });
  shop.simulator.control.clearRequests();
  await revokeMandates(shop.services, 50);
  const path = `/v2/customers/${customerId ?? ""}/mandates/${mandateId ?? ""}`;
  const asked = shop.simulator.control.requests().filter((request) => request.path === path);
  const revoked = asked.filter(({ outcome }) => outcome === 204);
  expect(revoked.map(({ profileId }) => profileId)).toEqual([profileOfKey("test_aFourthShopOfTheTests00")]);
  const { revokeAt } = await shop.services.database.prisma.directDebitMandate.findFirstOrThrow({ where: { arrangementId: id } }); // prettier-ignore
  expect(revokeAt).toBeNull();
});

test("a first payment that is paid late in the earlier account gives a mandate and its customer there: together they are revoked", async () => {
  const { id, paymentId } = await planWithoutMandate();
  const { providerId } = await shop.findStored(paymentId);
  const { prisma } = shop.services.database;
  const before = await prisma.directDebitMandate.findFirstOrThrow({ where: { arrangementId: id } });
  shop.simulator.control.setStatus({ paymentId: providerId, status: "expired" });
  await shop.notice({ id: paymentId, providerId });
  expect(await setKey("test_aSixthShopOfTheTests000")).toEqual({ ok: true, value: null });
  expect((await prisma.directDebitMandate.findFirstOrThrow({ where: { arrangementId: id } })).customerId).toBeNull();
  await shop.pay({ id: paymentId, providerId });
  const after = await prisma.directDebitMandate.findFirstOrThrow({ where: { arrangementId: id } });
  expect(after).toMatchObject({ status: "valid", customerId: before.customerId, mandateId: expect.any(String) });
});
