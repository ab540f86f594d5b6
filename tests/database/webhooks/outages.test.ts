import { afterEach, beforeEach, expect, test } from "vitest";
import type { EventType } from "#app/domain/events.ts";
import { clearOldEvents } from "#app/server/webhooks/clear-old-events.server.ts";
import { recoverDeliveries } from "#app/server/webhooks/recover-deliveries.server.ts";
import { openScenario, type Scenario } from "./scenario.ts";

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const TEN: readonly EventType[] = [
  "claim.opened",
  "payment.failed",
  "payment.paid",
  "claim.settled",
  "payment.charged_back",
  "claim.reopened",
  "claim.paused",
  "claim.resumed",
  "payment.paid",
  "claim.settled",
];

let scenario: Scenario;
beforeEach(async () => (scenario = await openScenario()));
afterEach(() => scenario.close());

async function addClaims(count: number): Promise<string[]> {
  const claims: string[] = [];
  for (let n = 0; n < count; n += 5) {
    claims.push(...(await Promise.all(Array.from({ length: Math.min(5, count - n) }, () => scenario.addClaim()))));
  }
  return claims;
}

const mailKinds = async () =>
  (await scenario.services.database.prisma.outgoingMail.findMany({ orderBy: { createdAt: "asc" } })).map(
    ({ kind }) => kind,
  );

const statuses = async () => {
  const rows = await scenario.services.database.prisma.delivery.groupBy({ by: ["status"], _count: true });
  return Object.fromEntries(rows.map(({ status, _count }) => [status, _count]));
};

test("R03: after 72 hours without a receiver 5,000 events arrive, each once and in order, within a quarter of an hour", async () => {
  const { clock, database } = scenario.services;
  const { id } = await scenario.addEndpoint();
  scenario.receiver.answerWith(() => 503);
  const claims = await addClaims(500);
  for (let n = 0; n < claims.length; n += 5) {
    await Promise.all(claims.slice(n, n + 5).map((claim) => scenario.happen(claim, ...TEN)));
  }
  const back = clock.now().getTime() + 72 * HOUR;
  for (;;) {
    await scenario.work();
    const { breakerOpenUntil } = await database.prisma.webhookEndpoint.findUniqueOrThrow({ where: { id } });
    // An hour is as good as the five minutes of its rest: between two probes nothing happens.
    const next = Math.max(breakerOpenUntil?.getTime() ?? 0, clock.now().getTime() + HOUR);
    if (next >= back) break;
    clock.moveTo(new Date(next).toISOString());
  }
  clock.moveTo(new Date(back).toISOString());
  expect(await statuses()).toEqual({ pending: 5_000 });
  expect(await mailKinds()).toEqual(["webhook_failing"]);

  scenario.receiver.answerWith(() => 200);
  scenario.receiver.received.length = 0;
  while (scenario.receiver.received.length < 5_000 && clock.now().getTime() < back + 15 * MINUTE) {
    await scenario.work();
    clock.advance(5 * SECOND);
  }
  expect(await statuses()).toEqual({ delivered: 5_000 });
  const arrived = new Map<string, number[]>();
  for (const { body } of scenario.receiver.received) {
    const { data } = JSON.parse(body) as { data: { sequence: number; claim: { id: string } } };
    arrived.set(data.claim.id, [...(arrived.get(data.claim.id) ?? []), data.sequence]);
  }
  expect(arrived.size).toBe(500);
  const inOrder = TEN.map((_, index) => index + 1);
  expect([...arrived.values()].filter((sequences) => String(sequences) !== String(inOrder))).toEqual([]);
  expect(await database.prisma.webhookEndpoint.findUniqueOrThrow({ where: { id } })).toMatchObject({
    status: "enabled",
    failingSince: null,
    consecutiveFailures: 0,
    breakerOpenUntil: null,
  });
}, 600_000);

test("R04: after eight days it is disabled and everything is held, for longer than the feed lasts; recovered, all come in order", async () => {
  const { services, receiver, creditorId } = scenario;
  const { id } = await scenario.addEndpoint();
  const since = services.clock.now();
  receiver.answerWith(() => (response) => response.destroy());
  const claims = await addClaims(3);
  for (let day = 0; day < 8; day += 1) {
    for (const claim of claims) await scenario.happen(claim, "payment.failed", "payment.paid");
    const midnight = services.clock.now().getTime() + 24 * HOUR;
    await scenario.workFor(24);
    services.clock.moveTo(new Date(midnight).toISOString());
  }
  expect(await services.database.prisma.webhookEndpoint.findUniqueOrThrow({ where: { id } })).toMatchObject({
    status: "disabled",
    disabledReason: "failing_for_days",
  });
  expect(await statuses()).toEqual({ held: 48 });
  expect(await mailKinds()).toEqual(["webhook_failing", "webhook_disabled"]);

  services.clock.advance(90 * 24 * HOUR);
  expect(await clearOldEvents(services)).toBe(0);
  receiver.answerWith(() => 200);
  receiver.received.length = 0;
  const recovered = await recoverDeliveries(services, { creditorId, endpointId: id, since, actor: "operator" });
  expect(recovered).toEqual({ ok: true, value: { deliveries: 48 } });
  await scenario.workFor(1);
  for (const claim of claims) {
    const ids = await scenario.eventIds(claim);
    expect(receiver.ids().filter((received) => ids.includes(received))).toEqual(ids);
  }
  expect(await statuses()).toEqual({ delivered: 48 });
});

test("R05: while fifty of fifty-one never answer, the one that does is served in every round, and they share a quarter", async () => {
  const { prisma } = scenario.services.database;
  for (let n = 0; n < 50; n += 1)
    await scenario.addEndpoint({ creditorId: await scenario.addCreditor(), events: ["*"] });
  const tarpits = await prisma.webhookEndpoint.findMany({ select: { creditorId: true } });
  for (const { creditorId } of tarpits) {
    for (let n = 0; n < 4; n += 1) await scenario.happen(await scenario.addClaim(creditorId), "claim.opened");
  }
  const healthy = await scenario.addEndpoint();
  while ((await scenario.publish()) > 0);
  // All have been tried and none answered: from now on they are known to be slow.
  await prisma.webhookEndpoint.updateMany({ where: { id: { not: healthy.id } }, data: { consecutiveFailures: 1 } });

  for (let round = 0; round < 20; round += 1) {
    await scenario.happen(await scenario.addClaim(), "payment.paid");
    await scenario.publish();
    const taken = await scenario.claim({ slots: 64, limit: 64 });
    const [served, ...others] = taken.filter(({ endpointId }) => endpointId === healthy.id);
    expect([round, served?.endpointId, others]).toEqual([round, healthy.id, []]);
    if (served) expect(await scenario.deliver(served)).toBe("delivered");
    const inFlight = await prisma.delivery.count({ where: { lease: { not: null }, endpointId: { not: healthy.id } } });
    expect(inFlight).toBeLessThanOrEqual(16);
    // A lease lasts for seven rounds and a half.
    await prisma.$executeRaw`UPDATE delivery SET locked_until = locked_until - interval '4 seconds' WHERE lease IS NOT NULL`;
    await prisma.$executeRaw`UPDATE delivery SET lease = NULL, locked_until = NULL WHERE locked_until <= now()`;
  }
  expect(scenario.receiver.received).toHaveLength(20);
});
