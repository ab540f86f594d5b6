import { afterAll, beforeAll, expect, test } from "vitest";
import { API_OPERATIONS } from "#app/server/api/api-operations.server.ts";
import { API_SCOPES } from "#app/server/creditors/api-scopes.server.ts";
import { createApiKey } from "#app/server/creditors/create-api-key.server.ts";
import { openDispute } from "#app/server/disputes/open-dispute.server.ts";
import { newId } from "#app/server/platform/crypto/random-id.server.ts";
import { type ApiAnswer, type ApiTest, euro, exampleClaim, openApi } from "../../support/api.ts";
import { keepFileOfDebtor } from "../../support/file-of-debtor.ts";

let api: ApiTest;

beforeAll(async () => void (api = await openApi()));
afterAll(() => api.close());

const MINUTE_MS = 60_000;

test.each([
  ["no key", null, "key_missing"],
  ["something else", "hunter2", "key_invalid"],
  ["an unknown key", `vk_00000000_${"0".repeat(32)}`, "key_invalid"],
])("%s is 401 with a challenge", async (_what, key, code) => {
  const refused = await api.call("GET", "/claims", { key });
  expect(refused.status).toBe(401);
  expect(refused.headers.get("www-authenticate")).toMatch(/^Bearer /);
  expect(refused.headers.get("content-type")).toBe("application/problem+json");
  expect(refused.body).toMatchObject({ status: 401, code, errors: [] });
});

test("a key with a right prefix and a wrong secret is answered like one that never was", async () => {
  const wrongSecret = await api.call("GET", "/claims", { key: `${api.key.slice(0, 12)}${"0".repeat(32)}` });
  const wrongPrefix = await api.call("GET", "/claims", { key: `vk_00000000_${"0".repeat(32)}` });
  expect(wrongSecret.status).toBe(401);
  expect(wrongSecret.text).toBe(wrongPrefix.text);
});

test("a revoked and an expired key end at once", async () => {
  const { creditorId, services } = api;
  const revoked = await createApiKey(services, { creditorId, actor: "operator" });
  const expiresAt = new Date(services.clock.now().getTime() + MINUTE_MS);
  const expiring = await createApiKey(services, { creditorId, expiresAt, actor: "operator" });
  if (!revoked.ok || !expiring.ok) throw new Error("no key");
  expect((await api.call("GET", "/claims", { key: revoked.value.key })).status).toBe(200);
  expect((await api.call("GET", "/claims", { key: expiring.value.key })).status).toBe(200);

  const where = { id: revoked.value.id };
  await services.database.prisma.apiKey.update({ where, data: { revokedAt: services.clock.now() } });
  services.clock.advance(MINUTE_MS);
  expect((await api.call("GET", "/claims", { key: revoked.value.key })).status).toBe(401);
  expect((await api.call("GET", "/claims", { key: expiring.value.key })).status).toBe(401);
});

test("only the hash of a key is stored", async () => {
  const keys = await api.services.database.prisma.apiKey.findMany();
  expect(JSON.stringify(keys)).not.toContain(api.key.slice(12));
});

test("a hundred wrong keys a minute from one address are answered, and then no more", async () => {
  const wrong = () => api.call("GET", "/claims", { key: "vk_wrong", from: "198.51.100.7" });
  const answers: ApiAnswer[] = [];
  for (let index = 0; index < 101; index += 1) answers.push(await wrong());

  expect(answers.slice(0, 100).every((answer) => answer.status === 401)).toBe(true);
  expect(answers[100]?.status).toBe(429);
  expect(Number(answers[100]?.headers.get("retry-after"))).toBeGreaterThan(0);
  expect((await api.call("GET", "/claims", { key: "vk_wrong", from: "198.51.100.8" })).status).toBe(401);
  expect((await api.call("GET", "/claims", { from: "198.51.100.7" })).status).toBe(200);
});

