import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { day } from "#app/domain/calendar.ts";
import { endOwnPause, extendOwnPause } from "#app/server/pauses/own-pause.server.ts";
import { expectSoundBooks } from "../../support/invariants.ts";
import { openPausing, type PausingScenario } from "./pausing.ts";

const MONDAY = "2026-11-23T10:00:00.000Z";

let scene: PausingScenario;

beforeAll(async () => void (scene = await openPausing()));
beforeEach(() => scene.services.clock.moveTo(MONDAY));
afterAll(() => scene.close());

const auditOf = async (action: string) =>
  scene.services.database.prisma.auditEntry.count({ where: { creditorId: scene.creditorId, action } });

test("everything that is open with the creditor rests, once, and what is settled is left alone", async () => {
  const [first, second, paid] = [
    await scene.newDebt({ debtor: "P-1" }),
    await scene.newDebt({ debtor: "P-1" }),
    await scene.newDebt({ debtor: "P-1" }),
  ];
  const other = await scene.newDebt({ debtor: "P-other" });
  await scene.pay(paid, "300.00");
  await scene.ask(await scene.newDebt());
  const before = await auditOf("claim.paused");

  expect(await Promise.all([scene.ask(first), scene.ask(second)])).toContain(2);
  expect(await scene.ask(first)).toBe(0);

  for (const debt of [first, second]) {
    expect(await scene.pausesOf(debt)).toEqual(["help_sought 2027-03-23"]);
    expect(await scene.holdsOf(debt)).toEqual(["costs 2026-11-24 open"]);
    expect((await scene.openOf(debt)).status).toBe("paused");
    expect(await scene.lettersOf(debt)).toEqual(["outbound Uw pauze is begonnen"]);
  }
  const both = [...(await scene.eventsOf(first)), ...(await scene.eventsOf(second))];
  expect(both.map(({ type, data }) => `${type} ${String(data["about"] ?? "")}`.trim()).sort()).toEqual([
    "claim.opened",
    "claim.opened",
    "claim.paused",
    "claim.paused",
    "debtor.help_requested pause",
  ]);
  expect((await scene.eventsOf(second))[1]?.data).toMatchObject({ reason: "help_sought", until: "2027-03-23" });
  expect((await scene.openOf(paid)).status).toBe("settled");
  expect(await scene.pausesOf(paid)).toEqual([]);
  expect(await scene.pausesOf(other)).toEqual([]);
  expect((await auditOf("claim.paused")) - before).toBe(2);
});

test("the debtor goes on: holds end today, and the next day is as before", async () => {
  const debt = await scene.newDebt();
  await scene.ask(debt);
  scene.services.clock.moveTo("2026-12-10T10:00:00.000Z");
  await endOwnPause(scene.services, { debtor: debt.debtor });
  await endOwnPause(scene.services, { debtor: debt.debtor });
  expect(await scene.pausesOf(debt)).toEqual(["help_sought 2027-03-23 ended"]);
  expect(await scene.holdsOf(debt)).toEqual(["costs 2026-11-24 2026-12-10"]);
  expect((await scene.openOf(debt)).status).toBe("open");
  expect((await scene.eventsOf(debt)).at(-1)).toMatchObject({ type: "claim.resumed", data: { reason: "debtor" } });
  expect((await scene.eventTypesOf(debt)).filter((type) => type === "claim.resumed")).toHaveLength(1);
  expect(await scene.lettersOf(debt)).toEqual(["outbound Uw pauze is begonnen", "outbound U heeft uw pauze gestopt"]);
});

test("a pause that ends on the day it began held nothing", async () => {
  const debt = await scene.newDebt();
  await scene.ask(debt);
  await endOwnPause(scene.services, { debtor: debt.debtor });
  expect(await scene.holdsOf(debt)).toEqual([]);
  scene.services.clock.advance(60_000);
  expect(await scene.ask(debt)).toBe(1);
  expect(await scene.pausesOf(debt)).toEqual(["help_sought 2027-03-23", "help_sought 2027-03-23 ended"]);
});

