import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Result } from "#app/domain/result.ts";
import { asCents } from "#app/domain/money.ts";
import {
  acceptProposal,
  cancelArrangement,
  counterProposal,
  declineProposal,
} from "#app/server/arrangements/answer-as-creditor.server.ts";
import { acceptCounterOffer, withdrawArrangement } from "#app/server/arrangements/answer-as-debtor.server.ts";
import { day, openScenario, type Scenario, type TestDebt, wish } from "./scenario.ts";

const MONDAY = "2026-11-23T10:00:00.000Z";
const ROUNDS = 3;

let scene: Scenario;

beforeAll(async () => {
  scene = await openScenario();
});

beforeEach(() => scene.services.clock.moveTo(MONDAY));

afterAll(() => scene.close());

/** 150 euro in parts of 20 a month: a person decides. */
async function proposed(claim: Parameters<Scenario["newDebt"]>[0] = {}): Promise<{ debt: TestDebt; id: string }> {
  const debt = await scene.newDebt({ amount: "150.00", ...claim });
  const sent = await scene.propose([debt], { wish: wish({ perInstalment: asCents(2_000n) }), decide: "person" });
  if (!sent.ok) throw new Error(sent.error.kind);
  return { debt, id: sent.value.arrangementId };
}

/** The creditor offers three times 50 instead. */
async function countered(): Promise<{ debt: TestDebt; id: string }> {
  const { debt, id } = await proposed();
  scene.services.clock.advance(60_000);
  const done = await creditor(id).counter();
  if (!done.ok) throw new Error("no counter-offer");
  return { debt, id };
}

function creditor(arrangementId: string) {
  const deciding = { creditorId: scene.creditorId, arrangementId, actor: "user:anna" };
  const schedule = ["2026-12-10", "2027-01-10", "2027-02-10"].map((on, index) => ({ seq: index + 1, dueOn: day(on), amount: asCents(5_000n) })); // prettier-ignore
  return {
    accept: () => acceptProposal(scene.services, deciding),
    counter: () => counterProposal(scene.services, { ...deciding, schedule, reason: "Dit lukt ons wel." }),
    decline: () => declineProposal(scene.services, { ...deciding, reason: "Te lang." }),
    cancel: () => cancelArrangement(scene.services, { ...deciding, reason: "Vergissing." }),
  };
}

function debtor({ debtor }: TestDebt, arrangementId: string) {
  return {
    withdraw: () => withdrawArrangement(scene.services, { debtor, arrangementId }),
    accept: () => acceptCounterOffer(scene.services, { debtor, arrangementId, version: 2 }),
  };
}

const outcome = (result: Result<null, { kind: string }>): string => (result.ok ? "won" : result.error.kind);

async function mailsOf({ claimId }: TestDebt): Promise<string[]> {
  const rows = await scene.services.database.prisma.outgoingMail.findMany({ where: { claimId }, orderBy: [{ createdAt: "asc" }, { id: "asc" }] }); // prettier-ignore
  return rows.map(({ kind }) => kind);
}

/** Status, holds, events and mail tell one story. */
async function expectOneStory(debt: TestDebt, id: string, { before }: { before: number }): Promise<void> {
  const { status } = await scene.stored(id);
  expect((await scene.eventTypesOf(debt)).slice(before)).toEqual([`arrangement.${status}`]);
  expect((await mailsOf(debt)).at(-1)).toBe(`arrangement_${status}`);
  expect((await scene.openOf(debt)).status).toBe(status === "accepted" ? "arranged" : "open");
  const holds = await scene.services.database.prisma.claimHold.findMany({ where: { source: id, toOn: null } });
  const held = { accepted: ["costs", "interest"], countered: ["costs"] }[status as string] ?? [];
  expect(holds.map(({ kind }) => kind as string).sort()).toEqual(held);
  const instalments = status === "accepted" ? 1 : 0;
  expect((await scene.stored(id)).instalments.length > 0 ? 1 : 0).toBe(instalments);
}

test.each(["accept", "decline"] as const)("a creditor who would %s and a debtor who withdraws at once: one wins", async (act) => {
  for (let round = 0; round < ROUNDS; round += 1) {
    const { debt, id } = await proposed();
    scene.services.clock.advance(60_000);
    const results = await Promise.all([creditor(id)[act](), debtor(debt, id).withdraw()]);
    expect(results.map(outcome).sort()).toEqual(["not_possible", "won"]);
    await expectOneStory(debt, id, { before: 2 });
  }
}); // prettier-ignore

test("a counter-offer and a withdrawal at once: the debtor's withdrawal comes through, before or after it", async () => {
  for (let round = 0; round < ROUNDS; round += 1) {
    const { debt, id } = await proposed();
    scene.services.clock.advance(60_000);
    const [counter, withdrawal] = await Promise.all([creditor(id).counter(), debtor(debt, id).withdraw()]);
    expect(outcome(withdrawal)).toBe("won");
    const story = counter.ok ? ["arrangement.countered", "arrangement.withdrawn"] : ["arrangement.withdrawn"];
    expect((await scene.eventTypesOf(debt)).slice(2)).toEqual(story);
    expect(await scene.stored(id)).toMatchObject({ status: "withdrawn", instalments: [] });
  }
});

