import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { LocalDate } from "#app/domain/calendar.ts";
import type { ClaimStatus } from "#app/domain/claim.ts";
import { asCents } from "#app/domain/money.ts";
import { acceptProposal } from "#app/server/arrangements/answer-as-creditor.server.ts";
import { followPlans } from "#app/server/arrangements/follow-plans.server.ts";
import { toDateColumn } from "#app/server/platform/clock/clock.server.ts";
import { newId } from "#app/server/platform/crypto/random-id.server.ts";
import { inTransaction } from "#app/server/platform/database/transaction.server.ts";
import { day, openScenario, type Scenario, type TestDebt, wish } from "./scenario.ts";

const STATUTORY = { interest: { type: "statutory" } };
const WITH_NOTICE = { collectionCosts: { type: "statutory", noticeDeliveredOn: "2026-11-20" } };

let scene: Scenario;

beforeAll(async () => {
  scene = await openScenario();
});

beforeEach(async () => {
  scene.services.clock.moveTo("2026-11-23T10:00:00.000Z");
  await scene.changePolicy({});
});

afterAll(() => scene.close());

/** 150 euro in three instalments of 50, due 1 December, 1 January and 1 February. */
async function running(claim: Parameters<Scenario["newDebt"]>[0] = {}): Promise<{ debt: TestDebt; id: string }> {
  const debt = await scene.newDebt({ amount: "150.00", ...claim });
  return { debt, id: await scene.start([debt]) };
}

/** A proposal that a person of the creditor decides about. */
async function proposed(debts: readonly TestDebt[]): Promise<string> {
  const sent = await scene.propose(debts, { wish: wish({ perInstalment: asCents(2_000n) }), decide: "person" });
  if (!sent.ok) throw new Error(sent.error.kind);
  return sent.value.arrangementId;
}

/** What the proposal would be accepted with today, and what happened on its claim after it was made. */
async function accepted(id: string): Promise<string[]> {
  scene.services.clock.advance(60_000);
  const done = await acceptProposal(scene.services, { creditorId: scene.creditorId, arrangementId: id, actor: "test" });
  if (!done.ok) throw new Error(done.error.kind);
  return scene.planOf(id);
}

async function newsOf(debt: TestDebt): Promise<string[]> {
  const types = await scene.eventTypesOf(debt);
  return types.slice(types.findLastIndex((type) => type === "arrangement.proposed" || type === "arrangement.accepted") + 1); // prettier-ignore
}

async function mailsOf({ claimId }: TestDebt): Promise<string[]> {
  const rows = await scene.services.database.prisma.outgoingMail.findMany({ where: { claimId }, orderBy: [{ createdAt: "asc" }, { id: "asc" }] }); // prettier-ignore
  return rows.map(({ kind }) => kind);
}

/** As the verbs for it do: what holds the claim, its status, and then the plan follows. */
async function setStatus({ claimId, debtor }: TestDebt, status: ClaimStatus): Promise<void> {
  const at = scene.services.clock.now();
  const day = toDateColumn(scene.services.clock.today());
  const owner = { claimId, creditorId: debtor.creditorId, debtorId: debtor.debtorId, createdAt: at };
  await inTransaction(scene.services.database, async (tx) => {
    await tx.dispute.updateMany({ where: { claimId, endedAt: null }, data: { endedAt: at, status: "withdrawn" } });
    await tx.pause.updateMany({ where: { claimId, endedAt: null }, data: { endedAt: at } });
    if (status === "disputed") {
      await tx.dispute.create({
        data: { ...owner, id: newId("dsp", at), ground: "other", scope: {}, disputed: {}, amount: 0n, openedOn: day, answerBefore: day }, // prettier-ignore
      });
    }
    if (status === "paused") {
      await tx.pause.create({
        data: { ...owner, id: newId("pau", at), reason: "creditor", actor: "test", startedOn: day },
      });
    }
    const claim = await tx.claim.update({ where: { id: claimId }, data: { status } });
    await followPlans(tx, scene.services, claim);
  });
}

