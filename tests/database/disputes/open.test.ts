import { afterAll, beforeAll, expect, test } from "vitest";
import { day } from "#app/domain/calendar.ts";
import { newId } from "#app/server/platform/crypto/random-id.server.ts";
import { SMALL_WISH } from "../../support/arrangements.ts";
import { wish } from "../arrangements/scenario.ts";
import { openScenario, type Scenario } from "../arrangements/scenario.ts";
import { amount, COSTS, disputing, LATE_TERMS, WHOLE } from "./disputing.ts";

let scene: Scenario;
let act: ReturnType<typeof disputing>;

beforeAll(async () => {
  scene = await openScenario();
  act = disputing(scene);
});
afterAll(() => scene.close());

test("a dispute of the whole: the claim is disputed, costs are held, both sides are told", async () => {
  const debt = await scene.newDebt();
  const id = await act.dispute(debt, { ground: "not_delivered" });
  expect(await scene.openOf(debt)).toMatchObject({ open: "300.00", status: "disputed" });
  expect(await act.stored(id)).toMatchObject({
    status: "open",
    ground: "not_delivered",
    amount: 30_000n,
    openedOn: "2026-11-23",
    answerBefore: "2026-12-07",
  });
  const events = await scene.eventsOf(debt);
  expect(events.map(({ type }) => type)).toEqual(["claim.opened", "dispute.opened"]);
  expect(events[1]?.data["dispute"]).toEqual({
    id,
    status: "open",
    ground: "not_delivered",
    scope: { kind: "whole" },
    amount: "300.00",
    answerBefore: "2026-12-07",
  });
  expect(JSON.stringify(events[1])).not.toContain("Dit klopt niet");
  const { prisma } = scene.services.database;
  const holds = await prisma.claimHold.findMany({ where: { claimId: debt.claimId } });
  expect(holds.map(({ kind, source, toOn }) => [kind, source, toOn])).toEqual([["costs", id, null]]);
  const letters = await prisma.message.findMany({ where: { disputeId: id }, orderBy: { direction: "asc" } });
  expect(letters.map(({ direction }) => direction).sort()).toEqual(["inbound", "outbound"]);
});

test("the same form twice, also at once, is one dispute; another one waits its turn", async () => {
  const debt = await scene.newDebt();
  const disputeId = newId("dsp", scene.services.clock.now());
  const filed = await Promise.all([1, 2, 3].map(() => act.file(debt, { disputeId })));
  expect(filed).toEqual([1, 2, 3].map(() => ({ ok: true, value: { disputeId } })));
  expect(await act.file(debt)).toEqual({ ok: false, error: { kind: "dispute_open", disputeId } });
  expect(await scene.eventTypesOf(debt)).toEqual(["claim.opened", "dispute.opened"]);
});

test("somebody else's claim, a closed one, and a part that is not there are refused", async () => {
  const debt = await scene.newDebt();
  const other = await scene.newDebt();
  expect(await act.file({ ...debt, claimId: other.claimId })).toEqual({
    ok: false,
    error: { kind: "claim_not_found" },
  });
  expect(await act.file(debt, { scope: COSTS })).toEqual({ ok: false, error: { kind: "nothing_open" } });
  const tooMuch = { ok: false, error: { kind: "amount_above_open", open: 30_000n } };
  expect(await act.file(debt, { scope: amount(30_001n) })).toEqual(tooMuch);
  await scene.services.database.prisma.claim.update({ where: { id: other.claimId }, data: { status: "closed" } });
  expect(await act.file(other)).toEqual({ ok: false, error: { kind: "claim_closed" } });
});

test("costs that would fall due during a dispute do not, and do when it was rejected", async () => {
  const terms = { ...LATE_TERMS, collectionCosts: { type: "statutory", noticeDeliveredOn: "2026-11-20" } };
  const debt = await scene.newDebt({ terms });
  const id = await act.dispute(debt, { scope: WHOLE });
  scene.services.clock.moveTo("2026-12-20T10:00:00.000Z");
  const disputed = await scene.openOf(debt);
  expect(Number(disputed.open)).toBeLessThan(310);
  expect(await act.resolve(id, { outcome: "rejected" })).toEqual({ ok: true, value: null });
  scene.services.clock.moveTo("2026-12-21T10:00:00.000Z");
  expect(Number((await scene.openOf(debt)).open)).toBeGreaterThan(345);
  scene.services.clock.moveTo("2026-11-23T10:00:00.000Z");
});

test("a proposal that waits falls away, a plan that runs waits and gives a week afterwards", async () => {
  const waiting = await scene.newDebt();
  const proposed = await scene.propose([waiting], { decide: "person", wish: SMALL_WISH });
  if (!proposed.ok) throw new Error(proposed.error.kind);
  await act.dispute(waiting);
  expect((await scene.stored(proposed.value.arrangementId)).status).toBe("withdrawn");
  expect(await scene.eventTypesOf(waiting)).toEqual(["claim.opened", "arrangement.proposed", "arrangement.withdrawn", "dispute.opened"]); // prettier-ignore

  const planned = await scene.newDebt({ amount: "150.00" });
  const arrangementId = await scene.start([planned], { wish: wish() });
  const id = await act.dispute(planned);
  expect(await scene.openOf(planned)).toMatchObject({ status: "disputed" });
  for (const date of ["2026-12-02", "2026-12-09", "2026-12-20"]) await scene.goTo(day(date));
  expect((await scene.eventTypesOf(planned)).includes("instalment.missed")).toBe(false);
  expect(await act.resolve(id, { outcome: "rejected" })).toEqual({ ok: true, value: null });
  expect((await scene.planOf(arrangementId))[0]).toBe("2026-12-27 50.00 open 50.00 upcoming");
  expect(await scene.openOf(planned)).toMatchObject({ status: "arranged" });
});
