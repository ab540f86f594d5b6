import { afterEach, beforeEach, expect, test } from "vitest";
import { deleteEndpoint } from "#app/server/webhooks/delete-endpoint.server.ts";
import { getEndpoint, listEndpoints } from "#app/server/webhooks/endpoint-view.server.ts";
import { listDeliveries } from "#app/server/webhooks/list-deliveries.server.ts";
import { recoverDeliveries } from "#app/server/webhooks/recover-deliveries.server.ts";
import { redeliverEvent } from "#app/server/webhooks/redeliver-event.server.ts";
import { registerEndpoint } from "#app/server/webhooks/register-endpoint.server.ts";
import { rotateSecret } from "#app/server/webhooks/rotate-secret.server.ts";
import { sendTestEvent } from "#app/server/webhooks/send-test-event.server.ts";
import { updateEndpoint } from "#app/server/webhooks/update-endpoint.server.ts";
import { openScenario, type Scenario } from "./scenario.ts";

const SECOND = 1_000;
const HOUR = 3_600_000;
const actor = "operator";

let scenario: Scenario;
beforeEach(async () => (scenario = await openScenario()));
afterEach(() => scenario.close());

const mine = (endpointId: string) => ({ creditorId: scenario.creditorId, endpointId });

test("a registered endpoint is listed without its secret, and the secret is stored encrypted", async () => {
  const { services, creditorId, receiver } = scenario;
  const order = { creditorId, url: receiver.url(), events: ["payment.paid"], signature: "v1", actor } as const;
  const registered = await registerEndpoint(services, { ...order, description: "boekhouding" });
  if (!registered.ok) throw new Error(registered.error.reason);
  const { endpoint, secret } = registered.value;
  expect(secret).toMatch(/^whsec_/);
  expect(endpoint).toEqual({
    id: endpoint.id,
    url: receiver.url(),
    events: ["payment.paid"],
    description: "boekhouding",
    signature: "v1",
    status: "enabled",
    disabledReason: null,
    failingSince: null,
    consecutiveFailures: 0,
    breakerOpenUntil: null,
    previousSecretUntil: null,
    createdAt: services.clock.now(),
  });
  expect(await listEndpoints(services, { creditorId, limit: 10 })).toEqual([endpoint]);
  const stored = await services.database.prisma.webhookEndpoint.findUniqueOrThrow({ where: { id: endpoint.id } });
  expect(JSON.stringify(stored)).not.toContain(secret.slice("whsec_".length, -1));
});

test("endpoints are listed newest first, a page at a time", async () => {
  const ids: string[] = [];
  for (let n = 0; n < 5; n += 1) {
    ids.unshift((await scenario.addEndpoint()).id);
    scenario.services.clock.advance(SECOND);
  }
  const { creditorId, services } = scenario;
  const page = async (after?: string) =>
    (await listEndpoints(services, { creditorId, limit: 2, after })).map(({ id }) => id);
  expect(await page()).toEqual(ids.slice(0, 2));
  expect(await page(ids[1])).toEqual(ids.slice(2, 4));
  expect(await page(ids[3])).toEqual(ids.slice(4));
});

test("an address inside the house is refused, at registration and at a change", async () => {
  const { services, creditorId } = scenario;
  const url = "http://169.254.169.254/latest/meta-data";
  const order = { creditorId, url, events: ["*"], signature: "v1", actor } as const;
  expect(await registerEndpoint(services, order)).toEqual({
    ok: false,
    error: { kind: "url_refused", reason: "not_https" },
  });
  const { id } = await scenario.addEndpoint();
  expect(await updateEndpoint(services, { ...mine(id), url: "https://10.0.0.1/", actor })).toEqual({
    ok: false,
    error: { kind: "url_refused", reason: "ip_literal" },
  });
});

test("an endpoint of somebody else is as absent as one that never was", async () => {
  const { services } = scenario;
  const foreign = await scenario.addEndpoint({ creditorId: await scenario.addCreditor() });
  const absent = { ok: false, error: { kind: "not_found" } };
  for (const id of [foreign.id, "whe_00000000000000000000000000"]) {
    const scope = mine(id);
    expect(await getEndpoint(services, scope)).toEqual(absent);
    expect(await updateEndpoint(services, { ...scope, description: "x", actor })).toEqual(absent);
    expect(await rotateSecret(services, { ...scope, actor })).toEqual(absent);
    expect(await sendTestEvent(services, scope)).toEqual(absent);
    expect(await listDeliveries(services, { ...scope, limit: 10 })).toEqual(absent);
    expect(await recoverDeliveries(services, { ...scope, since: new Date(0), actor })).toEqual(absent);
    expect(await deleteEndpoint(services, { ...scope, actor })).toEqual(absent);
  }
});

