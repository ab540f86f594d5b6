import { afterAll, beforeAll, expect, test } from "vitest";
import { asCents } from "#app/domain/money.ts";
import { acceptProposal } from "#app/server/arrangements/answer-as-creditor.server.ts";
import { newId } from "#app/server/platform/crypto/random-id.server.ts";
import { openScenario, type Scenario, wish } from "./scenario.ts";

let scene: Scenario;

beforeAll(async () => {
  scene = await openScenario();
});

afterAll(() => scene.close());

test("a wish within the policy is a running plan at once", async () => {
  const debt = await scene.newDebt();
  const id = await scene.start([debt]);
  expect(await scene.planOf(id)).toEqual([
    "2026-12-01 50.00 open 50.00 upcoming",
    "2027-01-01 50.00 open 50.00 upcoming",
    "2027-02-01 50.00 open 50.00 upcoming",
    "2027-03-01 50.00 open 50.00 upcoming",
    "2027-04-01 50.00 open 50.00 upcoming",
    "2027-05-01 50.00 open 50.00 upcoming",
  ]);
  expect(await scene.openOf(debt)).toEqual({ open: "300.00", credit: "0.00", status: "arranged" });
  expect(await scene.eventTypesOf(debt)).toEqual(["claim.opened", "arrangement.proposed", "arrangement.accepted"]);
  const [, , accepted] = await scene.eventsOf(debt);
  expect(accepted?.data).toMatchObject({ sequence: 3, by: "policy", arrangement: { id, version: 1, instalments: 6 } });
});

test("the same form twice, also at once, is one arrangement", async () => {
  const debt = await scene.newDebt();
  const arrangementId = newId("arr", scene.services.clock.now());
  const answers = await Promise.all(Array.from({ length: 8 }, () => scene.propose([debt], { arrangementId })));
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  expect(answers[0]).toEqual({ ok: true, value: { arrangementId, status: "accepted" } });
  expect(await scene.eventTypesOf(debt)).toEqual(["claim.opened", "arrangement.proposed", "arrangement.accepted"]);
});

test("outside the policy nothing is stored until somebody chooses a person", async () => {
  const debt = await scene.newDebt();
  const low = wish({ perInstalment: asCents(2_000n) });
  const refused = await scene.propose([debt], { wish: low });
  expect(refused).toMatchObject({ ok: false, error: { kind: "not_within_policy", answer: { kind: "counter" } } });
  expect(await scene.eventTypesOf(debt)).toEqual(["claim.opened"]);

  const sent = await scene.propose([debt], { wish: low, decide: "person" });
  if (!sent.ok) throw new Error(sent.error.kind);
  expect(sent.value.status).toBe("proposed");
  expect(await scene.stored(sent.value.arrangementId)).toMatchObject({
    status: "proposed",
    decideBefore: "2026-11-30",
  });
  expect(await scene.openOf(debt)).toMatchObject({ status: "open" });
  const [, proposed] = await scene.eventsOf(debt);
  expect(proposed?.data).toMatchObject({ decision: "person", decideBefore: "2026-11-30" });
});

test("a second proposal on the same claim is told that there is one", async () => {
  const debt = await scene.newDebt();
  const id = await scene.start([debt]);
  expect(await scene.propose([debt])).toEqual({ ok: false, error: { kind: "already_open", arrangementId: id } });
});

test("an amount that changed since the form was shown is shown again first", async () => {
  const debt = await scene.newDebt();
  await scene.pay(debt, "20.00");
  const answer = await scene.propose([debt], { total: asCents(30_000n) });
  expect(answer).toEqual({ ok: false, error: { kind: "amount_changed", total: 28_000n } });
});

test("somebody else's claim cannot be arranged", async () => {
  const own = await scene.newDebt();
  const other = await scene.newDebt();
  expect(await scene.propose([own, other])).toEqual({ ok: false, error: { kind: "invalid_request" } });
});

test("two claims of one debtor make one plan, told on both", async () => {
  const first = await scene.newDebt({ debtor: "K-two", amount: "80.00" });
  const second = await scene.newDebt({ debtor: "K-two", amount: "120.00" });
  const id = await scene.start([first, second]);
  expect((await scene.planOf(id)).length).toBe(4);
  expect(await scene.openOf(first)).toMatchObject({ status: "arranged" });
  expect(await scene.eventTypesOf(second)).toEqual(["claim.opened", "arrangement.proposed", "arrangement.accepted"]);

  await scene.pay(first, "80.00");
  expect(await scene.openOf(first)).toMatchObject({ status: "settled" });
  expect(await scene.stored(id)).toMatchObject({ status: "accepted" });
  await scene.pay(second, "120.00");
  expect(await scene.stored(id)).toMatchObject({ status: "completed" });
  expect((await scene.eventTypesOf(first)).slice(3)).toEqual([
    "payment.paid",
    "claim.settled",
    "instalment.paid",
    "instalment.paid",
    "instalment.paid",
    "instalment.paid",
    "arrangement.completed",
  ]);
});

test("interest stands still from the day after acceptance, and costs of a notice do not fall due", async () => {
  const terms = {
    interest: { type: "statutory" },
    collectionCosts: { type: "statutory", noticeDeliveredOn: "2026-11-20" },
  };
  const debt = await scene.newDebt({ terms });
  const before = await scene.openOf(debt);
  await scene.start([debt], { wish: wish({ perInstalment: asCents(6_000n) }) });
  scene.services.clock.moveTo("2027-01-20T10:00:00.000Z");
  expect((await scene.openOf(debt)).open).toBe(before.open);
  scene.services.clock.moveTo("2026-11-23T10:00:00.000Z");
});

test("a plan that a person accepts a week later begins on that day, not in the past", async () => {
  const debt = await scene.newDebt();
  const asked = wish({ downPayment: asCents(10_000n), perInstalment: asCents(2_000n) });
  const sent = await scene.propose([debt], { wish: asked, decide: "person" });
  if (!sent.ok) throw new Error(sent.error.kind);
  const { arrangementId } = sent.value;
  scene.services.clock.moveTo("2026-11-30T10:00:00.000Z");
  const accepted = await acceptProposal(scene.services, { creditorId: scene.creditorId, arrangementId, actor: "test" });
  expect(accepted).toEqual({ ok: true, value: null });
  expect((await scene.planOf(arrangementId)).slice(0, 2)).toEqual([
    "2026-11-30 100.00 open 100.00 due",
    "2026-12-01 20.00 open 20.00 upcoming",
  ]);
  scene.services.clock.moveTo("2026-11-23T10:00:00.000Z");
});

test("costs that fell due on the day of the proposal stay due", async () => {
  const terms = { collectionCosts: { type: "statutory", noticeDeliveredOn: "2026-11-07" } };
  const debt = await scene.newDebt({ terms });
  expect((await scene.openOf(debt)).open).toBe("345.00");
  await scene.start([debt], { wish: wish({ perInstalment: asCents(6_000n) }) });
  expect((await scene.openOf(debt)).open).toBe("345.00");
});