test("six hundred requests a minute of one key are answered, and the headers count down", async () => {
  const { key, creditorId } = await api.addCreditor("Druk B.V.");
  const first = await api.call("GET", "/claims?limit=1", { key });
  expect(first.headers.get("ratelimit-limit")).toBe("600");
  expect(first.headers.get("ratelimit-remaining")).toBe("599");
  expect(Number(first.headers.get("ratelimit-reset"))).toBeGreaterThan(0);

  const { id } = await api.services.database.prisma.apiKey.findFirstOrThrow({ where: { creditorId } });
  const rule = { name: "api-key", points: 600, seconds: 60 };
  await Promise.all(Array.from({ length: 599 }, () => api.services.limiter.count(rule, id)));
  const over = await api.call("GET", "/claims?limit=1", { key });
  expect(over.status).toBe(429);
  expect(over.body.code).toBe("too_many_requests");
  expect(over.headers.get("ratelimit-remaining")).toBe("0");
  expect(over.headers.get("retry-after")).toBe(over.headers.get("ratelimit-reset"));
});

test("a key does only what its scopes say, for every route", async () => {
  const { creditorId, services } = api;
  const made = await createApiKey(services, { creditorId, scopes: ["messages:read"], actor: "operator" });
  if (!made.ok) throw new Error("no key");
  for (const { method, path, scope } of API_OPERATIONS) {
    const answer = await api.call(method, path.replace(/\{\w+\}/g, "x"), { key: made.value.key });
    expect([path, answer.status], path).toEqual([path, scope === "messages:read" ? 404 : 403]);
    if (answer.status === 403) expect(answer.body).toMatchObject({ code: "scope_missing" });
  }
});

test("unknown scopes and creditors are refused when a key is made", async () => {
  const { creditorId, services } = api;
  const scopes = ["claims:read", "claims:delete"];
  expect(await createApiKey(services, { creditorId, scopes, actor: "operator" })).toEqual({
    ok: false,
    error: { kind: "unknown_scopes", scopes: ["claims:delete"] },
  });
  const nobody = newId("crd", services.clock.now());
  expect(await createApiKey(services, { creditorId: nobody, actor: "operator" })).toEqual({
    ok: false,
    error: { kind: "creditor_not_found" },
  });
});

test("a body that cannot be read is 400, of another type 415, and too large 413", async () => {
  const send = (contentType: string, bytes: string | Uint8Array, headers = {}) =>
    api.call("POST", "/claims", { raw: { contentType, bytes }, headers });

  const broken = await send("application/json", "{");
  const empty = await send("application/json", "");
  const cursor = await api.call("GET", "/claims?cursor=x");
  const noCursor = await api.call("GET", "/events?cursor=x");
  const notUtf8 = await send("application/json", Uint8Array.from([0x22, 0xff, 0x22]));
  const form = await send("application/x-www-form-urlencoded", "a=1");
  const zipped = await send("application/json", "{}", { "Content-Encoding": "gzip" });
  const large = await send("application/json", JSON.stringify({ a: "x".repeat(1_000_000) }));

  expect([broken, empty, notUtf8].map(({ status, body }) => [status, body.code])).toEqual(
    Array.from({ length: 3 }, () => [400, "unreadable_body"]),
  );
  expect([cursor, noCursor].map(({ status, body }) => [status, body.code, body.errors[0]?.path])).toEqual([
    [400, "unreadable_cursor", "cursor"],
    [400, "unreadable_cursor", "cursor"],
  ]);
  expect([form.status, form.body.code]).toEqual([415, "media_type_not_supported"]);
  expect(zipped.status).toBe(415);
  expect([large.status, large.body.code]).toEqual([413, "body_too_large"]);
});

test("a body of JSON that is no object is understood and refused", async () => {
  for (const body of [null, 1, "x", []]) {
    expect((await api.call("POST", "/claims", { body })).status).toBe(422);
  }
});

