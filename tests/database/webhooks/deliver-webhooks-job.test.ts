import pg from "pg";
import { afterEach, beforeEach, expect, test } from "vitest";
import { startDeliveries } from "#app/worker/jobs/deliver-webhooks.ts";
import type { Job } from "#app/worker/loop.ts";
import { openScenario, type Scenario } from "./scenario.ts";

let scenario: Scenario;
let job: Job | undefined;
beforeEach(async () => (scenario = await openScenario()));
afterEach(async () => {
  await job?.stop();
  await scenario.close();
});

function start(concurrency = 16): Job {
  job = startDeliveries(scenario.services, { concurrency, deadlineMs: 10_000 });
  return job;
}

test("what happens is published and delivered; a stop leaves no lease behind", async () => {
  const { database } = scenario.services;
  await scenario.addEndpoint();
  await scenario.happen(await scenario.addClaim(), "claim.opened", "payment.paid");
  const running = start();
  await scenario.receiver.arrived(2);
  await scenario.happen(await scenario.addClaim(), "claim.opened");
  await scenario.receiver.arrived(3);
  await running.stop();
  const statuses = await database.prisma.delivery.findMany({ select: { status: true, lease: true } });
  expect(statuses).toEqual(Array.from({ length: 3 }, () => ({ status: "delivered", lease: null })));
});

test("a stop waits for the attempt under way, and takes up nothing more", async () => {
  const { database } = scenario.services;
  await scenario.addEndpoint();
  const claim = await scenario.addClaim();
  let answer = () => {};
  scenario.receiver.answerWith(() => (response) => (answer = () => response.writeHead(200).end()));
  await scenario.happen(claim, "claim.opened", "payment.paid");
  const running = start();
  await scenario.receiver.arrived(1);
  const stopped = running.stop();
  answer();
  await stopped;
  const rows = await database.prisma.delivery.findMany({
    orderBy: { sequence: "asc" },
    select: { status: true, lease: true },
  });
  expect(rows).toEqual([
    { status: "delivered", lease: null },
    { status: "pending", lease: null },
  ]);
  expect(scenario.receiver.received).toHaveLength(1);
});

test("connections that the server cuts are made again, and the work goes on", async () => {
  await scenario.addEndpoint();
  await scenario.happen(await scenario.addClaim(), "claim.opened");
  start();
  await scenario.receiver.arrived(1);
  const claims = [await scenario.addClaim(), await scenario.addClaim()];
  const owner = new pg.Client({ connectionString: scenario.services.databaseUrl });
  await owner.connect();
  await owner.query(
    "SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()",
  );
  await owner.end();
  for (const claim of claims) await scenario.happen(claim, "claim.opened");
  await scenario.receiver.arrived(3);
});

test("while fifty endpoints never answer, the one that does gets all its events in order", async () => {
  const { receiver } = scenario;
  for (let n = 0; n < 50; n += 1) await scenario.addEndpoint({ url: receiver.url("/tarpit") });
  const healthy = await scenario.addEndpoint({ url: receiver.url("/healthy") });
  const served: number[] = [];
  let done = () => {};
  const all = new Promise<void>((resolve) => (done = resolve));
  receiver.answerWith(({ path, body }) => {
    if (path === "/tarpit") return () => {};
    const { data } = JSON.parse(body) as { data: { sequence: number } };
    served.push(data.sequence);
    if (served.length === 10) done();
    return 200;
  });
  start(64);
  const claim = await scenario.addClaim();
  for (let n = 0; n < 10; n += 1) await scenario.happen(claim, "payment.failed");
  await all;
  expect(served).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  const where = { delivery: { endpointId: { not: healthy.id } } };
  expect(await scenario.services.database.prisma.deliveryAttempt.count({ where })).toBe(0);
  // Hangs up on those who still wait, so that the stop need not.
  await receiver.close();
});