test("made longer once, up to the most months from its start", async () => {
  const debt = await scene.newDebt();
  await scene.ask(debt);
  scene.services.clock.moveTo("2027-03-01T10:00:00.000Z");
  const order = { debtor: debt.debtor, helpedBy: "Sociaal wijkteam" };
  expect(await extendOwnPause(scene.services, order)).toEqual({ ok: true, value: "2027-07-23" });
  expect(await extendOwnPause(scene.services, order)).toEqual({ ok: false, error: { kind: "not_possible" } });
  expect(await scene.pausesOf(debt)).toEqual(["help_sought 2027-07-23"]);
  const events = await scene.eventsOf(debt);
  expect(events.filter(({ type }) => type === "claim.paused").map(({ data }) => data["until"])).toEqual(["2027-03-23", "2027-07-23"]); // prettier-ignore
  expect(JSON.stringify(events)).not.toContain("wijkteam");
  const { text } = await scene.services.database.prisma.pause.findFirstOrThrow({ where: { claimId: debt.claimId } });
  expect(text).toBe("Sociaal wijkteam");
});

test("somebody without a pause cannot make one longer, and a stranger's stays as it is", async () => {
  const [own, strange] = [await scene.newDebt(), await scene.newDebt()];
  await scene.ask(strange);
  expect(await extendOwnPause(scene.services, { debtor: own.debtor, helpedBy: "x" })).toMatchObject({ ok: false });
  await endOwnPause(scene.services, { debtor: own.debtor });
  expect(await scene.pausesOf(strange)).toEqual(["help_sought 2027-03-23"]);
});

test("a week before the end a letter, within contact hours, once; after the last day it goes on by itself", async () => {
  const [debt, together] = [await scene.newDebt({ debtor: "W" }), await scene.newDebt({ debtor: "W" })];
  await scene.ask(debt);
  await scene.goOnTo(day("2027-03-15"));
  expect(await scene.lettersOf(debt)).toHaveLength(1);
  await scene.goOnTo(day("2027-03-16"), "05:00");
  expect(await scene.lettersOf(debt)).toHaveLength(1);
  await scene.goOnTo(day("2027-03-16"));
  await scene.goOnTo(day("2027-03-17"));
  expect(await scene.lettersOf(together)).toEqual([
    "outbound Uw pauze is begonnen",
    "outbound Uw pauze loopt tot en met 23 maart 2027",
  ]);
  await scene.goOnTo(day("2027-03-23"), "22:30");
  expect((await scene.openOf(debt)).status).toBe("paused");

  // The last day is over at midnight in the Netherlands; the worker may come days later.
  await scene.goOnTo(day("2027-03-26"), "02:00");
  expect((await scene.openOf(debt)).status).toBe("open");
  expect(await scene.holdsOf(debt)).toEqual(["costs 2026-11-24 2027-03-23"]);
  expect((await scene.eventsOf(debt)).at(-1)).toMatchObject({ type: "claim.resumed", data: { reason: "ended" } });
  expect((await scene.lettersOf(together)).at(-1)).toBe("outbound Uw pauze is voorbij");
  const mails = await scene.services.database.prisma.outgoingMail.findMany({
    where: { kind: "pause_ended", claimId: { in: [debt.claimId, together.claimId] } },
  });
  expect(mails).toHaveLength(1);
  // Good Friday is left alone.
  expect(mails[0]?.nextAt.toISOString()).toBe("2027-03-27T06:00:00.000Z");
});

test("a claim that was paid meanwhile goes on with nothing", async () => {
  const debt = await scene.newDebt();
  await scene.ask(debt);
  await scene.pay(debt, "300.00");
  expect((await scene.openOf(debt)).status).toBe("settled");
  await scene.goOnTo(day("2027-03-16"));
  await scene.goOnTo(day("2027-03-24"));
  expect(await scene.pausesOf(debt)).toEqual(["help_sought 2027-03-23 ended"]);
  expect(await scene.eventTypesOf(debt)).not.toContain("claim.resumed");
  expect(await scene.lettersOf(debt)).toHaveLength(1);
});

