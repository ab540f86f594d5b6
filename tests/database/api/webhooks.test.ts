import { afterAll, beforeAll, expect, test } from "vitest";
import { diagnosisSchema } from "#app/server/api/schemas/diagnosis-schema.server.ts";
import { deliverySchema, endpointSchema } from "#app/server/api/schemas/webhook-schemas.server.ts";
import { publishEvents } from "#app/server/webhooks/publish-events.server.ts";
import { type ApiAnswer, type ApiTest, exampleClaim, openApi } from "../../support/api.ts";

let api: ApiTest;

beforeAll(async () => void (api = await openApi()));
afterAll(() => api.close());

const url = "https://books.example.nl/hooks";

test("an endpoint is added, shown without its secret, changed, and taken away", async () => {
  const added = await api.call("POST", "/webhook-endpoints", {
    body: { url, events: ["payment.paid"], signature: "v1a" },
  });
  expect(added.status).toBe(201);
  expect(added.body.secret).toMatch(/^whpk_/);
  const shown: Partial<typeof added.body> = { ...added.body };
  Reflect.deleteProperty(shown, "secret");
  const path = `/webhook-endpoints/${added.body.id}`;
  const read = await api.call("GET", path);
  expect(read.body).toEqual(shown);
  expect(endpointSchema.parse(read.body)).toEqual(read.body);
  expect((await api.call("GET", "/webhook-endpoints")).body.data).toEqual([shown]);

  const changed = await api.call("PATCH", path, {
    body: { events: ["*"], status: "disabled", description: "boekhouding" },
  });
  expect(changed.body).toMatchObject({ events: ["*"], status: "disabled", description: "boekhouding" });
  expect((await api.call("POST", `${path}/test`)).body.code).toBe("endpoint_disabled");
  expect((await api.call("DELETE", path)).status).toBe(204);
  expect((await api.call("GET", path)).status).toBe(404);
});

test.each([
  ["http://books.example.nl/hooks", "not_https"],
  ["https://10.0.0.1/hooks", "ip_literal"],
  ["https://localhost/hooks", "host_not_public"],
  ["ftp", "unreadable"],
])("the address %s is refused", async (address, code) => {
  const refused = await api.call("POST", "/webhook-endpoints", { body: { url: address } });
  expect(refused.status).toBe(422);
  expect(refused.body).toMatchObject({ code: "url_refused", errors: [{ path: "url", code }] });
});

test.each([
  [{}, "url"],
  [{ url, events: [] }, "events"],
  [{ url, events: ["claim.exploded"] }, "events.0"],
  [{ url, secret: "whsec_mine" }, "secret"],
  [{ url, signature: "v2" }, "signature"],
])("an endpoint of %j is refused", async (body, path) => {
  const refused = await api.call("POST", "/webhook-endpoints", { body });
  expect(refused.status).toBe(422);
  expect(refused.body.errors[0]?.path).toBe(path);
});

test("a rotated secret overlaps with the one before", async () => {
  const added = await api.call("POST", "/webhook-endpoints", { body: { url } });
  const rotated = await api.call("POST", `/webhook-endpoints/${added.body.id}/rotate-secret`);
  expect(rotated.status).toBe(200);
  expect(rotated.body.secret).toMatch(/^whsec_/);
  expect(rotated.body.secret).not.toBe(added.body.secret);
  expect(rotated.body.previousSecretUntil).toBe("2026-11-23T10:00:00.000Z");
});

test("test, redelivery and recovery put deliveries in the log", async () => {
  const { key } = await api.addCreditor("Post B.V.");
  const added = await api.call("POST", "/webhook-endpoints", { key, body: { url } });
  const path = `/webhook-endpoints/${added.body.id}`;
  const tested = await api.call("POST", `${path}/test`, { key });
  expect(tested.status).toBe(202);
  await publishEvents(api.services.database, { now: api.services.clock.now() });

  const log = await api.call("GET", `${path}/deliveries`, { key });
  expect(log.body.data.map((delivery: unknown) => deliverySchema.parse(delivery))).toEqual(log.body.data);
  expect(log.body.data).toMatchObject([{ event: { id: tested.body.event, type: "webhook.test" }, status: "pending" }]);

  const again = await api.call("POST", `/events/${tested.body.event}/redeliver`, { key });
  expect([again.status, again.body]).toEqual([202, { deliveries: 1 }]);
  const recovered = await api.call("POST", `${path}/recover`, { key, body: { since: "2026-11-22T00:00:00Z" } });
  expect([recovered.status, recovered.body]).toEqual([202, { deliveries: 1 }]);
  await api.call("DELETE", path, { key });
  const nowhere = await api.call("POST", `/events/${tested.body.event}/redeliver`, { key });
  expect([nowhere.status, nowhere.body.code]).toEqual([409, "no_endpoint"]);
});

