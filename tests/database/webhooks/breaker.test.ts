import { afterEach, beforeEach, expect, test } from "vitest";
import { listDeliveries } from "#app/server/webhooks/list-deliveries.server.ts";
import { recoverDeliveries } from "#app/server/webhooks/recover-deliveries.server.ts";
import { sendTestEvent } from "#app/server/webhooks/send-test-event.server.ts";
import { updateEndpoint } from "#app/server/webhooks/update-endpoint.server.ts";
import { openScenario, type Scenario } from "./scenario.ts";

const SECOND = 1_000;

let scenario: Scenario;
let endpointId: string;
beforeEach(async () => {
  scenario = await openScenario();
  endpointId = (await scenario.addEndpoint()).id;
});
afterEach(() => scenario.close());

const endpoint = () =>
  scenario.services.database.prisma.webhookEndpoint.findUniqueOrThrow({ where: { id: endpointId } });

async function happenInClaims(count: number): Promise<void> {
  for (let n = 0; n < count; n += 1) await scenario.happen(await scenario.addClaim(), "claim.opened");
}

/** Of each ten answers the last so many are 500. */
function failOfTen(failures: number): void {
  let answers = 0;
  scenario.receiver.answerWith(() => (answers++ % 10 < 10 - failures ? 200 : 500));
}

/** Rests, after twelve attempts: the tenth was one too many, and two more were under way. */
async function letItRest(): Promise<void> {
  failOfTen(10);
  await happenInClaims(20);
  await scenario.work();
  expect(scenario.receiver.received).toHaveLength(12);
}

test("R08: a receiver that fails every other time is not rested, not disabled, and gets everything", async () => {
  const { clock, database } = scenario.services;
  failOfTen(5);
  for (let round = 0; round < 6; round += 1) {
    await happenInClaims(10);
    await scenario.work();
    expect(await endpoint()).toMatchObject({ status: "enabled", breakerOpenUntil: null });
    clock.advance(10 * SECOND);
  }
  scenario.receiver.answerWith(() => 200);
  await scenario.workFor(1);
  expect(await database.prisma.delivery.count({ where: { status: { not: "delivered" } } })).toBe(0);
  expect(new Set(scenario.receiver.ids()).size).toBe(60);
});

test("R08: at seventy per cent of ten it rests; then one attempt at a time, and nothing is lost", async () => {
  const { clock, database } = scenario.services;
  let answers = 0;
  scenario.receiver.answerWith(() => (answers++ < 3 ? 200 : 500));
  await happenInClaims(20);
  await scenario.work();
  while ((await endpoint()).breakerOpenUntil === null) {
    clock.advance(100);
    await scenario.work();
  }
  const attempts = await database.prisma.deliveryAttempt.count();
  const failures = await database.prisma.deliveryAttempt.count({ where: { statusCode: 500 } });
  expect([attempts >= 10, failures / attempts >= 0.7]).toEqual([true, true]);
  expect(await endpoint()).toMatchObject({
    status: "enabled",
    breakerOpenUntil: new Date(clock.now().getTime() + 30 * SECOND),
    breakerTrips: 1,
  });
  clock.advance(30 * SECOND - 1);
  expect(await scenario.work()).toEqual([]);

  scenario.receiver.answerWith(() => 500);
  clock.advance(1);
  expect(await scenario.claim()).toHaveLength(1);
  expect(await scenario.claim()).toEqual([]);
  await database.prisma.$executeRaw`UPDATE delivery SET lease = NULL, locked_until = NULL`;
  expect(await scenario.work()).toEqual(["retrying"]);
  expect((await endpoint()).breakerOpenUntil).toEqual(new Date(clock.now().getTime() + 60 * SECOND));

  scenario.receiver.answerWith(() => 200);
  clock.advance(60 * SECOND);
  expect(await scenario.work()).toEqual(["delivered"]);
  expect(await endpoint()).toMatchObject({ breakerOpenUntil: null, breakerTrips: 0, status: "enabled" });
  await scenario.workFor(1);
  expect(await database.prisma.delivery.count({ where: { status: "delivered" } })).toBe(20);
  expect(new Set(scenario.receiver.ids()).size).toBe(20);
});