async function goThrough(...days: string[]): Promise<void> {
  for (const date of days) await scene.goTo(day(date));
}

test("paid in full: a proposal falls away once nothing is open on any of its claims", async () => {
  const [first, second] = [await scene.newDebt({ debtor: "K-full" }), await scene.newDebt({ debtor: "K-full" })];
  const id = await proposed([first, second]);
  await scene.pay(first, "300.00");
  expect(await scene.stored(id)).toMatchObject({ status: "proposed" });
  await scene.pay(second, "300.00");
  expect(await scene.stored(id)).toMatchObject({ status: "cancelled" });
  const [, , cancelled] = (await scene.eventsOf(second)).slice(-3);
  expect(cancelled).toMatchObject({ type: "arrangement.cancelled", data: { reason: "nothing_open" } });
});

test("paid in full: each open instalment is told, and the plan is completed; with another claim open it goes on", async () => {
  const { debt, id } = await running();
  await scene.pay(debt, "150.00");
  expect(await newsOf(debt)).toEqual([
    "payment.paid",
    "claim.settled",
    ...["instalment.paid", "instalment.paid", "instalment.paid"],
    "arrangement.completed",
  ]);
  expect(await scene.stored(id)).toMatchObject({ status: "completed" });

  const [one, other] = [
    await scene.newDebt({ debtor: "K-one", amount: "60.00" }),
    await scene.newDebt({ debtor: "K-one", amount: "90.00" }),
  ];
  const both = await scene.start([one, other]);
  await scene.pay(one, "60.00");
  expect(await scene.stored(both)).toMatchObject({ status: "accepted" });
  expect(await scene.planOf(both)).toEqual([
    "2026-12-01 50.00 open 0.00 paid",
    "2027-01-01 50.00 open 40.00 partly_paid",
    "2027-02-01 50.00 open 50.00 upcoming",
  ]);
});

test("paid in full: what is given up for completing the plan is booked, and the event says how much that was", async () => {
  await scene.changePolicy({ costsDuringArrangement: "waive_on_completion" });
  const terms = { collectionCosts: { type: "statutory", noticeDeliveredOn: "2026-08-03" } };
  const debt = await scene.newDebt({ amount: "150.00", terms });
  await scene.start([debt], { total: asCents(15_000n) });
  expect(await scene.openOf(debt)).toMatchObject({ open: "190.00" });
  await scene.pay(debt, "150.00");
  expect(await scene.openOf(debt)).toEqual({ open: "0.00", credit: "0.00", status: "settled" });
  const completed = async ({ claimId }: TestDebt) => (await scene.eventsOf({ claimId })).at(-1);
  expect(await completed(debt)).toMatchObject({
    type: "arrangement.completed",
    data: { paid: "150.00", givenUp: "40.00" },
  });

  // It came before the plan began, and paid the costs that the plan gives up: nothing is left open all the same.
  const early = await scene.newDebt({ amount: "150.00", terms });
  await scene.start([early], { total: asCents(15_000n) });
  await scene.pay(early, "40.00", day("2026-11-20"));
  await scene.pay(early, "110.00");
  expect(await scene.openOf(early)).toEqual({ open: "0.00", credit: "0.00", status: "settled" });
  expect(await completed(early)).toMatchObject({ data: { paid: "110.00", givenUp: "40.00" } });
});

test.each([
  ["189.99", "39.99"],
  ["190.00", "40.00"],
  ["200.00", "50.00"],
])("who pays %s of a plan of 150.00 gets back what the plan gives up", async (amount, credit) => {
  await scene.changePolicy({ costsDuringArrangement: "waive_on_completion" });
  const terms = { collectionCosts: { type: "statutory", noticeDeliveredOn: "2026-08-03" } };
  const debt = await scene.newDebt({ amount: "150.00", terms });
  await scene.start([debt], { total: asCents(15_000n) });
  await scene.pay(debt, amount);
  expect(await scene.openOf(debt)).toEqual({ open: "0.00", credit, status: "settled" });
  expect((await scene.eventsOf(debt)).at(-1)).toMatchObject({
    type: "arrangement.completed",
    data: { paid: amount, givenUp: "40.00", credit },
  });
});

