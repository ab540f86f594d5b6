import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { day } from "#app/domain/calendar.ts";
import { asCents } from "#app/domain/money.ts";
import { askPause, endOwnPause } from "#app/server/pauses/own-pause.server.ts";
import { issueLink } from "#app/server/access/issue-link.server.ts";
import { SMALL_WISH } from "../../support/arrangements.ts";
import { openScenario, type Scenario, type TestDebt, wish } from "../arrangements/scenario.ts";
import { amount, disputing } from "../disputes/disputing.ts";

/** What is there already, and what then happens: one expected outcome for each pair. */

let scene: Scenario;
let act: ReturnType<typeof disputing>;

beforeAll(async () => {
  scene = await openScenario();
  act = disputing(scene);
});
afterAll(() => scene.close());

const HELD = {
  nothing: async () => undefined,
  "a dispute": (debt: TestDebt) => act.dispute(debt, { scope: amount(50_00n) }),
  "a pause": (debt: TestDebt) => askPause(scene.services, debt),
  "a proposal": (debt: TestDebt) => scene.propose([debt], { decide: "person", wish: SMALL_WISH }),
  "a plan": (debt: TestDebt) => scene.start([debt], { wish: wish() }),
} as const;

type Held = keyof typeof HELD;

const mailsAbout = ({ claimId }: TestDebt) => scene.services.database.prisma.outgoingMail.count({ where: { claimId } });

const said = (result: { ok: true } | { ok: false; error: { kind: string } }) =>
  result.ok ? "done" : result.error.kind;

const ACTS = {
  "a dispute is filed": async (debt: TestDebt) => said(await act.file(debt, { scope: amount(20_00n) })),
  "a pause is asked": async (debt: TestDebt) => {
    await askPause(scene.services, debt);
    return "done";
  },
  "a proposal is made": async (debt: TestDebt) => said(await scene.propose([debt], { wish: wish() })),
  "all is paid": async (debt: TestDebt) => {
    await scene.pay(debt, (await scene.openOf(debt)).open);
    return "done";
  },
  "an instalment's day passes": async (debt: TestDebt) => {
    const before = await mailsAbout(debt);
    await scene.goTo(day("2026-12-05"));
    const after = await mailsAbout(debt);
    scene.services.clock.moveTo("2026-11-23T10:00:00.000Z");
    return after > before ? "reminded" : "quiet";
  },
  "a link is asked": async ({ claimId, debtor: { creditorId } }: TestDebt) =>
    said(await issueLink(scene.services, { creditorId, claimId, channel: "none", actor: "test" })),
} as const;

type Act = keyof typeof ACTS;

/** The answer to the act, and the status of the claim afterwards. */
const EXPECTED: Readonly<Record<Held, Readonly<Record<Act, string>>>> = {
  nothing: {
    "a dispute is filed": "done, disputed",
    "a pause is asked": "done, paused",
    "a proposal is made": "done, arranged",
    "all is paid": "done, settled",
    "an instalment's day passes": "quiet, open",
    "a link is asked": "done, open",
  },
  "a dispute": {
    "a dispute is filed": "dispute_open, disputed",
    "a pause is asked": "done, disputed",
    "a proposal is made": "may_not_propose, disputed",
    "all is paid": "done, settled",
    "an instalment's day passes": "quiet, disputed",
    "a link is asked": "done, disputed",
  },
  "a pause": {
    "a dispute is filed": "done, disputed",
    "a pause is asked": "done, paused",
    "a proposal is made": "may_not_propose, paused",
    "all is paid": "done, settled",
    "an instalment's day passes": "quiet, paused",
    "a link is asked": "done, paused",
  },
  "a proposal": {
    "a dispute is filed": "done, disputed",
    "a pause is asked": "done, paused",
    "a proposal is made": "already_open, open",
    "all is paid": "done, settled",
    "an instalment's day passes": "reminded, open",
    "a link is asked": "done, open",
  },
  "a plan": {
    "a dispute is filed": "done, disputed",
    "a pause is asked": "done, paused",
    "a proposal is made": "already_open, arranged",
    "all is paid": "done, settled",
    "an instalment's day passes": "reminded, arranged",
    "a link is asked": "done, arranged",
  },
};

describe.each(Object.keys(HELD) as Held[])("with %s", (held) => {
  test.each(Object.keys(ACTS) as Act[])("%s", async (name) => {
    const debt = await scene.newDebt({ amount: "150.00" });
    await HELD[held](debt);
    const answer = await ACTS[name](debt);
    expect(`${answer}, ${(await scene.openOf(debt)).status}`).toBe(EXPECTED[held][name]);
  });
});

test("each keeps its own hold: what ends last lets the claim go", async () => {
  const debt = await scene.newDebt({ amount: "150.00" });
  await scene.start([debt], { wish: wish() });
  await askPause(scene.services, debt);
  const id = await act.dispute(debt, { scope: { kind: "amount", amount: asCents(10_00n) } });
  const statuses = [(await scene.openOf(debt)).status];
  await act.resolve(id, { outcome: "rejected" });
  statuses.push((await scene.openOf(debt)).status);
  await endOwnPause(scene.services, debt);
  statuses.push((await scene.openOf(debt)).status);
  expect(statuses).toEqual(["disputed", "paused", "arranged"]);
});
