import { afterEach, beforeEach, expect, test } from "vitest";
import { claimDeliveries, releaseDeliveries } from "#app/server/webhooks/claim-deliveries.server.ts";
import { openScenario, type Scenario } from "./scenario.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

let scenario: Scenario;
beforeEach(async () => (scenario = await openScenario()));
afterEach(() => scenario.close());

/** Events of so many claims, one each, published. */
async function happenInClaims(count: number, creditorId = scenario.creditorId): Promise<void> {
  for (let n = 0; n < count; n += 1) await scenario.happen(await scenario.addClaim(creditorId), "claim.opened");
  await scenario.publish();
}

/** As if the lease had begun so many seconds ago. */
async function letLeasesAge(seconds: number): Promise<void> {
  await scenario.services.database.prisma.$executeRaw`
    UPDATE delivery SET locked_until = locked_until - make_interval(secs => ${seconds}) WHERE lease IS NOT NULL`;
}

test("twenty claimers at the same time take everything, and nothing twice", async () => {
  const { database, clock } = scenario.services;
  for (let n = 0; n < 25; n += 1) {
    const creditorId = await scenario.addCreditor();
    await scenario.addEndpoint({ creditorId });
    await happenInClaims(4, creditorId);
  }
  const claimer = () => claimDeliveries(database, { now: clock.now(), limit: 5, slots: 400 });
  const taken = (await Promise.all(Array.from({ length: 20 }, claimer))).flat();
  expect(taken).toHaveLength(100);
  expect(new Set(taken.map(({ id }) => id)).size).toBe(100);
  expect(await scenario.claim()).toEqual([]);
});

test("a lease that ended is taken over; who held it before can write nothing any more", async () => {
  const { prisma } = scenario.services.database;
  await scenario.addEndpoint();
  await happenInClaims(1);
  const [first] = await scenario.claim();
  expect(await scenario.claim()).toEqual([]);
  await letLeasesAge(30);
  const [second] = await scenario.claim();
  expect(second?.id).toBe(first?.id);
  expect(second?.lease).not.toBe(first?.lease);

  expect(await scenario.deliver(first!)).toBe("lease_lost");
  expect(await prisma.deliveryAttempt.count()).toBe(0);
  expect(await prisma.delivery.findFirst()).toMatchObject({ status: "pending", lease: second?.lease, attempt: 0 });
  expect(await scenario.deliver(second!)).toBe("delivered");
  expect(scenario.receiver.ids()).toEqual([first?.eventId, first?.eventId]);
});

test("what is given back can be taken at once", async () => {
  await scenario.addEndpoint();
  await happenInClaims(3);
  const taken = await scenario.claim();
  await releaseDeliveries(scenario.services.database, taken);
  expect((await scenario.claim()).map(({ id }) => id).sort()).toEqual(taken.map(({ id }) => id).sort());
});

test("nothing is due before its time", async () => {
  await scenario.addEndpoint();
  await happenInClaims(1);
  scenario.services.clock.advance(-1);
  expect(await scenario.claim()).toEqual([]);
});

test("events of one claim go one after the other, those of another claim meanwhile", async () => {
  await scenario.addEndpoint();
  const [one, other] = [await scenario.addClaim(), await scenario.addClaim()];
  await scenario.happen(one, "claim.opened", "payment.paid", "claim.settled");
  await scenario.happen(other, "claim.opened");
  await scenario.publish();
  const [first, second, third] = await scenario.eventIds(one);
  const [elsewhere] = await scenario.eventIds(other);

  const taken = await scenario.claim();
  expect(taken.map(({ eventId }) => eventId).sort()).toEqual([first, elsewhere].sort());
  expect(await scenario.claim()).toEqual([]);
  for (const delivery of taken) await scenario.deliver(delivery);
  expect(await scenario.work()).toEqual(["delivered", "delivered"]);
  expect(scenario.receiver.ids().filter((id) => id !== elsewhere)).toEqual([first, second, third]);
});

test("an event waits for an earlier one that is being retried, for an hour and no longer", async () => {
  const { clock } = scenario.services;
  await scenario.addEndpoint();
  const claim = await scenario.addClaim();
  await scenario.happen(claim, "claim.opened", "payment.paid", "claim.settled");
  const [first, second, third] = await scenario.eventIds(claim);
  scenario.receiver.answerWith(({ headers }) => (headers["webhook-id"] === first ? 500 : 200));
  expect(await scenario.work()).toEqual(["retrying"]);
  clock.advance(5_000);
  expect(await scenario.work()).toEqual(["retrying"]);
  clock.advance(5 * MINUTE);
  expect(await scenario.work()).toEqual(["retrying"]);
  clock.advance(30 * MINUTE);
  expect(await scenario.work()).toEqual(["retrying"]);
  clock.moveTo("2026-11-22T10:59:59.999Z");
  expect(await scenario.work()).toEqual([]);
  clock.moveTo("2026-11-22T11:00:00.000Z");
  expect(await scenario.work()).toEqual(["delivered"]);
  clock.advance(1_000);
  expect((await scenario.work()).sort()).toEqual(["delivered", "retrying"]);
  expect(scenario.receiver.ids().slice(0, 5)).toEqual([first, first, first, first, second]);
  expect(scenario.receiver.ids().slice(5).sort()).toEqual([first, third].sort());
});

