import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { day } from "#app/domain/calendar.ts";
import { asCents, toDecimal } from "#app/domain/money.ts";
import { acceptProposal } from "#app/server/arrangements/answer-as-creditor.server.ts";
import { findArrangement } from "#app/server/arrangements/arrangement-record.server.ts";
import { planNow } from "#app/server/arrangements/plan-now.server.ts";
import { proposeArrangement } from "#app/server/arrangements/propose-arrangement.server.ts";
import { runDueArrangements } from "#app/server/arrangements/run-arrangements.server.ts";
import { findClaim } from "#app/server/claims/claim-record.server.ts";
import { newId } from "#app/server/platform/crypto/random-id.server.ts";
import { expectSoundBooks } from "../../support/invariants.ts";
import { openShop, type Shop, type TestClaim } from "../../support/shop.ts";
import { wish } from "./scenario.ts";

const REVERSALS = ["charged back", "refunded"] as const;

let shop: Shop;

beforeAll(async () => {
  shop = await openShop();
});

beforeEach(() => shop.services.clock.moveTo("2026-11-23T10:00:00.000Z"));

afterAll(() => shop.close());

const newClaim = () => shop.newClaim({ amounts: ["150.00"], email: "j@example.org" });

async function propose(claim: TestClaim, { total, decide }: { total: bigint; decide: "policy" | "person" }) {
  const perInstalment = asCents(decide === "policy" ? 5_000n : 2_000n);
  const proposed = await proposeArrangement(shop.services, {
    debtor: claim.debtor,
    arrangementId: newId("arr", shop.services.clock.now()),
    claimIds: [claim.claimId],
    wish: wish({ perInstalment }),
    total: asCents(total),
    method: "ideal_link",
    reason: { code: null, text: "" },
    decide,
    language: "nl",
  });
  if (!proposed.ok) throw new Error(proposed.error.kind);
  return proposed.value.arrangementId;
}

async function paid(claim: TestClaim, amount: string) {
  shop.services.clock.advance(60_000);
  const payment = await shop.startOpen([{ claim, amount }]);
  await shop.pay(payment);
  return payment;
}

/** The money goes back to the debtor, and the provider tells. */
async function goesBack(how: (typeof REVERSALS)[number], payment: { id: string; providerId: string }): Promise<void> {
  const { control } = shop.simulator;
  if (how === "charged back") control.chargeback({ paymentId: payment.providerId });
  else control.refund({ paymentId: payment.providerId });
  await shop.notice(payment);
}

async function stored(arrangementId: string) {
  const found = await findArrangement(shop.services.database.prisma, { creditorId: shop.creditorId, arrangementId });
  if (!found) throw new Error("no such arrangement");
  return found;
}

async function planOf(claim: TestClaim, arrangementId: string): Promise<string[]> {
  const { prisma } = shop.services.database;
  const record = await findClaim(prisma, { creditorId: shop.creditorId, claimId: claim.claimId });
  const claims = record ? [record] : [];
  const { plan } = await planNow(prisma, { arrangement: await stored(arrangementId), claims, today: shop.services.clock.today() }); // prettier-ignore
  return plan.instalments.map(({ dueOn, amount, open, state }) => `${dueOn} ${toDecimal(amount)} open ${toDecimal(open)} ${state}`); // prettier-ignore
}

const typesOf = async (claim: TestClaim) => (await shop.eventsOf(claim)).map(({ type }) => type);

async function mailsOf({ claimId }: TestClaim): Promise<string[]> {
  const rows = await shop.services.database.prisma.outgoingMail.findMany({ where: { claimId }, orderBy: [{ createdAt: "asc" }, { kind: "asc" }] }); // prettier-ignore
  return rows.map(({ kind }) => kind);
}

/** Half past ten in the morning there. */
async function goTo(date: string): Promise<void> {
  shop.services.clock.moveTo(`${day(date)}T09:30:00.000Z`);
  while ((await runDueArrangements(shop.services, 50)) > 0);
}

test.each(REVERSALS)("%s while a proposal waits: its total rises, and the plan has the rest on its last instalment", async (how) => {
  const claim = await newClaim();
  const payment = await paid(claim, "50.00");
  const id = await propose(claim, { total: 10_000n, decide: "person" });
  await goesBack(how, payment);
  expect(await stored(id)).toMatchObject({ status: "proposed" });
  shop.services.clock.advance(60_000);
  const decision = await acceptProposal(shop.services, { creditorId: shop.creditorId, arrangementId: id, actor: "test" });
  expect(decision).toEqual({ ok: true, value: null });
  const plan = await planOf(claim, id);
  expect(plan.slice(0, 4).map((line) => line.slice(11))).toEqual(Array.from({ length: 4 }, () => "20.00 open 20.00 upcoming"));
  expect(plan.slice(4).map((line) => line.slice(11))).toEqual(["70.00 open 70.00 upcoming"]);
}); // prettier-ignore

test.each(REVERSALS)("a payment before the plan is %s: it comes on the last instalment", async (how) => {
  const claim = await newClaim();
  const payment = await paid(claim, "50.00");
  shop.services.clock.advance(60_000);
  const id = await propose(claim, { total: 10_000n, decide: "policy" });
  await goesBack(how, payment);
  expect(await planOf(claim, id)).toEqual([
    "2026-12-01 50.00 open 50.00 upcoming",
    "2027-01-01 100.00 open 100.00 upcoming",
  ]);
});

test.each(REVERSALS)("an instalment that was paid is %s: open again, late again, and told again", async (how) => {
  const claim = await newClaim();
  const id = await propose(claim, { total: 15_000n, decide: "policy" });
  const payment = await paid(claim, "50.00");
  expect((await stored(id)).instalments[0]?.paidOn).toBe("2026-11-23");
  await goTo("2026-12-03");
  expect(await mailsOf(claim)).not.toContain("arrangement_missed_first");
  await goesBack(how, payment);
  expect(await planOf(claim, id)).toEqual([
    "2026-12-01 50.00 open 50.00 late",
    "2027-01-01 50.00 open 50.00 upcoming",
    "2027-02-01 50.00 open 50.00 upcoming",
  ]);
  expect((await stored(id)).instalments[0]?.paidOn).toBeNull();
  expect((await typesOf(claim)).at(-1)).toBe(how === "refunded" ? "payment.refunded" : "payment.charged_back");
  await goTo("2026-12-04");
  expect(await mailsOf(claim)).toContain("arrangement_missed_first");

  await paid(claim, "50.00");
  expect((await typesOf(claim)).filter((type) => type === "instalment.paid")).toHaveLength(2);
  await expectSoundBooks(shop.services, shop.simulator);
});

test.each(REVERSALS)("the last payment is %s after the plan was completed: the claim reopens, the plan does not", async (how) => {
  const claim = await newClaim();
  const id = await propose(claim, { total: 15_000n, decide: "policy" });
  const payment = await paid(claim, "150.00");
  expect(await stored(id)).toMatchObject({ status: "completed" });
  shop.services.clock.advance(60_000);
  await goesBack(how, payment);
  expect(await stored(id)).toMatchObject({ status: "completed" });
  expect((await planOf(claim, id)).every((line) => line.endsWith("paid"))).toBe(true);
  expect(await shop.balanceOf(claim)).toMatchObject({ open: "150.00", status: "open" });
  expect((await typesOf(claim)).at(-1)).toBe("claim.reopened");
}); // prettier-ignore
