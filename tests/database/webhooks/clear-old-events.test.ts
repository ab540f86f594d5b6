import { afterEach, beforeEach, expect, test } from "vitest";
import { clearOldEvents } from "#app/server/webhooks/clear-old-events.server.ts";
import { deleteEndpoint } from "#app/server/webhooks/delete-endpoint.server.ts";
import { listEvents } from "#app/server/webhooks/event-feed.server.ts";
import { openScenario, type Scenario } from "./scenario.ts";

const DAY = 24 * 3_600_000;

let scenario: Scenario;
beforeEach(async () => (scenario = await openScenario()));
afterEach(() => scenario.close());

async function sequencesOf(claimId: string): Promise<(number | null)[]> {
  const where = { claimId };
  const events = await scenario.services.database.prisma.event.findMany({ where, orderBy: { sequence: "asc" } });
  return events.map(({ sequence }) => sequence);
}

async function counts() {
  const { prisma } = scenario.services.database;
  return {
    events: await prisma.event.count(),
    deliveries: await prisma.delivery.count(),
    attempts: await prisma.deliveryAttempt.count(),
  };
}

test("what arrived more than 90 days ago goes with its log; the numbering goes on", async () => {
  const { services, creditorId } = scenario;
  await scenario.addEndpoint();
  const claim = await scenario.addClaim();
  await scenario.happen(claim, "claim.opened", "payment.paid");
  await scenario.work();
  services.clock.advance(90 * DAY);
  await scenario.happen(claim, "claim.settled");
  await scenario.work();
  expect(await clearOldEvents(services)).toBe(0);
  services.clock.advance(1);
  expect(await clearOldEvents(services)).toBe(2);
  expect(await counts()).toEqual({ events: 1, deliveries: 1, attempts: 1 });
  await scenario.happen(claim, "claim.reopened");
  await scenario.work();
  expect(await sequencesOf(claim)).toEqual([3, 4]);
  const feed = await listEvents(services, { creditorId, after: null, limit: 10 });
  expect(feed.ok && feed.value.map(({ type }) => type)).toEqual(["claim.settled", "claim.reopened"]);
});

test("what has not arrived stays however old it is, and so does all that comes after it in its claim", async () => {
  const { services, receiver } = scenario;
  await scenario.addEndpoint();
  const [claim, other] = [await scenario.addClaim(), await scenario.addClaim()];
  for (const one of [claim, other]) await scenario.happen(one, "claim.opened", "payment.paid", "claim.settled");
  await scenario.publish();
  const [, second] = await scenario.eventIds(claim);
  receiver.answerWith(({ headers }) => (headers["webhook-id"] === second ? 500 : 200));
  await scenario.workFor(2);
  const where = { eventId: second ?? "" };
  const { status } = await services.database.prisma.delivery.findFirstOrThrow({ where });
  expect(status).toBe("pending");

  services.clock.advance(91 * DAY);
  expect(await clearOldEvents(services)).toBe(4);
  expect(await sequencesOf(claim)).toEqual([2, 3]);
  expect(await sequencesOf(other)).toEqual([]);

  await services.database.prisma.delivery.updateMany({ where, data: { status: "held" } });
  expect(await clearOldEvents(services)).toBe(0);
  await services.database.prisma.delivery.updateMany({ where, data: { status: "failed" } });
  expect(await clearOldEvents(services)).toBe(2);
  expect(await counts()).toEqual({ events: 0, deliveries: 0, attempts: 0 });
});

test("what was kept for an endpoint that is gone is kept no longer", async () => {
  const { services, creditorId } = scenario;
  const { id } = await scenario.addEndpoint();
  await scenario.happen(await scenario.addClaim(), "claim.opened");
  await scenario.publish();
  services.clock.advance(91 * DAY);
  expect(await clearOldEvents(services)).toBe(0);
  await deleteEndpoint(services, { creditorId, endpointId: id, actor: "operator" });
  expect(await clearOldEvents(services)).toBe(1);
});

test("an event that has no place in the feed yet stays, and all after it in its claim", async () => {
  const { services } = scenario;
  const claim = await scenario.addClaim();
  await scenario.happen(claim, "claim.opened");
  services.clock.advance(91 * DAY);
  expect(await clearOldEvents(services)).toBe(0);
  await scenario.publish();
  expect(await clearOldEvents(services)).toBe(1);
});
