import { Webhook } from "standardwebhooks";
import { afterEach, beforeEach, expect, test } from "vitest";
import { rotateSecret } from "#app/server/webhooks/rotate-secret.server.ts";
import { ATTEMPT_DELAYS_MS } from "#app/server/webhooks/retry-schedule.server.ts";
import { verifyWebhook } from "#app/server/webhooks/signature.server.ts";
import { updateEndpoint } from "#app/server/webhooks/update-endpoint.server.ts";
import { openScenario, type Scenario } from "./scenario.ts";

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const HOOK = Symbol.for("voldaan.crash");

let scenario: Scenario;
beforeEach(async () => (scenario = await openScenario()));
afterEach(() => {
  Reflect.deleteProperty(globalThis, HOOK);
  return scenario.close();
});

async function mails() {
  const rows = await scenario.services.database.prisma.outgoingMail.findMany({ orderBy: { createdAt: "asc" } });
  return rows.map(({ kind, recipient, createdAt }) => ({ kind, recipient, at: createdAt.toISOString() }));
}

async function endpointState(id: string) {
  const { status, disabledReason, failingSince, consecutiveFailures } =
    await scenario.services.database.prisma.webhookEndpoint.findUniqueOrThrow({ where: { id } });
  return { status, disabledReason, failingSince: failingSince?.toISOString() ?? null, consecutiveFailures };
}

async function statuses() {
  const rows = await scenario.services.database.prisma.delivery.findMany({ orderBy: { event: { position: "asc" } } });
  return rows.map(({ status }) => status);
}

test("what arrives is the stored body, signed for this moment under the event's own id", async () => {
  const { secret } = await scenario.addEndpoint();
  const claim = await scenario.addClaim();
  await scenario.happen(claim, "claim.opened");
  expect(await scenario.work()).toEqual(["delivered"]);
  const event = await scenario.services.database.prisma.event.findFirstOrThrow();
  const [request] = scenario.receiver.received;
  expect(request?.body).toBe(event.body);
  expect(JSON.parse(event.body)).toEqual({
    type: "claim.opened",
    timestamp: "2026-11-22T10:00:00.000Z",
    data: { sequence: 1, claim: { id: claim, reference: claim } },
  });
  expect(request?.headers["webhook-id"]).toBe(event.id);
  expect(request?.headers["content-type"]).toBe("application/json");
  // The reference library refuses any time but the real one, so this clock of ours did not sign.
  expect(() => new Webhook(secret).verify(request!.body, request!.headers as Record<string, string>)).not.toThrow();
});

test("an attempt is logged with what was sent, its status, the start of the answer and no more", async () => {
  await scenario.addEndpoint();
  await scenario.happen(await scenario.addClaim(), "claim.opened");
  scenario.receiver.answerWith(() => (response) => response.writeHead(500).end("x".repeat(5_000)));
  await scenario.work();
  const attempt = await scenario.services.database.prisma.deliveryAttempt.findFirstOrThrow();
  expect(attempt).toMatchObject({ number: 1, trigger: "schedule", statusCode: 500, failure: null });
  expect(attempt.responseBody).toBe("x".repeat(1_024));
  const { "webhook-id": id, "webhook-timestamp": time, "webhook-signature": signature } = scenario.receiver.received[0]!.headers; // prettier-ignore
  expect(attempt.url).toBe(scenario.receiver.url());
  expect(attempt.requestHeaders).toEqual({
    "content-type": "application/json",
    "webhook-id": id,
    "webhook-timestamp": time,
    "webhook-signature": signature,
  });
});