test("a deleted endpoint gets nothing more and is gone", async () => {
  const { services, creditorId } = scenario;
  const { id } = await scenario.addEndpoint();
  await scenario.happen(await scenario.addClaim(), "claim.opened");
  await scenario.publish();
  expect(await deleteEndpoint(services, { ...mine(id), actor })).toEqual({ ok: true, value: undefined });
  await scenario.happen(await scenario.addClaim(), "claim.opened");
  expect(await scenario.work()).toEqual([]);
  expect(scenario.receiver.received).toEqual([]);
  expect(await listEndpoints(services, { creditorId, limit: 10 })).toEqual([]);
  expect(await deleteEndpoint(services, { ...mine(id), actor })).toEqual({ ok: false, error: { kind: "not_found" } });
});

test("a test goes to its own endpoint only, whatever types that asked for", async () => {
  const { services, receiver } = scenario;
  const { id } = await scenario.addEndpoint({ url: receiver.url("/mine"), events: ["payment.paid"] });
  await scenario.addEndpoint({ url: receiver.url("/other") });
  const sent = await sendTestEvent(services, mine(id));
  expect(await scenario.work()).toEqual(["delivered"]);
  expect(receiver.received.map(({ path }) => path)).toEqual(["/mine"]);
  expect(receiver.ids()).toEqual([sent.ok && sent.value.eventId]);
  expect(JSON.parse(receiver.received[0]!.body)).toEqual({
    type: "webhook.test",
    timestamp: "2026-11-22T10:00:00.000Z",
    data: { endpoint: id },
  });
  await updateEndpoint(services, { ...mine(id), status: "disabled", actor });
  expect(await sendTestEvent(services, mine(id))).toEqual({ ok: false, error: { kind: "endpoint_disabled" } });
});

test("the delivery log shows each attempt, newest delivery first, a page at a time", async () => {
  const { services, receiver } = scenario;
  const { id } = await scenario.addEndpoint();
  receiver.answerWith(() => (response) => response.writeHead(500).end("kapot"));
  const claim = await scenario.addClaim();
  await scenario.happen(claim, "claim.opened");
  await scenario.work();
  services.clock.advance(5 * SECOND);
  receiver.answerWith(() => 204);
  await scenario.work();
  await scenario.happen(claim, "payment.paid");
  await scenario.publish();

  const log = await listDeliveries(services, { ...mine(id), limit: 1 });
  if (!log.ok) throw new Error(log.error.kind);
  const [newest] = log.value;
  expect(newest).toMatchObject({
    event: { type: "payment.paid" },
    claimId: claim,
    status: "pending",
    nextAttemptAt: services.clock.now(),
    attempts: [],
  });
  const next = await listDeliveries(services, { ...mine(id), limit: 1, after: newest!.id });
  if (!next.ok) throw new Error(next.error.kind);
  expect(next.value).toMatchObject([
    {
      event: { type: "claim.opened" },
      status: "delivered",
      nextAttemptAt: null,
      body: receiver.received[0]?.body,
      deliveredAt: services.clock.now(),
      attempts: [
        {
          number: 1,
          trigger: "schedule",
          request: { url: receiver.url(), headers: { "webhook-id": receiver.ids()[0] } },
          statusCode: 500,
          failure: null,
          responseBody: "kapot",
        },
        { number: 2, trigger: "schedule", statusCode: 204, failure: null, responseBody: "" },
      ],
    },
  ]);
  const failed = await listDeliveries(services, { ...mine(id), limit: 10, status: "failed" });
  expect(failed).toEqual({ ok: true, value: [] });
});

test("recover sends what was held since a time, in order, and enables the endpoint", async () => {
  const { services, receiver } = scenario;
  const { id } = await scenario.addEndpoint();
  receiver.answerWith(() => 410);
  const old = await scenario.addClaim();
  await scenario.happen(old, "claim.opened");
  await scenario.work();
  services.clock.advance(HOUR);
  const since = services.clock.now();
  const claims = [await scenario.addClaim(), await scenario.addClaim()];
  for (const claim of claims) {
    await scenario.happen(claim, "claim.opened", "payment.paid");
    services.clock.advance(SECOND);
  }
  await scenario.work();

  receiver.answerWith(() => 200);
  receiver.received.length = 0;
  expect(await recoverDeliveries(services, { ...mine(id), since, actor })).toEqual({
    ok: true,
    value: { deliveries: 4 },
  });
  await scenario.workFor(1);
  expect(receiver.ids()).toEqual((await Promise.all(claims.map(scenario.eventIds))).flat());
  expect(await getEndpoint(services, mine(id))).toMatchObject({ ok: true, value: { status: "enabled" } });

  expect(await recoverDeliveries(services, { ...mine(id), since: new Date(0), actor })).toEqual({
    ok: true,
    value: { deliveries: 1 },
  });
  await scenario.workFor(1);
  expect(receiver.ids().slice(4)).toEqual(await scenario.eventIds(old));
});