test("a late success lets what waited behind it go at once", async () => {
  const { clock } = scenario.services;
  await scenario.addEndpoint();
  const claim = await scenario.addClaim();
  await scenario.happen(claim, "claim.opened", "payment.paid", "claim.settled");
  scenario.receiver.answerWith(() => 500);
  await scenario.work();
  clock.advance(5_000);
  await scenario.work();
  scenario.receiver.answerWith(() => 200);
  clock.advance(5 * MINUTE);
  expect(await scenario.work()).toEqual(["delivered"]);
  clock.advance(1_000);
  expect(await scenario.work()).toEqual(["delivered", "delivered"]);
  const [first, second, third] = await scenario.eventIds(claim);
  expect(scenario.receiver.ids()).toEqual([first, first, first, second, third]);
});

test("one endpoint gets four at a time", async () => {
  await scenario.addEndpoint();
  await happenInClaims(6);
  expect(await scenario.claim()).toHaveLength(4);
  expect(await scenario.claim()).toHaveLength(0);
});

test("one creditor takes a quarter of the slots, however many endpoints it has", async () => {
  for (let n = 0; n < 8; n += 1) await scenario.addEndpoint();
  const modest = await scenario.addCreditor();
  await scenario.addEndpoint({ creditorId: modest });
  await happenInClaims(5);
  await happenInClaims(2, modest);
  const taken = await scenario.claim({ slots: 16, limit: 16 });
  expect(taken.filter(({ creditorId }) => creditorId === scenario.creditorId)).toHaveLength(4);
  expect(taken.filter(({ creditorId }) => creditorId === modest)).toHaveLength(2);
});

test("an endpoint with much to receive stands behind one with little", async () => {
  const busy = await scenario.addEndpoint({ events: ["claim.opened"] });
  const quiet = await scenario.addEndpoint({ events: ["payment.paid"] });
  await happenInClaims(10);
  scenario.services.clock.advance(1_000);
  await scenario.happen(await scenario.addClaim(), "claim.closed", "payment.paid");
  await scenario.publish();
  const taken = await scenario.claim({ limit: 2 });
  expect(taken.map(({ endpointId }) => endpointId).sort()).toEqual([busy.id, quiet.id].sort());
});

test("fifty endpoints that never answer share a quarter of the slots; the one that does is served at once", async () => {
  for (let n = 0; n < 50; n += 1) await scenario.addEndpoint({ events: ["claim.opened"] });
  const healthy = await scenario.addEndpoint({ events: ["payment.paid"] });
  await happenInClaims(3);
  // At first nobody knows that they do not answer: each gets in once, a quarter at a time, and after a second is slow.
  const tried = new Set<string>();
  for (const newcomers of [16, 16, 16, 2]) {
    const taken = new Set((await scenario.claim({ slots: 64, limit: 64 })).map(({ endpointId }) => endpointId));
    expect([...taken].filter((id) => tried.has(id))).toEqual([]);
    expect(taken.size).toBe(newcomers);
    for (const id of taken) tried.add(id);
    await letLeasesAge(2);
  }

  await scenario.happen(await scenario.addClaim(), "payment.paid");
  await scenario.publish();
  const served = await scenario.claim({ slots: 64, limit: 64 });
  expect(served.map(({ endpointId }) => endpointId)).toEqual([healthy.id]);
});

test("endpoints that failed last share a quarter of the slots among all creditors", async () => {
  const { prisma } = scenario.services.database;
  for (let n = 0; n < 30; n += 1) {
    const creditorId = await scenario.addCreditor();
    await scenario.addEndpoint({ creditorId });
    await happenInClaims(2, creditorId);
  }
  await prisma.webhookEndpoint.updateMany({
    data: { consecutiveFailures: 1, failingSince: scenario.services.clock.now() },
  });
  const healthy = await scenario.addEndpoint();
  await happenInClaims(2);
  const taken = await scenario.claim({ slots: 64, limit: 64 });
  expect(taken.filter(({ endpointId }) => endpointId === healthy.id)).toHaveLength(2);
  expect(taken.filter(({ endpointId }) => endpointId !== healthy.id)).toHaveLength(16);
});

test("an hour of waiting events is not looked through again and again: none of them is due", async () => {
  const { clock, database } = scenario.services;
  await scenario.addEndpoint();
  const claim = await scenario.addClaim();
  await scenario.happen(claim, "claim.opened", "payment.paid", "claim.settled");
  scenario.receiver.answerWith(() => 500);
  await scenario.work();
  clock.advance(5_000);
  await scenario.work();
  const due = await database.prisma.delivery.count({ where: { nextAt: { lte: clock.now() } } });
  expect(due).toBe(0);
  clock.advance(HOUR);
  expect(await scenario.work()).toEqual(["retrying", "retrying"]);
});