test("twelve attempts over five days, then the endpoint is disabled, its owners told and every event kept", async () => {
  const { clock, database } = scenario.services;
  const { id } = await scenario.addEndpoint();
  const claim = await scenario.addClaim();
  await scenario.happen(claim, "claim.opened");
  scenario.receiver.answerWith(() => 500);
  await scenario.workFor(100);
  await scenario.happen(await scenario.addClaim(), "claim.opened");
  await scenario.workFor(48);

  const [first] = await scenario.eventIds(claim);
  const attempts = await database.prisma.deliveryAttempt.findMany({
    where: { delivery: { eventId: first! } },
    orderBy: { id: "asc" },
  });
  const waits = attempts.map(
    ({ startedAt }, index) => startedAt.getTime() - (attempts[index - 1]?.startedAt ?? startedAt).getTime(),
  );
  expect(waits).toEqual([...ATTEMPT_DELAYS_MS]);
  expect(attempts.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);

  const to = `${scenario.creditorId}@example.nl`;
  expect(await endpointState(id)).toMatchObject({ status: "disabled", disabledReason: "failing_for_days" });
  expect(await mails()).toEqual([
    { kind: "webhook_failing", recipient: to, at: "2026-11-22T10:35:05.000Z" },
    { kind: "webhook_disabled", recipient: to, at: clock.now().toISOString() },
  ]);
  expect(await statuses()).toEqual(["held", "held"]);

  await scenario.happen(claim, "payment.paid");
  expect(await scenario.work()).toEqual([]);
  expect(await statuses()).toEqual(["held", "held", "held"]);
});

test("enabled again, an endpoint gets all that was kept, in order", async () => {
  const { services, creditorId, receiver } = scenario;
  const { id } = await scenario.addEndpoint();
  const claim = await scenario.addClaim();
  receiver.answerWith(() => 410);
  await scenario.happen(claim, "claim.opened", "payment.paid");
  await scenario.work();
  await scenario.happen(claim, "claim.settled");
  await scenario.work();
  expect(receiver.received).toHaveLength(1);

  receiver.answerWith(() => 200);
  receiver.received.length = 0;
  await updateEndpoint(services, { creditorId, endpointId: id, status: "enabled", actor: "operator" });
  await scenario.workFor(1);
  expect(receiver.ids()).toEqual(await scenario.eventIds(claim));
  expect(await endpointState(id)).toEqual({
    status: "enabled",
    disabledReason: null,
    failingSince: null,
    consecutiveFailures: 0,
  });
});

test("R07: 410 disables at once, with a mail, and nothing more is sent", async () => {
  const { id } = await scenario.addEndpoint();
  await scenario.happen(await scenario.addClaim(), "claim.opened");
  await scenario.happen(await scenario.addClaim(), "claim.opened");
  scenario.receiver.answerWith(() => 410);
  await scenario.publish();
  const [first] = await scenario.claim({ limit: 1 });
  expect(await scenario.deliver(first!)).toBe("held");
  expect(await endpointState(id)).toMatchObject({ status: "disabled", disabledReason: "gone" });
  expect(await statuses()).toEqual(["held", "held"]);
  expect((await mails()).map(({ kind }) => kind)).toEqual(["webhook_disabled"]);
  await scenario.workFor(200);
  expect(scenario.receiver.received).toHaveLength(1);
});

test("an attempt that was under way when its endpoint was disabled may still arrive", async () => {
  await scenario.addEndpoint();
  for (let n = 0; n < 3; n += 1) await scenario.happen(await scenario.addClaim(), "claim.opened");
  await scenario.publish();
  const [gone, good, bad] = await scenario.claim();
  scenario.receiver.answerWith(() => 410);
  await scenario.deliver(gone!);
  scenario.receiver.answerWith(() => 200);
  expect(await scenario.deliver(good!)).toBe("delivered");
  scenario.receiver.answerWith(() => 500);
  expect(await scenario.deliver(bad!)).toBe("held");
  expect((await statuses()).sort()).toEqual(["delivered", "held", "held"]);
});

