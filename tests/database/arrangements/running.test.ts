import { afterEach, beforeEach, expect, test } from "vitest";
import { asCents } from "#app/domain/money.ts";
import { announceMiss } from "#app/server/arrangements/announce-miss.server.ts";
import { changePlan } from "#app/server/arrangements/change-plan.server.ts";
import { day, openScenario, type Scenario, wish } from "./scenario.ts";

let scene: Scenario;

beforeEach(async () => {
  scene = await openScenario();
});

afterEach(() => scene.close());

/** 150 euro in three instalments of 50, due 1 December, 1 January and 1 February. */
async function threeInstalments() {
  const debt = await scene.newDebt({ amount: "150.00" });
  return { debt, id: await scene.start([debt]) };
}

test("paid in time: reminded three days before, told when paid, completed at the end", async () => {
  const { debt, id } = await threeInstalments();
  await scene.goTo(day("2026-11-27"));
  expect(await scene.mails()).toEqual(["arrangement_accepted"]);
  await scene.goTo(day("2026-11-28"));
  expect(await scene.mails()).toEqual(["arrangement_accepted", "arrangement_remind"]);
  await scene.pay(debt, "50.00");
  await scene.goTo(day("2026-12-08"));
  expect(await scene.planOf(id)).toEqual([
    "2026-12-01 50.00 open 0.00 paid",
    "2027-01-01 50.00 open 50.00 upcoming",
    "2027-02-01 50.00 open 50.00 upcoming",
  ]);
  await scene.pay(debt, "100.00");
  expect(await scene.stored(id)).toMatchObject({ status: "completed" });
  expect(await scene.openOf(debt)).toEqual({ open: "0.00", credit: "0.00", status: "settled" });
  expect((await scene.eventTypesOf(debt)).slice(3)).toEqual([
    "payment.paid",
    "instalment.paid",
    "payment.paid",
    "claim.settled",
    "instalment.paid",
    "instalment.paid",
    "arrangement.completed",
  ]);
  await scene.goTo(day("2027-03-01"));
  expect(await scene.mails()).toEqual(["arrangement_accepted", "arrangement_remind", "arrangement_completed"]);
});

test("one missed: two friendly messages, moved to the end, and the plan goes on", async () => {
  const { debt, id } = await threeInstalments();
  for (const date of ["2026-11-28", "2026-12-02", "2026-12-03", "2026-12-07", "2026-12-08", "2026-12-09"]) await scene.goTo(day(date)); // prettier-ignore
  expect(await scene.mails()).toEqual([
    "arrangement_accepted",
    "arrangement_remind",
    "arrangement_missed_first",
    "arrangement_moved_to_end",
    "arrangement_missed_second",
  ]);
  expect(await scene.planOf(id)).toEqual([
    "2027-01-01 50.00 open 50.00 upcoming",
    "2027-02-01 50.00 open 50.00 upcoming",
    "2027-03-01 50.00 open 50.00 upcoming",
  ]);
  const missed = (await scene.eventsOf(debt)).find(({ type }) => type === "instalment.missed");
  expect(missed?.data).toMatchObject({ instalment: { seq: 1, dueOn: "2026-12-01" }, movedTo: "2027-03-01" });

  await scene.pay(debt, "50.00");
  await scene.goTo(day("2027-01-15"));
  expect(await scene.stored(id)).toMatchObject({ status: "accepted", lastLetterOn: null });
});

test("two in a row, a last letter, fourteen days, and then it is broken; what was paid stays paid", async () => {
  const { debt, id } = await threeInstalments();
  await scene.pay(debt, "20.00");
  for (let date = day("2026-11-28"), n = 0; n < 90; n += 1) {
    await scene.goTo(date);
    scene.services.clock.advance(86_400_000);
    date = scene.services.clock.today();
  }
  const kinds = await scene.mails();
  expect(kinds.filter((kind) => kind === "arrangement_last_letter")).toHaveLength(1);
  expect(kinds.at(-1)).toBe("arrangement_broken");
  expect(await scene.stored(id)).toMatchObject({ status: "broken" });
  expect(await scene.openOf(debt)).toEqual({ open: "130.00", credit: "0.00", status: "open" });
  const types = await scene.eventTypesOf(debt);
  expect(types.filter((type) => type === "instalment.missed")).toHaveLength(2);
  expect(types.at(-1)).toBe("arrangement.broken");
});