test("recover sends what was given up, with a schedule from its beginning", async () => {
  const { services, receiver } = scenario;
  const { prisma } = services.database;
  const { id } = await scenario.addEndpoint();
  await scenario.happen(await scenario.addClaim(), "claim.opened");
  await scenario.publish();
  await prisma.delivery.updateMany({ data: { status: "failed", attempt: 12, firstAttemptAt: services.clock.now() } });
  receiver.answerWith(() => 500);
  await recoverDeliveries(services, { ...mine(id), since: new Date(0), actor });
  services.clock.advance(SECOND);
  expect(await scenario.work()).toEqual(["retrying"]);
  expect(await prisma.delivery.findFirst()).toMatchObject({ attempt: 1, status: "pending" });
  expect(await prisma.deliveryAttempt.findFirst()).toMatchObject({ trigger: "redelivery" });
});

test("an event goes once more under its own id, also to an endpoint that was added since", async () => {
  const { services, receiver, creditorId } = scenario;
  await scenario.addEndpoint({ url: receiver.url("/first") });
  const claim = await scenario.addClaim();
  await scenario.happen(claim, "claim.opened");
  await scenario.work();
  const second = await scenario.addEndpoint({ url: receiver.url("/second") });
  await scenario.addEndpoint({ url: receiver.url("/third"), events: ["payment.paid"] });
  const [eventId] = await scenario.eventIds(claim);
  const again = await redeliverEvent(services, { creditorId, eventId: eventId!, actor });
  expect(again).toEqual({ ok: true, value: { deliveries: 2 } });
  expect(await scenario.work()).toEqual(["delivered", "delivered"]);
  expect(receiver.received.map(({ path }) => path).sort()).toEqual(["/first", "/first", "/second"]);
  expect(receiver.ids()).toEqual([eventId, eventId, eventId]);
  const order = { creditorId, eventId: eventId!, endpointId: second.id, actor };
  expect(await redeliverEvent(services, order)).toEqual({ ok: true, value: { deliveries: 1 } });
  expect(await scenario.work()).toEqual(["delivered"]);
  expect(receiver.received.at(-1)?.path).toBe("/second");
  const absent = { ok: false, error: { kind: "not_found" } };
  const foreign = await scenario.addCreditor();
  expect(await redeliverEvent(services, { creditorId: foreign, eventId: eventId!, actor })).toEqual(absent);
});

test("what is done to an endpoint stands in the audit log, without address or secret", async () => {
  const { services } = scenario;
  const { id } = await scenario.addEndpoint();
  await rotateSecret(services, { ...mine(id), actor: "api:key_1" });
  await updateEndpoint(services, {
    ...mine(id),
    status: "disabled",
    url: "https://example.nl/hook",
    actor: "api:key_1",
  });
  await deleteEndpoint(services, { ...mine(id), actor: "api:key_1" });
  const entries = await services.database.prisma.auditEntry.findMany({ orderBy: { sequence: "asc" } });
  expect(entries.map(({ actor, action, subject, data }) => ({ actor, action, subject, data }))).toEqual([
    { actor: "operator", action: "webhook_endpoint.registered", subject: id, data: {} },
    { actor: "api:key_1", action: "webhook_endpoint.secret_rotated", subject: id, data: {} },
    { actor: "api:key_1", action: "webhook_endpoint.disabled", subject: id, data: { reason: "by_creditor" } },
    { actor: "api:key_1", action: "webhook_endpoint.changed", subject: id, data: { changed: "url status" } },
    { actor: "api:key_1", action: "webhook_endpoint.deleted", subject: id, data: {} },
  ]);
});

test("recover of a range sends what is in it, both ends included, and with delivered also what arrived", async () => {
  const { services, receiver } = scenario;
  const { clock } = services;
  const { id } = await scenario.addEndpoint();
  const claim = await scenario.addClaim();
  const times: Date[] = [];
  for (const type of ["claim.opened", "payment.paid", "claim.settled", "claim.reopened"] as const) {
    times.push(clock.now());
    await scenario.happen(claim, type);
    await scenario.work();
    clock.advance(HOUR);
  }
  const ids = await scenario.eventIds(claim);
  expect(receiver.ids()).toEqual(ids);
  const [, since = new Date(), until = new Date()] = times;
  const sent = receiver.received.splice(0);

  expect(await recoverDeliveries(services, { ...mine(id), since, until, actor })).toEqual({
    ok: true,
    value: { deliveries: 0 },
  });
  expect(await recoverDeliveries(services, { ...mine(id), since, until, delivered: true, actor })).toEqual({
    ok: true,
    value: { deliveries: 2 },
  });
  await scenario.workFor(1);
  expect(receiver.ids()).toEqual(ids.slice(1, 3));
  expect(receiver.received.map(({ body }) => body)).toEqual(sent.slice(1, 3).map(({ body }) => body));
  const log = await listDeliveries(services, { ...mine(id), limit: 10 });
  expect(log.ok && log.value.map(({ status, attempts }) => [status, attempts.map(({ trigger }) => trigger)])).toEqual([
    ["delivered", ["schedule"]],
    ["delivered", ["schedule", "redelivery"]],
    ["delivered", ["schedule", "redelivery"]],
    ["delivered", ["schedule"]],
  ]);
  expect(await recoverDeliveries(services, { ...mine(id), since: until, until: since, actor })).toEqual({
    ok: false,
    error: { kind: "until_before_since" },
  });
});