test("the first success brings the backlog forward, in the order of the feed and ten a second", async () => {
  const { clock, database } = scenario.services;
  const { id } = await scenario.addEndpoint();
  scenario.receiver.answerWith(() => 503);
  const claims: string[] = [];
  for (let n = 0; n < 8; n += 1) {
    claims.push(await scenario.addClaim());
    await scenario.happen(claims.at(-1)!, "claim.opened", "payment.paid");
    clock.advance(SECOND);
  }
  await scenario.workFor(72);
  const started = clock.now();
  scenario.receiver.answerWith(() => 200);
  scenario.receiver.received.length = 0;
  await scenario.happen(await scenario.addClaim(), "claim.opened");
  expect(await scenario.work()).toEqual(["delivered"]);

  const due = await database.prisma.delivery.findMany({ where: { status: "pending" }, orderBy: { nextAt: "asc" } });
  expect(due.map(({ nextAt }) => nextAt.getTime() - started.getTime())).toEqual(
    due.map((_, index) => (index + 1) * 100),
  );
  await scenario.workFor(1);
  const expected = (await Promise.all(claims.map(scenario.eventIds))).flat();
  expect(scenario.receiver.ids().slice(1)).toEqual(expected);
  expect(await endpointState(id)).toMatchObject({ failingSince: null, consecutiveFailures: 0 });
});

test("an event that its receiver cannot stomach keeps to its schedule while others arrive", async () => {
  const { clock, database } = scenario.services;
  const { id } = await scenario.addEndpoint();
  const claim = await scenario.addClaim();
  await scenario.happen(claim, "claim.opened");
  const [poison] = await scenario.eventIds(claim);
  scenario.receiver.answerWith(({ headers }) => (headers["webhook-id"] === poison ? 500 : 200));
  await scenario.work();
  for (let minute = 0; minute < 40; minute += 1) {
    clock.advance(MINUTE);
    await scenario.happen(await scenario.addClaim(), "claim.opened");
    await scenario.work();
  }
  const attempts = await database.prisma.deliveryAttempt.findMany({ where: { delivery: { eventId: poison! } } });
  // One early attempt after the first success; the others are those of 0, 5 s, 5 and 35 minutes.
  expect(attempts.map(({ trigger }) => trigger).sort()).toEqual([
    "recovery",
    "schedule",
    "schedule",
    "schedule",
    "schedule",
  ]);
  expect(await database.prisma.delivery.findFirst({ where: { eventId: poison! } })).toMatchObject({ attempt: 4 });
  for (let day = 0; day < 7; day += 1) {
    await scenario.workFor(24);
    clock.advance(24 * HOUR);
    await scenario.happen(await scenario.addClaim(), "claim.opened");
  }
  await scenario.work();
  expect(await database.prisma.delivery.findFirst({ where: { eventId: poison! } })).toMatchObject({
    status: "failed",
    attempt: 12,
  });
  expect(await endpointState(id)).toMatchObject({ status: "enabled" });
});

test("R06: Retry-After is honoured between one and two times the planned wait", async () => {
  const { clock, database } = scenario.services;
  await scenario.addEndpoint();
  const waitAfter = async (retryAfter: string) => {
    await scenario.happen(await scenario.addClaim(), "claim.opened");
    scenario.receiver.answerWith(() => (response) => response.writeHead(429, { "retry-after": retryAfter }).end());
    await scenario.work();
    const { nextAt } = await database.prisma.delivery.findFirstOrThrow({ orderBy: { createdAt: "desc" } });
    const wait = nextAt.getTime() - clock.now().getTime();
    clock.advance(SECOND);
    return wait;
  };
  expect(await waitAfter("90")).toBe(90 * SECOND);
  expect(await waitAfter("864000")).toBe(120 * SECOND);
  expect(await waitAfter("soon")).toBe(60 * SECOND);
  expect(await waitAfter("Fri, 31 Dec 9999 23:59:59 GMT")).toBe(120 * SECOND);
  expect(await waitAfter("Sat, 01 Jan 2000 00:00:00 GMT")).toBe(60 * SECOND);
});