test("R08: what failed before it was closed does not rest it again", async () => {
  const { clock } = scenario.services;
  await letItRest();
  scenario.receiver.answerWith(() => 200);
  clock.advance(30 * SECOND);
  expect(await scenario.work()).toEqual(["delivered"]);
  scenario.receiver.answerWith(() => 500);
  clock.advance(SECOND);
  await scenario.work();
  expect(scenario.receiver.received.length).toBeGreaterThan(13);
  expect((await endpoint()).breakerTrips).toBe(1);
  expect((await endpoint()).breakerOpenUntil).not.toBeNull();
});

test("R08: events of one claim keep their order through a rest", async () => {
  const { clock } = scenario.services;
  const claim = await scenario.addClaim();
  await scenario.happen(claim, "claim.opened", "payment.paid", "claim.settled");
  await letItRest();
  await scenario.happen(claim, "claim.reopened");
  clock.advance(30 * SECOND);
  expect(await scenario.work()).toEqual(["retrying"]);
  scenario.receiver.answerWith(() => 200);
  scenario.receiver.received.length = 0;
  await scenario.workFor(1);
  const ids = await scenario.eventIds(claim);
  expect(scenario.receiver.ids().filter((id) => ids.includes(id))).toEqual(ids);
});

test("while it rests the log says when the next attempt may go, at the earliest", async () => {
  const { services, creditorId } = scenario;
  await letItRest();
  const log = await listDeliveries(services, { creditorId, endpointId, limit: 1 });
  const openUntil = (await endpoint()).breakerOpenUntil;
  expect(openUntil).not.toBeNull();
  expect(log).toMatchObject({ ok: true, value: [{ status: "pending", nextAttemptAt: openUntil }] });
});

test("a test event is tried at once, and its success ends the rest", async () => {
  const { services, creditorId, receiver } = scenario;
  await letItRest();
  expect(await scenario.work()).toEqual([]);
  receiver.answerWith(() => 200);
  expect(await sendTestEvent(services, { creditorId, endpointId })).toMatchObject({ ok: true });
  expect(await scenario.work()).toContain("delivered");
  expect(await endpoint()).toMatchObject({ breakerOpenUntil: null, breakerTrips: 0 });
});

test("the same address again, and any other change, leave the rest as it is", async () => {
  const { services, creditorId } = scenario;
  const scope = { creditorId, endpointId, actor: "operator" };
  await letItRest();
  const { url, breakerOpenUntil, breakerTrips } = await endpoint();
  await updateEndpoint(services, { ...scope, url });
  await updateEndpoint(services, { ...scope, url, description: "boekhouding", events: ["*"], status: "enabled" });
  expect(await endpoint()).toMatchObject({ breakerOpenUntil, breakerTrips });
  expect(breakerOpenUntil).not.toBeNull();
});

test("a recovery, another address and enabling end the rest", async () => {
  const { services, creditorId, receiver } = scenario;
  const scope = { creditorId, endpointId, actor: "operator" };
  const acts = [
    () => recoverDeliveries(services, { ...scope, since: services.clock.now() }),
    () => updateEndpoint(services, { ...scope, url: receiver.url("/new") }),
    async () => {
      await updateEndpoint(services, { ...scope, status: "disabled" });
      return updateEndpoint(services, { ...scope, status: "enabled" });
    },
  ];
  for (const act of acts) {
    await services.database.prisma.webhookEndpoint.update({
      where: { id: endpointId },
      data: { breakerOpenUntil: new Date("2027-01-01T00:00:00Z"), breakerTrips: 5 },
    });
    expect(await act()).toMatchObject({ ok: true });
    expect(await endpoint()).toMatchObject({ breakerOpenUntil: null, breakerTrips: 0 });
  }
});
