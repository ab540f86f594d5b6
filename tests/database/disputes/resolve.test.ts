import { afterEach, beforeEach, expect, test } from "vitest";
import { day } from "#app/domain/calendar.ts";
import { withdrawDispute } from "#app/server/disputes/withdraw-dispute.server.ts";
import { openScenario, type Scenario } from "../arrangements/scenario.ts";
import { expectSoundBooks } from "../../support/invariants.ts";
import { amount, COSTS, disputing, INTEREST, LATE_TERMS } from "./disputing.ts";

let scene: Scenario;
let act: ReturnType<typeof disputing>;

beforeEach(async () => {
  scene = await openScenario();
  act = disputing(scene);
});
afterEach(async () => {
  await expectSoundBooks(scene.services);
  await scene.close();
});

const entriesOf = async (claimId: string) =>
  (await scene.services.database.prisma.ledgerEntry.findMany({ where: { claimId }, orderBy: { sequence: "asc" } })).map(
    ({ type, amount: cents, reason }) => [type, cents, reason],
  );

test("upheld as a whole: nothing is owed any more, and the entries name the dispute", async () => {
  const debt = await scene.newDebt({ terms: LATE_TERMS });
  expect(Number((await scene.openOf(debt)).open)).toBeGreaterThan(345);
  const id = await act.dispute(debt);
  expect(await act.resolve(id, { outcome: "upheld" })).toEqual({ ok: true, value: null });
  expect(await scene.openOf(debt)).toEqual({ open: "0.00", credit: "0.00", status: "settled" });
  expect(await entriesOf(debt.claimId)).toEqual([
    ["principal", 30_000n, ""],
    ["credit", 30_000n, id],
  ]);
  expect((await scene.eventTypesOf(debt)).slice(1)).toEqual(["dispute.opened", "claim.settled", "dispute.resolved"]);
});

test("costs that were disputed are given up, and what was paid on them goes to the rest", async () => {
  const debt = await scene.newDebt({ terms: LATE_TERMS });
  await scene.pay(debt, "45.00", day("2026-10-01"));
  const { open: before } = await scene.openOf(debt);
  const id = await act.dispute(debt, { scope: COSTS, ground: "costs_wrong" });
  // Paid or not: by law a payment goes to costs first, whoever agrees with them.
  expect((await act.stored(id)).amount).toBe(4_500n);
  await act.resolve(id, { outcome: "upheld" });
  const { open: after } = await scene.openOf(debt);
  // The 45 euro go, and the interest over as much principal since October.
  expect(Number(before) - Number(after)).toBeGreaterThan(45);
  expect(Number(before) - Number(after)).toBeLessThan(45.4);
  expect((await act.stored(id)).credited).toBe(BigInt(Math.round((Number(before) - Number(after)) * 100)));
});

test("interest alone", async () => {
  const debt = await scene.newDebt({ terms: LATE_TERMS });
  const id = await act.dispute(debt, { scope: INTEREST, ground: "interest_wrong" });
  const { amount: disputed } = await act.stored(id);
  expect(disputed).toBeGreaterThan(400n);
  await act.resolve(id, { outcome: "upheld" });
  expect(await scene.openOf(debt)).toMatchObject({ open: "345.00", status: "open" });
});

test("partly upheld takes off what was said, and no more than was disputed", async () => {
  const debt = await scene.newDebt();
  const id = await act.dispute(debt, { scope: amount(10_000n) });
  expect(await act.resolve(id, { outcome: "partly_upheld" })).toEqual({
    ok: false,
    error: { kind: "credit_required" },
  });
  const tooMuch = { ok: false, error: { kind: "credit_exceeds_disputed", allowed: 10_000n } };
  expect(await act.resolve(id, { outcome: "partly_upheld", credit: "100.01" })).toEqual(tooMuch);
  const notAllowed = { ok: false, error: { kind: "credit_not_allowed" } };
  expect(await act.resolve(id, { outcome: "rejected", credit: "1.00" })).toEqual(notAllowed);
  expect(await act.resolve(id, { outcome: "partly_upheld", credit: "60.00" })).toEqual({ ok: true, value: null });
  expect(await scene.openOf(debt)).toMatchObject({ open: "240.00", status: "open" });
  expect(await act.stored(id)).toMatchObject({ status: "resolved", outcome: "partly_upheld", credited: 6_000n });
  const again = { ok: false, error: { kind: "not_possible", status: "resolved", decidedBy: "api:test" } };
  expect(await act.resolve(id, { outcome: "rejected" })).toEqual(again);
});

test("a disputed part that was paid meanwhile comes back as credit when it was upheld, and stays when it was not", async () => {
  for (const [outcome, expected] of [
    ["upheld", { open: "0.00", credit: "300.00", status: "settled" }],
    ["rejected", { open: "0.00", credit: "0.00", status: "settled" }],
  ] as const) {
    const debt = await scene.newDebt();
    const id = await act.dispute(debt);
    await scene.pay(debt, "300.00");
    expect(await scene.openOf(debt)).toMatchObject({ open: "0.00", status: "settled" });
    expect((await act.stored(id)).status).toBe("open");
    expect(await act.resolve(id, { outcome })).toEqual({ ok: true, value: null });
    expect(await scene.openOf(debt)).toEqual(expected);
  }
});

test("two people decide at once: one wins, the other is told", async () => {
  const debt = await scene.newDebt();
  const id = await act.dispute(debt);
  const decided = await Promise.all([act.resolve(id, { outcome: "upheld" }), act.resolve(id, { outcome: "rejected" })]);
  expect(decided.filter(({ ok }) => ok)).toHaveLength(1);
  expect((await scene.eventTypesOf(debt)).filter((type) => type === "dispute.resolved")).toHaveLength(1);
});

test("withdrawn by the debtor: the claim stands as before; nobody else can", async () => {
  const debt = await scene.newDebt();
  const other = await scene.newDebt();
  const disputeId = await act.dispute(debt);
  expect(await withdrawDispute(scene.services, { debtor: other.debtor, disputeId })).toEqual({ ok: false, error: { kind: "not_found" } }); // prettier-ignore
  expect(await withdrawDispute(scene.services, { debtor: debt.debtor, disputeId })).toEqual({ ok: true, value: null });
  expect(await scene.openOf(debt)).toMatchObject({ open: "300.00", status: "open" });
  expect((await scene.eventTypesOf(debt)).slice(1)).toEqual(["dispute.opened", "dispute.withdrawn"]);
  expect(await withdrawDispute(scene.services, { debtor: debt.debtor, disputeId })).toEqual({ ok: false, error: { kind: "not_possible", status: "withdrawn" } }); // prettier-ignore
});