test("an event goes again to one endpoint alone, where that one is there, enabled and asks for it", async () => {
  const { key } = await api.addCreditor("Een B.V.");
  const stranger = await api.addCreditor("Twee B.V.");
  const add = async (body: object, as = key) => (await api.call("POST", "/webhook-endpoints", { key: as, body: { url, ...body } })).body.id; // prettier-ignore
  const [first, payments, foreign] = [await add({}), await add({ events: ["payment.paid"] }), await add({}, stranger.key)]; // prettier-ignore
  await add({});
  await api.call("POST", "/claims", { key, body: exampleClaim() });
  await publishEvents(api.services.database, { now: api.services.clock.now() });
  const event = (await api.call("GET", "/events", { key })).body.data[0]?.id;
  const again = (endpoint?: unknown) => api.call("POST", `/events/${event}/redeliver`, { key, body: endpoint === undefined ? {} : { endpoint } }); // prettier-ignore
  const answers = [await again(), await again(first), await again(payments)];
  expect(answers.map(({ status, body }) => [status, body.code ?? body])).toEqual([[202, { deliveries: 2 }], [202, { deliveries: 1 }], [409, "no_endpoint"]]); // prettier-ignore
  await api.call("PATCH", `/webhook-endpoints/${first}`, { key, body: { status: "disabled" } });
  const disabled = await again(first);
  expect([disabled.status, disabled.body.code]).toEqual([409, "endpoint_disabled"]);
  const [theirs, never] = [await again(foreign), await again("whe_00000000000000000000000000")];
  expect([theirs.status, theirs.text]).toEqual([404, never.text]);
  const unread = await again(7);
  expect([unread.status, unread.body.errors[0]?.path]).toEqual([422, "endpoint"]);
});

test("recover takes a range and nothing else; a diagnosis says what is wrong and what to do", async () => {
  const { key } = await api.addCreditor("Bereik B.V.");
  const added = await api.call("POST", "/webhook-endpoints", { key, body: { url } });
  const path = `/webhook-endpoints/${added.body.id}`;
  const recover = (body: unknown) => api.call("POST", `${path}/recover`, { key, body });
  const since = "2026-11-20T00:00:00Z";
  expect((await recover({ since, until: "2026-11-21T00:00:00Z", delivered: true })).body).toEqual({ deliveries: 0 });
  for (const [body, field] of [
    [{}, "since"],
    [{ since: "yesterday" }, "since"],
    [{ since, until: "2026-11-19T00:00:00Z" }, "until"],
    [{ since, delivered: "yes" }, "delivered"],
    [{ since, before: since }, "before"],
  ] as const) {
    const refused = await recover(body);
    expect([refused.status, refused.body.errors[0]?.path]).toEqual([422, field]);
  }
  const untried = await api.call("GET", `${path}/diagnosis`, { key });
  expect(diagnosisSchema.parse(untried.body)).toEqual(untried.body);
  expect(untried.body).toMatchObject({
    state: "untried",
    code: "untried",
    meaning: "Nothing is waiting: you have everything there was.",
    faults: [{ code: "untried", next: "Send a test event." }],
  });
  expect((await api.call("GET", `${path}/diagnosis`)).status).toBe(404);
});

test("the feed gives every event in order, from where the reader was", async () => {
  const { key } = await api.addCreditor("Feed B.V.");
  for (const reference of ["f-1", "f-2", "f-3"]) {
    const example = exampleClaim();
    const body = { ...example, reference, debtor: { ...example.debtor, reference: `d-${reference}` } };
    await api.call("POST", "/claims", { key, body });
    await publishEvents(api.services.database, { now: api.services.clock.now() });
  }
  const references = (page: ApiAnswer) =>
    (page.body.data as unknown as { data: { claim: { reference: string } } }[]).map(
      (event) => event.data.claim.reference,
    );
  const first = await api.call("GET", "/events?limit=2", { key });
  expect(references(first)).toEqual(["f-1", "f-2"]);
  expect(first.body.data[0]).toMatchObject({ type: "claim.opened", timestamp: "2026-11-22T10:00:00.000Z", data: { sequence: 1 } }); // prettier-ignore
  expect(first.body.nextCursor).toBe(first.body.data[1]?.id);

  const second = await api.call("GET", `/events?limit=2&after=${first.body.nextCursor}`, { key });
  expect(references(second)).toEqual(["f-3"]);
  expect(second.body.nextCursor).toBeNull();
  expect((await api.call("GET", `/events?cursor=${first.body.nextCursor}`, { key })).text).toBe(second.text);
  expect((await api.call("GET", "/events?type=payment.paid,claim.settled", { key })).body.data).toEqual([]);
  expect(references(await api.call("GET", "/events?type=claim.opened", { key }))).toEqual(["f-1", "f-2", "f-3"]);

  const foreign = await api.call("GET", `/events?after=${first.body.nextCursor}`);
  expect([foreign.status, foreign.body.errors[0]?.path]).toEqual([422, "after"]);
  expect((await api.call("GET", "/events?type=claim.exploded", { key })).status).toBe(422);
});