test("a bill that the creditor credited gives nothing back that was not paid", async () => {
  await scene.changePolicy({ costsDuringArrangement: "waive_on_completion" });
  const terms = { collectionCosts: { type: "statutory", noticeDeliveredOn: "2026-08-03" } };
  const debt = await scene.newDebt({ amount: "150.00", terms });
  await scene.start([debt], { total: asCents(15_000n) });
  await scene.pay(debt, "30.00");
  await scene.credit(debt, "150.00");
  // 190.00 asked, 150.00 credited, 40.00 promised: the 30.00 that was paid is all that can come back.
  expect(await scene.openOf(debt)).toEqual({ open: "0.00", credit: "30.00", status: "settled" });
});

test("of a plan over two bills nothing stays open while the other one has a credit", async () => {
  await scene.changePolicy({ costsDuringArrangement: "waive_on_completion" });
  const terms = { collectionCosts: { type: "statutory", noticeDeliveredOn: "2026-08-03" } };
  const one = await scene.newDebt({ debtor: "K-two", amount: "150.00", terms });
  const other = await scene.newDebt({ debtor: "K-two", amount: "60.00" });
  await scene.start([one, other], { total: asCents(21_000n) });
  await scene.pay(one, "190.00");
  await scene.pay(other, "20.00");
  expect(await scene.openOf(other)).toEqual({ open: "0.00", credit: "0.00", status: "settled" });
  expect(await scene.openOf(one)).toEqual({ open: "0.00", credit: "0.00", status: "settled" });
});

test("paid in part: the total of a proposal falls, and the plan starts with less", async () => {
  const debt = await scene.newDebt({ amount: "60.00" });
  const id = await proposed([debt]);
  await scene.pay(debt, "30.00");
  expect(await accepted(id)).toEqual([
    "2026-12-01 20.00 open 20.00 upcoming",
    "2027-01-01 10.00 open 10.00 upcoming",
    "2027-02-01 0.00 open 0.00 not_needed",
  ]);
});

test.each([
  ["next", ["50.00 open 0.00 paid", "50.00 open 20.00 partly_paid", "50.00 open 50.00 upcoming"]],
  ["last", ["50.00 open 0.00 paid", "50.00 open 50.00 upcoming", "50.00 open 20.00 partly_paid"]],
] as const)("paid in part: what comes above the due ones goes to the %s", async (extraPayments, expected) => {
  await scene.changePolicy({ extraPayments });
  const { debt, id } = await running();
  await scene.pay(debt, "80.00");
  expect((await scene.planOf(id)).map((line) => line.slice(11))).toEqual(expected);
  expect(await newsOf(debt)).toEqual(["payment.paid", "instalment.paid"]);
});

test("overpaid: as paid in full, and the rest is the debtor's credit", async () => {
  const { debt, id } = await running();
  await scene.pay(debt, "170.00");
  expect(await scene.stored(id)).toMatchObject({ status: "completed" });
  expect(await scene.openOf(debt)).toEqual({ open: "0.00", credit: "20.00", status: "settled" });
  expect(await newsOf(debt)).toContain("payment.overpaid");

  const waiting = await scene.newDebt({ amount: "150.00" });
  const proposal = await proposed([waiting]);
  await scene.pay(waiting, "170.00");
  expect(await scene.stored(proposal)).toMatchObject({ status: "cancelled" });
});