test("where a route takes no body nothing may stand in one", async () => {
  const claim = (await api.call("POST", "/claims", { body: exampleClaim({ reference: "strict/1", debtor: { type: "person", name: "A" } }) })).body.id; // prettier-ignore
  const withoutBody = API_OPERATIONS.filter((operation) => operation.method !== "GET" && !operation.body);
  expect(withoutBody.map(({ id }) => id)).toEqual(expect.arrayContaining(["resumeClaim", "deleteLink"]));
  for (const { id, method, path } of withoutBody) {
    const target = path.replace("{claim}", claim).replace(/\{\w+\}/g, "x");
    const field = await api.call(method, target, { body: { foo: 1 } });
    const broken = await api.call(method, target, { raw: { contentType: "application/json", bytes: "{" } });
    const list = await api.call(method, target, { body: [] });
    expect([id, field.status, field.body.errors], id).toMatchObject([
      id,
      422,
      [{ path: "foo", code: "unknown_field" }],
    ]);
    expect([id, broken.status, broken.body.code], id).toEqual([id, 400, "unreadable_body"]);
    expect([id, list.status], id).toEqual([id, 422]);
  }
  const allowed = await api.call("POST", `/claims/${claim}/resume`, { body: {} });
  expect([allowed.status, allowed.body.code]).toEqual([409, "claim_not_paused"]);
});

test("another method is 405 and names those there are; HEAD is as GET", async () => {
  const put = await api.call("PUT", "/claims", { body: {} });
  const get = await api.call("GET", "/claims/ref:x/payments");
  const head = await api.call("HEAD", "/claims");

  expect([put.status, put.headers.get("allow")]).toEqual([405, "GET, HEAD, POST"]);
  expect([get.status, get.headers.get("allow"), get.body.code]).toEqual([405, "POST", "method_not_allowed"]);
  expect(head.status).toBe(200);
});

test("below /api/v1 everything else is 404 as a problem", async () => {
  const unknown = await api.call("GET", "/debtors");
  expect([unknown.status, unknown.body.code]).toEqual([404, "route_not_found"]);
  expect(unknown.headers.get("content-type")).toBe("application/problem+json");
});

type Things = Record<
  "claim" | "arrangement" | "dispute" | "document" | "link" | "linkKey" | "payment" | "import" | "endpoint" | "event",
  string
>;

const SCHEDULE = [{ dueOn: "2026-12-25", amount: euro("161.31") }];

const BODIES: Record<string, unknown> = {
  createArrangement: { schedule: SCHEDULE },
  counterArrangement: { schedule: SCHEDULE, reason: "x" },
  declineArrangement: { reason: "x" },
  cancelArrangement: { reason: "x" },
  createDisputeMessage: { body: "x" },
  resolveDispute: { outcome: "rejected", explanation: "x" },
  pauseClaim: { reason: "x" },
  closeClaim: { reason: "x" },
  createRefund: { amount: euro("1.00") },
  createPayment: { amount: euro("1.00"), receivedOn: "2026-11-22", method: "cash" },
  createCredit: { amount: euro("1.00"), reason: "x" },
  createLink: { channel: "none" },
  createMessage: { direction: "inbound", channel: "phone", subject: "x", body: "x", sentAt: "2026-11-01T10:00:00Z" },
  changeClaim: { description: "x" },
  changeWebhookEndpoint: { description: "x" },
  recoverWebhookEndpoint: { since: "2026-11-01T00:00:00Z" },
};