test("a creditor who takes an offer back and a debtor who lets it go at once: one wins", async () => {
  for (let round = 0; round < ROUNDS; round += 1) {
    const { debt, id } = await countered();
    scene.services.clock.advance(60_000);
    const results = await Promise.all([creditor(id).cancel(), debtor(debt, id).withdraw()]);
    expect(results.map(outcome).sort()).toEqual(["not_possible", "won"]);
    await expectOneStory(debt, id, { before: 3 });
  }
});

test("a creditor who takes an offer back while the debtor accepts it: the plan never ran, or ran and was ended", async () => {
  for (let round = 0; round < ROUNDS; round += 1) {
    const { debt, id } = await countered();
    scene.services.clock.advance(60_000);
    const [cancelled, accepted] = await Promise.all([creditor(id).cancel(), debtor(debt, id).accept()]);
    expect(outcome(cancelled)).toBe("won");
    const story = accepted.ok ? ["arrangement.accepted", "arrangement.cancelled"] : ["arrangement.cancelled"];
    expect((await scene.eventTypesOf(debt)).slice(3)).toEqual(story);
    expect(await scene.openOf(debt)).toMatchObject({ open: "150.00", status: "open" });
  }
});

test("a debtor who accepts in one window and withdraws in the other: one wins", async () => {
  for (let round = 0; round < ROUNDS; round += 1) {
    const { debt, id } = await countered();
    scene.services.clock.advance(60_000);
    const { accept, withdraw } = debtor(debt, id);
    expect((await Promise.all([accept(), withdraw()])).map(outcome).sort()).toEqual(["not_possible", "won"]);
    await expectOneStory(debt, id, { before: 3 });
  }
});

test("an acceptance that comes twenty times at once is one plan", async () => {
  const { debt, id } = await countered();
  scene.services.clock.advance(60_000);
  const results = await Promise.all(Array.from({ length: 20 }, () => debtor(debt, id).accept()));
  expect(new Set(results.map(outcome))).toEqual(new Set(["won"]));
  await expectOneStory(debt, id, { before: 3 });
  expect((await scene.stored(id)).instalments).toHaveLength(3);
});

test("a proposal that nobody answers: the creditor is warned a day before, and it expires the day after", async () => {
  const { debt, id } = await proposed();
  expect((await scene.stored(id)).decideBefore).toBe("2026-11-30");
  await scene.goTo(day("2026-11-28"));
  expect((await scene.stored(id)).creditorTold).toBe(false);
  await scene.goTo(day("2026-11-30"));
  expect(await scene.stored(id)).toMatchObject({ status: "proposed", creditorTold: true });
  await scene.goTo(day("2026-12-01"));
  expect(await scene.stored(id)).toMatchObject({ status: "expired" });
  expect((await scene.eventsOf(debt)).at(-1)).toMatchObject({
    type: "arrangement.expired",
    data: { waitedFor: "creditor" },
  });
  expect(await mailsOf(debt)).toEqual(["arrangement_proposed", "arrangement_expired"]);
  expect(outcome(await creditor(id).accept())).toBe("not_possible");

  // Whoever waited in vain may ask again at once.
  const again = await scene.propose([debt], { wish: wish({ perInstalment: asCents(2_000n) }), decide: "person" });
  expect(again).toMatchObject({ ok: true, value: { status: "proposed" } });
});

test("a counter-offer that is not answered expires after its last day, and not before", async () => {
  const { debt, id } = await countered();
  expect((await scene.stored(id)).validUntil).toBe("2026-12-07");
  await scene.goTo(day("2026-12-07"));
  expect(await scene.stored(id)).toMatchObject({ status: "countered" });
  scene.services.clock.moveTo("2026-12-08T05:00:00.000Z");
  expect(outcome(await debtor(debt, id).accept())).toBe("offer_expired");
  await scene.goTo(day("2026-12-08"));
  expect(await scene.stored(id)).toMatchObject({ status: "expired" });
  expect((await scene.eventsOf(debt)).at(-1)).toMatchObject({ data: { waitedFor: "debtor" } });
  expect(await mailsOf(debt)).toEqual(["arrangement_proposed", "arrangement_countered", "arrangement_expired"]);
});

test.each(["decline", "withdraw"] as const)("costs of a notice fall due the day after a %s, not before", async (act) => {
  const terms = { collectionCosts: { type: "statutory", noticeDeliveredOn: "2026-11-10" } };
  const { debt, id } = await proposed({ terms });
  scene.services.clock.moveTo("2026-11-30T10:00:00.000Z");
  expect((await scene.openOf(debt)).open).toBe("150.00");
  await (act === "decline" ? creditor(id).decline() : debtor(debt, id).withdraw());
  expect((await scene.openOf(debt)).open).toBe("150.00");
  scene.services.clock.moveTo("2026-12-01T10:00:00.000Z");
  expect((await scene.openOf(debt)).open).toBe("190.00");
}); // prettier-ignore