test("paid before acceptance, booked after it: no instalment is paid by it, and the plan is cut from its end", async () => {
  const { debt, id } = await running();
  await scene.pay(debt, "70.00", day("2026-11-20"));
  expect(await scene.planOf(id)).toEqual([
    "2026-12-01 50.00 open 50.00 upcoming",
    "2027-01-01 30.00 open 30.00 upcoming",
    "2027-02-01 0.00 open 0.00 not_needed",
  ]);
  expect(await newsOf(debt)).toEqual(["payment.paid"]);
});

test.each(["disputed", "paused"] as const)("%s: days and amounts stay, and nobody is reminded, collected from or counted as missing", async (status) => {
  const { debt, id } = await running();
  const before = await scene.planOf(id);
  await setStatus(debt, status);
  expect(await scene.planOf(id)).toEqual(before);
  await goThrough("2026-11-28", "2026-12-02", "2026-12-08", "2026-12-20");
  expect(await scene.stored(id)).toMatchObject({ status: "accepted" });
  expect(await mailsOf(debt)).toEqual(["arrangement_accepted"]);
  expect(await newsOf(debt)).toEqual([]);
  expect(await scene.propose([debt])).toMatchObject({ ok: false, error: { kind: "already_open" } });

  await scene.pay(debt, "50.00");
  expect(await scene.openOf(debt)).toMatchObject({ open: "100.00", status });
  expect(await newsOf(debt)).toEqual(["payment.paid", "instalment.paid"]);
  await setStatus(debt, "arranged");
  await goThrough("2026-12-29");
  expect(await mailsOf(debt)).toEqual(["arrangement_accepted", "arrangement_remind"]);
}); // prettier-ignore

test.each(["disputed", "paused"] as const)("%s: a proposal stays as it is, and there is no new one", async (status) => {
  const debt = await scene.newDebt();
  const id = await proposed([debt]);
  await setStatus(debt, status);
  expect(await scene.stored(id)).toMatchObject({ status: "proposed" });
  const other = await scene.newDebt();
  await setStatus(other, status);
  expect(await scene.propose([other])).toMatchObject({ ok: false, error: { kind: "may_not_propose" } });

  await accepted(id);
  expect(await scene.openOf(debt)).toMatchObject({ status });
});

test("credited in part: the total of a proposal falls, a plan is cut from its end", async () => {
  const waiting = await scene.newDebt({ amount: "60.00" });
  const proposal = await proposed([waiting]);
  await scene.credit(waiting, "12.00");
  expect((await accepted(proposal)).map((line) => line.slice(11))).toEqual([
    "20.00 open 20.00 upcoming",
    "20.00 open 20.00 upcoming",
    "8.00 open 8.00 upcoming",
  ]);

  const { debt, id } = await running();
  await scene.credit(debt, "60.00");
  expect(await scene.planOf(id)).toEqual([
    "2026-12-01 50.00 open 50.00 upcoming",
    "2027-01-01 40.00 open 40.00 upcoming",
    "2027-02-01 0.00 open 0.00 not_needed",
  ]);
});

test("credited whole: a proposal falls away, a plan is completed without an instalment that is called paid", async () => {
  const waiting = await scene.newDebt();
  const proposal = await proposed([waiting]);
  await scene.credit(waiting, "300.00");
  expect(await scene.stored(proposal)).toMatchObject({ status: "cancelled" });

  const { debt, id } = await running();
  await scene.credit(debt, "150.00");
  expect(await scene.stored(id)).toMatchObject({ status: "completed" });
  const news = await newsOf(debt);
  expect(news).not.toContain("instalment.paid");
  expect(news.at(-1)).toBe("arrangement.completed");
});

test("closed: a proposal falls away once each of its claims is paid or closed", async () => {
  const [first, second] = [await scene.newDebt({ debtor: "K-gone" }), await scene.newDebt({ debtor: "K-gone" })];
  const id = await proposed([first, second]);
  await setStatus(first, "closed");
  expect(await scene.stored(id)).toMatchObject({ status: "proposed" });
  await scene.pay(second, "300.00");
  expect(await scene.stored(id)).toMatchObject({ status: "cancelled" });
  expect((await scene.eventsOf(first)).at(-1)).toMatchObject({
    type: "arrangement.cancelled",
    data: { reason: "nothing_open" },
  });
});