test("postponed once by fourteen days, skipped once in six months", async () => {
  const { debt, id } = await threeInstalments();
  const ask = (seq: number, change: "postpone" | "skip") =>
    changePlan(scene.services, { debtor: debt.debtor, arrangementId: id, seq, change });
  expect(await ask(1, "postpone")).toEqual({ ok: true, value: null });
  expect(await ask(1, "postpone")).toEqual({ ok: false, error: { kind: "already_postponed" } });
  expect(await ask(2, "skip")).toEqual({ ok: true, value: null });
  expect(await ask(3, "skip")).toEqual({ ok: false, error: { kind: "skipped_lately", until: "2027-05-23" } });
  expect(await scene.planOf(id)).toEqual([
    "2026-12-15 50.00 open 50.00 upcoming",
    "2027-02-01 50.00 open 50.00 upcoming",
    "2027-03-01 50.00 open 50.00 upcoming",
  ]);
  expect((await scene.eventTypesOf(debt)).slice(3)).toEqual(["instalment.postponed", "instalment.postponed"]);
});

test("a credit note cuts the plan from the end, and one for all that is left completes it", async () => {
  const { debt, id } = await threeInstalments();
  await scene.credit(debt, "60.00");
  expect(await scene.planOf(id)).toEqual([
    "2026-12-01 50.00 open 50.00 upcoming",
    "2027-01-01 40.00 open 40.00 upcoming",
    "2027-02-01 0.00 open 0.00 not_needed",
  ]);
  await scene.credit(debt, "90.00");
  expect(await scene.stored(id)).toMatchObject({ status: "completed" });
  expect(await scene.openOf(debt)).toMatchObject({ open: "0.00", status: "settled" });
});

test("paying too much completes the plan and leaves a credit", async () => {
  const { debt, id } = await threeInstalments();
  await scene.pay(debt, "170.00");
  expect(await scene.stored(id)).toMatchObject({ status: "completed" });
  expect(await scene.openOf(debt)).toEqual({ open: "0.00", credit: "20.00", status: "settled" });
});

test("waived interest is given up on acceptance, waived costs when the plan is paid", async () => {
  await scene.changePolicy({ interestDuringArrangement: "waive", costsDuringArrangement: "waive_on_completion" });
  const terms = {
    interest: { type: "statutory" },
    collectionCosts: { type: "statutory", noticeDeliveredOn: "2026-08-03" },
  };
  const debt = await scene.newDebt({ amount: "150.00", terms });
  const { open: before } = await scene.openOf(debt);
  expect(Number(before)).toBeGreaterThan(190);
  const id = await scene.start([debt], { total: asCents(15_000n), wish: wish() });
  expect(await scene.openOf(debt)).toMatchObject({ open: "190.00", status: "arranged" });
  await scene.goTo(day("2027-01-15"));
  await scene.pay(debt, "150.00");
  expect(await scene.stored(id)).toMatchObject({ status: "completed" });
  expect(await scene.openOf(debt)).toEqual({ open: "0.00", credit: "0.00", status: "settled" });
});

test("said beforehand: the creditor is told, nobody is reminded, and the plan does what it does with a missed one", async () => {
  const { debtor, claimId, id } = await threeInstalments().then(({ debt, id }) => ({ ...debt, id }));
  const say = () => announceMiss(scene.services, { debtor, arrangementId: id, seq: 1 });
  expect(await say()).toEqual({ ok: true, value: null });
  expect(await say()).toEqual({ ok: true, value: null });
  for (const date of ["2026-11-28", "2026-12-02", "2026-12-07", "2026-12-08", "2026-12-09"])
    await scene.goTo(day(date));
  expect(await scene.mails()).toEqual([
    "arrangement_accepted",
    "arrangement_miss_announced",
    "arrangement_moved_to_end",
  ]);
  const types = (await scene.eventsOf({ claimId })).map(({ type }) => type);
  expect(types.slice(3)).toEqual(["debtor.help_requested", "instalment.missed"]);
});
