import { afterEach, beforeEach, expect, test } from "vitest";
import { appendEvents } from "#app/server/events/append-event.server.ts";
import { inTransaction } from "#app/server/platform/database/transaction.server.ts";
import { publishEvents } from "#app/server/webhooks/publish-events.server.ts";
import { updateEndpoint } from "#app/server/webhooks/update-endpoint.server.ts";
import { openScenario, type Scenario } from "./scenario.ts";

const HOOK = Symbol.for("voldaan.crash");

let scenario: Scenario;
beforeEach(async () => (scenario = await openScenario()));
afterEach(() => {
  Reflect.deleteProperty(globalThis, HOOK);
  return scenario.close();
});

async function feed() {
  const events = await scenario.services.database.prisma.event.findMany({ orderBy: { position: "asc" } });
  return events.map(({ claimId, sequence }) => `${claimId} ${sequence}`);
}

async function deliveries(endpointId: string) {
  const where = { endpointId };
  const rows = await scenario.services.database.prisma.delivery.findMany({ where, include: { event: true } });
  return rows.map(({ event, status }) => `${event.type} ${status}`).sort();
}

test("the feed is in the order in which things happened", async () => {
  const [first, second] = [await scenario.addClaim(), await scenario.addClaim()];
  await scenario.happen(first, "claim.opened");
  scenario.services.clock.advance(1_000);
  await scenario.happen(second, "claim.opened", "payment.paid");
  scenario.services.clock.advance(1_000);
  await scenario.happen(first, "payment.paid");
  expect(await scenario.publish()).toBe(4);
  expect(await feed()).toEqual([`${first} 1`, `${second} 1`, `${second} 2`, `${first} 2`]);
});

test("events of a claim keep their sequence when the clocks of two processes differ, also over two batches", async () => {
  const { clock, database } = scenario.services;
  const claim = await scenario.addClaim();
  const other = await scenario.addClaim();
  await scenario.happen(claim, "claim.opened");
  clock.advance(-60_000);
  await scenario.happen(claim, "payment.paid", "claim.settled");
  clock.advance(30_000);
  await scenario.happen(other, "claim.opened");
  expect(await publishEvents(database, { now: clock.now(), batch: 1 })).toEqual({ published: 2, more: true });
  expect(await publishEvents(database, { now: clock.now(), batch: 1 })).toEqual({ published: 1, more: true });
  await scenario.publish();
  expect(await feed()).toEqual([`${claim} 1`, `${claim} 2`, `${claim} 3`, `${other} 1`]);
});

test("an event that commits late comes after those that were published meanwhile", async () => {
  const [slow, quick] = [await scenario.addClaim(), await scenario.addClaim()];
  await inTransaction(scenario.services.database, async (tx) => {
    await appendEvents(tx, slow, [{ type: "claim.opened", occurredAt: scenario.services.clock.now(), data: {} }]);
    scenario.services.clock.advance(1_000);
    await scenario.happen(quick, "claim.opened");
    expect(await scenario.publish()).toBe(1);
  });
  expect(await scenario.publish()).toBe(1);
  expect(await feed()).toEqual([`${quick} 1`, `${slow} 1`]);
});

test("of publishers at the same time one works, and every event is published once", async () => {
  const { database, clock } = scenario.services;
  await scenario.addEndpoint();
  const claim = await scenario.addClaim();
  for (let n = 0; n < 50; n += 1) await scenario.happen(claim, "payment.failed");
  const publish = () => publishEvents(database, { now: clock.now(), batch: 5 });
  let published = 0;
  while (published < 50) {
    const rounds = await Promise.all([publish(), publish(), publish(), publish()]);
    published += rounds.reduce((total, round) => total + round.published, 0);
  }
  expect(await scenario.publish()).toBe(0);
  expect(await feed()).toEqual(Array.from({ length: 50 }, (_, index) => `${claim} ${index + 1}`));
  expect(await database.prisma.delivery.count()).toBe(50);
});

test("each endpoint gets the types it asked for; a disabled one's are held; another creditor's gets none", async () => {
  const all = await scenario.addEndpoint();
  const paid = await scenario.addEndpoint({ events: ["payment.paid"] });
  const disabled = await scenario.addEndpoint();
  const foreign = await scenario.addEndpoint({ creditorId: await scenario.addCreditor() });
  const { creditorId, services } = scenario;
  await updateEndpoint(services, { creditorId, endpointId: disabled.id, status: "disabled", actor: "operator" });
  await scenario.happen(await scenario.addClaim(), "claim.opened", "payment.paid");
  await scenario.publish();
  expect(await deliveries(all.id)).toEqual(["claim.opened pending", "payment.paid pending"]);
  expect(await deliveries(paid.id)).toEqual(["payment.paid pending"]);
  expect(await deliveries(disabled.id)).toEqual(["claim.opened held", "payment.paid held"]);
  expect(await deliveries(foreign.id)).toEqual([]);
});

test("a crash before the commit publishes nothing, and the next time everything, without a hole per claim", async () => {
  const { database } = scenario.services;
  await scenario.addEndpoint();
  const claim = await scenario.addClaim();
  await scenario.happen(claim, "claim.opened", "payment.paid");
  Reflect.set(globalThis, HOOK, (name: string) => {
    if (name === "publish:before-commit") throw new Error("crash");
  });
  await expect(scenario.publish()).rejects.toThrow("crash");
  expect(await database.prisma.event.count({ where: { position: { not: null } } })).toBe(0);
  expect(await database.prisma.delivery.count()).toBe(0);
  Reflect.deleteProperty(globalThis, HOOK);
  expect(await scenario.publish()).toBe(2);
  expect(await database.prisma.delivery.count()).toBe(2);
});