test("no costs fall due in a pause, and interest runs on unless the creditor lets it rest", async () => {
  const terms = {
    interest: { type: "contractual", ratePercent: "7.30" },
    collectionCosts: { type: "statutory", noticeDeliveredOn: "2026-11-16" },
  };
  const debt = await scene.newDebt({ amount: "1000.00", terms });
  const plain = await scene.newDebt({ amount: "1000.00", terms, debtor: "free" });
  await scene.ask(debt);
  scene.services.clock.moveTo("2027-01-23T10:00:00.000Z");
  const [rests, runs] = [await scene.openOf(debt), await scene.openOf(plain)];
  // 207 days of 20 cents each for both, and 150 euro of costs for the one that did not rest.
  expect(Number(runs.open) - Number(rests.open)).toBe(150);
  await scene.services.database.prisma.creditor.update({ where: { id: scene.creditorId }, data: { pauseFreezesInterest: true } }); // prettier-ignore
  await endOwnPause(scene.services, { debtor: debt.debtor });
  await scene.ask(debt);
  expect(await scene.holdsOf(debt)).toEqual(["costs 2026-11-24 2027-01-23", "interest 2027-01-24 open", "costs 2027-01-24 open"]); // prettier-ignore
  const { open } = await scene.openOf(debt);
  scene.services.clock.moveTo("2027-02-23T10:00:00.000Z");
  expect((await scene.openOf(debt)).open).toBe(open);
  await scene.services.database.prisma.creditor.update({ where: { id: scene.creditorId }, data: { pauseFreezesInterest: false } }); // prettier-ignore
});

test("a running plan rests; an instalment whose day came in the pause gets a week", async () => {
  const debt = await scene.newDebt({ amount: "150.00" });
  const plan = await scene.start([debt]);
  expect(await scene.planOf(plan)).toEqual([
    "2026-12-01 50.00 open 50.00 upcoming",
    "2027-01-01 50.00 open 50.00 upcoming",
    "2027-02-01 50.00 open 50.00 upcoming",
  ]);
  await scene.ask(debt);
  expect((await scene.openOf(debt)).status).toBe("paused");
  await scene.goTo(day("2026-12-28"));
  const types = await scene.eventTypesOf(debt);
  expect(types).not.toContain("instalment.missed");
  await endOwnPause(scene.services, { debtor: debt.debtor });
  expect((await scene.openOf(debt)).status).toBe("arranged");
  expect(await scene.planOf(plan)).toEqual([
    "2027-01-01 50.00 open 50.00 upcoming",
    "2027-01-04 50.00 open 50.00 upcoming",
    "2027-02-01 50.00 open 50.00 upcoming",
  ]);
});

test("a disputed claim that rests stays disputed, and rests on after the dispute", async () => {
  const debt = await scene.newDebt();
  const { prisma } = scene.services.database;
  const at = scene.services.clock.now();
  await prisma.dispute.create({
    data: {
      id: "dsp_rests",
      creditorId: scene.creditorId,
      claimId: debt.claimId,
      debtorId: debt.debtor.debtorId,
      ground: "other",
      scope: { kind: "whole" },
      disputed: { invoices: [], interest: "0", costs: "0" },
      amount: 30000n,
      openedOn: at,
      answerBefore: at,
      createdAt: at,
    },
  });
  await prisma.claim.update({ where: { id: debt.claimId }, data: { status: "disputed" } });
  await scene.ask(debt);
  expect((await scene.openOf(debt)).status).toBe("disputed");
  expect(await scene.pausesOf(debt)).toEqual(["help_sought 2027-03-23"]);
  await endOwnPause(scene.services, { debtor: debt.debtor });
  expect((await scene.openOf(debt)).status).toBe("disputed");
  await prisma.dispute.delete({ where: { id: "dsp_rests" } });
});

test("the books are sound after all of it", async () => {
  await expectSoundBooks(scene.services);
});