test("closed: a plan is cut from its end by what was open, and with every claim closed it is cancelled", async () => {
  const [first, second] = [
    await scene.newDebt({ debtor: "K-shut", amount: "80.00" }),
    await scene.newDebt({ debtor: "K-shut", amount: "70.00" }),
  ];
  const id = await scene.start([first, second]);
  await setStatus(second, "closed");
  expect(await scene.planOf(id)).toEqual([
    "2026-12-01 50.00 open 50.00 upcoming",
    "2027-01-01 30.00 open 30.00 upcoming",
    "2027-02-01 0.00 open 0.00 not_needed",
  ]);
  await setStatus(first, "closed");
  expect(await scene.stored(id)).toMatchObject({ status: "cancelled" });
  expect((await scene.eventsOf(first)).at(-1)).toMatchObject({
    type: "arrangement.cancelled",
    data: { reason: "claims_closed" },
  });
  await goThrough("2026-12-02", "2026-12-08");
  expect(await mailsOf(first)).not.toContain("arrangement_missed_first");
});

test("interest runs on: it comes on the last instalment, and on a total that waits", async () => {
  await scene.changePolicy({ interestDuringArrangement: "continue" });
  const { debt, id } = await running({ terms: STATUTORY });
  const open = async (on: LocalDate) => {
    scene.services.clock.moveTo(`${on}T09:30:00.000Z`);
    return { lines: await scene.planOf(id), open: (await scene.openOf(debt)).open };
  };
  const start = await open(day("2026-11-23"));
  const later = await open(day("2027-01-23"));
  const amounts = ({ lines }: typeof start) => lines.map((line) => line.split(" ")[1] ?? "");
  expect(Number(later.open)).toBeGreaterThan(Number(start.open));
  expect(amounts(later).slice(0, -1)).toEqual(amounts(start).slice(0, -1));
  expect(centsOf(amounts(later).at(-1)) - centsOf(amounts(start).at(-1))).toBe(centsOf(later.open) - centsOf(start.open)); // prettier-ignore

  scene.services.clock.moveTo("2026-11-23T10:00:00.000Z");
  const waiting = await scene.newDebt({ amount: "60.00", terms: STATUTORY });
  const proposal = await proposed([waiting]);
  scene.services.clock.moveTo("2026-11-30T09:30:00.000Z");
  const total = (await accepted(proposal)).reduce((sum, line) => sum + centsOf(line.split(" ")[1]), 0);
  expect(total).toBe(centsOf((await scene.openOf(waiting)).open));
});

test("a notice whose term ends: no costs while it waits or runs; they may fall due when it ends before it is paid", async () => {
  const terms = WITH_NOTICE;
  const { debt, id } = await running({ terms });
  await goThrough("2026-12-20");
  expect(await scene.openOf(debt)).toMatchObject({ open: "150.00", status: "arranged" });
  expect((await scene.planOf(id)).every((line) => line.split(" ")[1] === "50.00")).toBe(true);

  scene.services.clock.moveTo("2026-11-23T10:00:00.000Z");
  const waiting = await scene.newDebt({ amount: "150.00", terms });
  const proposal = await proposed([waiting]);
  scene.services.clock.moveTo("2026-12-18T09:30:00.000Z");
  expect(await scene.openOf(waiting)).toMatchObject({ open: "150.00" });
  await scene.goTo(day("2026-12-18"));
  expect(await scene.stored(proposal)).toMatchObject({ status: "expired" });
  expect(await scene.openOf(waiting)).toMatchObject({ open: "150.00" });
  scene.services.clock.moveTo("2026-12-19T09:30:00.000Z");
  expect(await scene.openOf(waiting)).toMatchObject({ open: "190.00" });
});

const centsOf = (decimal = ""): number => Number(decimal.replace(".", ""));