test("after a rotation both secrets sign for a day, then the new one alone", async () => {
  const { services, creditorId, receiver } = scenario;
  const { id, secret } = await scenario.addEndpoint();
  const rotated = await rotateSecret(services, { creditorId, endpointId: id, actor: "operator" });
  if (!rotated.ok) throw new Error(rotated.error.kind);
  expect(rotated.value.previousSecretUntil.toISOString()).toBe("2026-11-23T10:00:00.000Z");

  const accepted = async (keys: string[]) => {
    receiver.received.length = 0;
    await scenario.happen(await scenario.addClaim(), "claim.opened");
    await scenario.work();
    const { headers, body } = receiver.received[0]!;
    const nowSeconds = Number(headers["webhook-timestamp"]);
    return keys.map((key) => verifyWebhook({ headers, body: Buffer.from(body), keys: [key], nowSeconds }).ok);
  };
  services.clock.advance(24 * HOUR - 1);
  expect(await accepted([secret, rotated.value.secret])).toEqual([true, true]);
  services.clock.advance(1);
  expect(await accepted([secret, rotated.value.secret])).toEqual([false, true]);
});

test("an endpoint that asked for ed25519 can verify with its public key", async () => {
  const { secret } = await scenario.addEndpoint({ signature: "v1a" });
  await scenario.happen(await scenario.addClaim(), "claim.opened");
  await scenario.work();
  const { headers, body } = scenario.receiver.received[0]!;
  expect(secret).toMatch(/^whpk_/);
  const nowSeconds = Number(headers["webhook-timestamp"]);
  expect(verifyWebhook({ headers, body: Buffer.from(body), keys: [secret], nowSeconds }).ok).toBe(true);
});

test("an address that became private is not reached, and the log tells no address", async () => {
  const { database } = scenario.services;
  const { id } = await scenario.addEndpoint();
  await database.prisma.webhookEndpoint.update({ where: { id }, data: { url: "http://127.0.0.1:1/hook" } });
  await scenario.happen(await scenario.addClaim(), "claim.opened");
  expect(await scenario.work()).toEqual(["retrying"]);
  expect(await database.prisma.deliveryAttempt.findFirst()).toMatchObject({
    statusCode: null,
    failure: "blocked_address",
    responseBody: "",
  });
});

test.each(["deliver:claimed", "deliver:answered"])(
  "a crash at %s loses nothing: when the lease ends it goes again under the same id",
  async (point) => {
    const { database } = scenario.services;
    await scenario.addEndpoint();
    await scenario.happen(await scenario.addClaim(), "claim.opened");
    await scenario.publish();
    const [delivery] = await scenario.claim();
    Reflect.set(globalThis, HOOK, (name: string) => {
      if (name === point) throw new Error("killed here");
    });
    await expect(scenario.deliver(delivery!)).rejects.toThrow("killed here");
    Reflect.deleteProperty(globalThis, HOOK);
    expect(await database.prisma.deliveryAttempt.count()).toBe(0);
    expect(await scenario.work()).toEqual([]);
    await database.prisma.$executeRaw`UPDATE delivery SET locked_until = now()`;
    expect(await scenario.work()).toEqual(["delivered"]);
    expect(new Set(scenario.receiver.ids())).toEqual(new Set([delivery!.eventId]));
    expect(scenario.receiver.received).toHaveLength(point === "deliver:claimed" ? 1 : 2);
  },
);

test("a database that breaks off while an attempt is written down does not make it go twice", async () => {
  await scenario.addEndpoint();
  await scenario.happen(await scenario.addClaim(), "claim.opened");
  Reflect.set(globalThis, HOOK, (name: string) => {
    if (name !== "deliver:finishing") return;
    Reflect.deleteProperty(globalThis, HOOK);
    throw new Error("connection lost");
  });
  expect(await scenario.work()).toEqual(["delivered"]);
  expect(scenario.receiver.received).toHaveLength(1);
  expect(await scenario.services.database.prisma.deliveryAttempt.count()).toBe(1);
});