async function makeThings(): Promise<Things> {
  const claim = (await api.call("POST", "/claims", { body: exampleClaim({ reference: "owner/1" }) })).body.id;
  const post = async (path: string, body: unknown) => (await api.call("POST", path, { body })).body;
  const payment = await post(`/claims/${claim}/payments`, BODIES["createPayment"]);
  const arrangement = await post(`/claims/${claim}/arrangements`, BODIES["createArrangement"]);
  const link = await post(`/claims/${claim}/links`, BODIES["createLink"]);
  const raw = { contentType: "application/xml", bytes: "<Invoice/>" };
  const started = await api.call("POST", "/imports", { raw });
  const endpoint = await post("/webhook-endpoints", { url: "https://books.example.nl/hooks" });
  const event = await post(`/webhook-endpoints/${endpoint.id}/test`, undefined);
  const linkKey = await post("/link-keys", { kid: "letters", jwk: { kty: "OKP", crv: "Ed25519", x: "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo" } }); // prettier-ignore
  return {
    claim,
    arrangement: arrangement.id,
    dispute: await makeDispute(claim),
    document: await keepFileOfDebtor(api, { claimId: claim, fileName: "factuur.pdf", bytes: "%PDF-1.7" }),
    link: link.id,
    linkKey: linkKey.id,
    payment: payment.id,
    import: started.body.id,
    endpoint: endpoint.id,
    event: event.event,
  };
}

async function makeDispute(claimId: string): Promise<string> {
  const { creditorId, debtorId } = await api.services.database.prisma.claim.findUniqueOrThrow({
    where: { id: claimId },
  });
  const disputeId = newId("dsp", api.services.clock.now());
  const opened = await openDispute(api.services, {
    debtor: { creditorId, debtorId, sessionId: "ses_test" },
    claimId,
    disputeId,
    ground: "other",
    scope: { kind: "whole" },
    answers: {},
    text: "x",
    uploadIds: [],
    language: "nl",
  });
  if (!opened.ok) throw new Error(opened.error.kind);
  return disputeId;
}

const withId = API_OPERATIONS.filter((operation) => operation.path.includes("{"));

test("what is another creditor's is, to the byte, like what never was, on every route that takes an id", async () => {
  const things = await makeThings();
  const { key } = await api.addCreditor("Nieuwsgierig B.V.");
  const kinds = withId.flatMap(({ path }) => [...path.matchAll(/\{(\w+)\}/g)].map(([, kind]) => kind));
  expect([...new Set(kinds)].sort(), "makeThings makes one of each kind").toEqual(Object.keys(things).sort());
  const never: Things = { ...things };
  for (const [kind, id] of Object.entries(things)) never[kind as keyof Things] = newId(id.slice(0, 3), new Date(0));
  const reading = await createApiKey(api.services, { creditorId: api.creditorId, scopes: API_SCOPES.filter((scope) => scope.endsWith(":read")), actor: "operator" }); // prettier-ignore
  const readingKey = reading.ok ? reading.value.key : "";

  for (const { id, method, path } of withId) {
    const body = BODIES[id];
    const fill = (from: Things) => path.replace(/\{(\w+)\}/g, (_all, kind: string) => from[kind as keyof Things]);
    const options = { key, ...(body === undefined ? {} : { body }) };
    const foreign = await api.call(method, fill(things), options);
    const unknown = await api.call(method, fill(never), options);
    const own = await api.call(method, fill(things), { key: readingKey });
    const anonymous = await api.call(method, fill(things), { ...options, key: null });

    expect([id, foreign.status], id).toEqual([id, 404]);
    expect([id, own.status], id).toEqual([id, method === "GET" ? 200 : 403]);
    expect(foreign.text, id).toBe(unknown.text);
    expect([id, anonymous.status], id).toEqual([id, 401]);
    const kept = (headers: Headers) => [...headers.keys()].sort();
    expect(kept(foreign.headers), id).toEqual(kept(unknown.headers));
  }
  const byReference = await api.call("GET", `/claims/${encodeURIComponent("ref:owner/1")}`, { key });
  expect(byReference.status).toBe(404);
  expect((await api.call("GET", `/claims/${things.claim}`)).body.description).toBe("Kinderopvang mei");
  expect((await api.call("GET", `/webhook-endpoints/${things.endpoint}`)).status).toBe(200);
});
