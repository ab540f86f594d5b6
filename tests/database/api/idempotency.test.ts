import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { purgeIdempotencyRecords, requestHash, takeTurn } from "#app/server/api/idempotency.server.ts";
import { newAppKeyEntry, parseAppKeys } from "#app/server/platform/crypto/key-ring.server.ts";
import { hashSecret } from "#app/server/platform/crypto/secret-hash.server.ts";
import { type AnswerBody, apiContext, type ApiTest, euro, exampleClaim, openApi } from "../../support/api.ts";

let api: ApiTest;
let claim: string;

beforeAll(async () => {
  api = await openApi();
  claim = (await api.call("POST", "/claims", { body: exampleClaim() })).body.id;
});
afterAll(() => api.close());

const pay = (key: string, value: string, options: { path?: string; apiKey?: string } = {}) =>
  api.call("POST", options.path ?? `/claims/${claim}/payments`, {
    headers: { "Idempotency-Key": key },
    body: { amount: euro(value), receivedOn: "2026-11-22", method: "cash" },
    ...(options.apiKey ? { key: options.apiKey } : {}),
  });

const bookings = () => api.services.database.prisma.ledgerEntry.count({ where: { claimId: claim, type: "payment" } });

test("the same request again gets the same answer, marked, and books nothing", async () => {
  const before = await bookings();
  const first = await pay("k-1", "1.00");
  const again = await pay("k-1", "1.00");

  expect(first.status).toBe(201);
  expect(first.headers.get("idempotent-replayed")).toBeNull();
  expect(again.status).toBe(201);
  expect(again.headers.get("idempotent-replayed")).toBe("true");
  expect(again.headers.get("location")).toBe(first.headers.get("location"));
  expect(again.text).toBe(first.text);
  expect(await bookings()).toBe(before + 1);
});

test("a refusal is remembered too", async () => {
  const first = await pay("k-refused", "0.00");
  const again = await pay("k-refused", "0.00");
  expect(first.status).toBe(422);
  expect(again.text).toBe(first.text);
  expect(again.headers.get("idempotent-replayed")).toBe("true");
});

test("another body, or another query, under the same key is refused", async () => {
  await pay("k-2", "1.00");
  const otherBody = await pay("k-2", "2.00");
  const otherQuery = await pay("k-2", "1.00", { path: `/claims/${claim}/payments?x=1` });

  expect(otherBody.status).toBe(409);
  expect(otherBody.body.code).toBe("idempotency_key_reused");
  expect(otherQuery.status).toBe(409);
});

test("the same key on another path, and of another creditor, is another request", async () => {
  const other = await api.addCreditor("Ander B.V.");
  const claimOfOther = (await api.call("POST", "/claims", { key: other.key, body: exampleClaim() })).body.id;
  await pay("k-3", "1.00");
  const elsewhere = await pay("k-3", "1.00", { path: `/claims/${claimOfOther}/payments`, apiKey: other.key });
  const credited = await api.call("POST", `/claims/${claim}/credits`, {
    headers: { "Idempotency-Key": "k-3" },
    body: { amount: euro("1.00"), reason: "x" },
  });

  expect(elsewhere.status).toBe(201);
  expect(credited.status).toBe(201);
});

test("at the same time, one is done and the others get its answer", async () => {
  const before = await bookings();
  const answers = await Promise.all(Array.from({ length: 5 }, () => pay("k-4", "3.00")));

  expect(answers.map((answer) => answer.status)).toEqual([201, 201, 201, 201, 201]);
  expect(new Set(answers.map((answer) => answer.text)).size).toBe(1);
  expect(answers.filter((answer) => answer.headers.get("idempotent-replayed") === null)).toHaveLength(1);
  expect(await bookings()).toBe(before + 1);
});

test("while it is being done elsewhere a retry is told to come back", async () => {
  const path = `/api/v1/claims/${claim}/payments`;
  const body = Buffer.from(JSON.stringify({ amount: euro("4.00"), receivedOn: "2026-11-22", method: "cash" }));
  const hash = requestHash({ search: "", contentType: "application/json", body });
  const request = { creditorId: api.creditorId, method: "POST", path, key: "k-5" };
  const turn = await takeTurn(api.services, request, hash);
  expect(turn).toMatchObject({ ok: true, value: { kind: "run" } });

  const meanwhile = await pay("k-5", "4.00");
  expect(meanwhile.status).toBe(409);
  expect(meanwhile.body.code).toBe("request_in_progress");
  expect(meanwhile.headers.get("retry-after")).toBe("2");
});

test("after a crash that came before the booking, a retry books once", async () => {
  const before = await bookings();
  api.services.clock.advance(21_000);
  const retried = await pay("k-5", "4.00");

  expect(retried.status).toBe(201);
  expect(await bookings()).toBe(before + 1);
});

test("after a crash between the booking and the answer, a retry books nothing and answers the same", async () => {
  const first = await pay("k-6", "5.00");
  const before = await bookings();
  await api.services.database.prisma.idempotencyRecord.updateMany({
    where: { key: "k-6" },
    data: { status: null, responseBody: null, lockedUntil: new Date(api.services.clock.now().getTime() + 20_000) },
  });
  api.services.clock.advance(21_000);
  const retried = await pay("k-6", "5.00");

  expect(retried.status).toBe(201);
  expect(retried.text).toBe(first.text);
  expect(retried.headers.get("idempotent-replayed")).toBeNull();
  expect(await bookings()).toBe(before);
});

/** As a crash leaves it that came after the work was done and before its answer was kept. */
async function forget(key: string): Promise<void> {
  const lockedUntil = new Date(api.services.clock.now().getTime() + 20_000);
  await api.services.database.prisma.idempotencyRecord.updateMany({
    where: { key },
    data: { status: null, responseBody: null, lockedUntil },
  });
  api.services.clock.advance(21_000);
}

test("after such a crash there is one link, with the same address and code", async () => {
  const issue = () => api.call("POST", `/claims/${claim}/links`, { headers: { "Idempotency-Key": "k-link" }, body: { channel: "letter" } }); // prettier-ignore
  const { prisma } = api.services.database;
  const before = await prisma.link.count();
  const first = await issue();
  await forget("k-link");
  const retried = await issue();

  expect([first.status, retried.status]).toEqual([201, 201]);
  expect(retried.text).toBe(first.text);
  expect(retried.headers.get("idempotent-replayed")).toBeNull();
  expect(await prisma.link.count()).toBe(before + 1);
  const { codeHash } = await prisma.link.findUniqueOrThrow({ where: { id: first.body.id } });
  expect(codeHash).toBe(hashSecret(first.body.code));
});

test("after the keys were rotated there is still one link, with the same address and code", async () => {
  const ask = async (services: typeof api.services) => {
    const headers = { Authorization: `Bearer ${api.key}`, "Content-Type": "application/json", "Idempotency-Key": "k-link-rotated" }; // prettier-ignore
    const request = new Request(`https://voldaan.test/api/v1/claims/${claim}/links`, { method: "POST", headers, body: '{"channel":"email"}' }); // prettier-ignore
    const { action } = await import("#app/routes/api/claim-links.ts");
    return (await action({ request, params: { claim }, context: apiContext(services) })).text();
  };
  const first = await ask(api.services);
  await forget("k-link-rotated");
  const made = parseAppKeys(newAppKeyEntry("rotated"));
  if (!made.ok) throw new Error("no key ring");
  const { newest } = made.value;
  const rotated = { newest, all: [newest, ...api.services.keys.all] };
  expect(await ask({ ...api.services, keys: rotated })).toBe(first);
});

test("the code of a link follows from no row: another key ring makes another code, and that one opens the link", async () => {
  const request = { "Idempotency-Key": "k-link-2" };
  const first = await api.call("POST", `/claims/${claim}/links`, { headers: request, body: { channel: "none" } });
  await forget("k-link-2");
  const ring = parseAppKeys(newAppKeyEntry("other"));
  if (!ring.ok) throw new Error("no key ring");
  const { action } = await import("#app/routes/api/claim-links.ts");
  const headers = { Authorization: `Bearer ${api.key}`, "Content-Type": "application/json", ...request };
  const again = new Request(`https://voldaan.test/api/v1/claims/${claim}/links`, { method: "POST", headers, body: '{"channel":"none"}' }); // prettier-ignore
  const context = apiContext({ ...api.services, keys: ring.value });
  const retried = (await (await action({ request: again, params: { claim }, context })).json()) as AnswerBody;

  expect(retried.id).toBe(first.body.id);
  expect(retried.code).not.toBe(first.body.code);
  const { codeHash } = await api.services.database.prisma.link.findUniqueOrThrow({ where: { id: first.body.id } });
  expect(codeHash).toBe(hashSecret(retried.code));
});

test("a link whose transaction had to start over has the same code as when it is asked for again", async () => {
  const owner = new pg.Client({ connectionString: api.services.databaseUrl });
  await owner.connect();
  // A sequence is not rolled back: the first link of this claim meets a deadlock, the second does not.
  await owner.query(`
    create sequence links_tried; grant all on links_tried to voldaan_app;
    create function refuse_first() returns trigger language plpgsql as $$ begin
      if nextval('links_tried') = 1 then raise exception 'deadlock' using errcode = '40P01'; end if; return new; end $$;
    create trigger refuse_first before insert on link for each row execute function refuse_first()`);
  const issue = () => api.call("POST", `/claims/${claim}/links`, { headers: { "Idempotency-Key": "k-link-3" }, body: { channel: "letter" } }); // prettier-ignore
  const first = await issue();
  await forget("k-link-3");
  const retried = await issue();
  const { rows } = await owner.query("select last_value::int as tried from links_tried");
  await owner.query("drop trigger refuse_first on link");
  await owner.end();

  expect(rows).toEqual([{ tried: 2 }]);
  expect(first.status).toBe(201);
  expect(retried.text).toBe(first.text);
});

test("after such a crash a claim is created once, and the retry hears so", async () => {
  const { debtor } = exampleClaim();
  const body = exampleClaim({ reference: "k-claim", debtor: { ...debtor, reference: "k-claim" } });
  const create = (key: string) => api.call("POST", "/claims", { headers: { "Idempotency-Key": key }, body });
  const first = await create("k-claim");
  await forget("k-claim");
  const retried = await create("k-claim");
  const elsewhere = await create("k-claim-2");

  expect([first.status, retried.status, elsewhere.status]).toEqual([201, 201, 200]);
  expect(retried.text).toBe(first.text);
  expect(retried.headers.get("location")).toBe(first.headers.get("location"));
  expect(await api.services.database.prisma.claim.count({ where: { reference: "k-claim" } })).toBe(1);
});

test("after such a crash an endpoint, a rotation and a test are done once, with the same ids and secrets", async () => {
  const { prisma } = api.services.database;
  const twice = async (key: string, path: string, body: unknown) => {
    const ask = () => api.call("POST", path, { headers: { "Idempotency-Key": key }, body });
    const first = await ask();
    await forget(key);
    const retried = await ask();
    expect([retried.text, retried.headers.get("idempotent-replayed")]).toEqual([first.text, null]);
    return first.body;
  };
  const before = await prisma.webhookEndpoint.count();
  const endpoint = await twice("k-endpoint", "/webhook-endpoints", { url: "https://books.example.nl/hooks", signature: "v1a" }); // prettier-ignore
  expect(await prisma.webhookEndpoint.count()).toBe(before + 1);
  const rotated = await twice("k-rotation", `/webhook-endpoints/${endpoint.id}/rotate-secret`, {});
  expect(rotated.secret).not.toBe(endpoint.secret);
  expect(await prisma.auditEntry.count({ where: { subject: endpoint.id, action: "webhook_endpoint.secret_rotated" } })).toBe(1); // prettier-ignore
  const tested = await twice("k-test", `/webhook-endpoints/${endpoint.id}/test`, {});
  expect(await prisma.event.findMany({ where: { endpointId: endpoint.id }, select: { id: true } })).toEqual([{ id: tested.event }]); // prettier-ignore
});

test("after such a crash a claim is resumed once; a pause that came since goes on", async () => {
  const { debtor } = exampleClaim();
  const body = exampleClaim({ reference: "k-resume", debtor: { ...debtor, reference: "k-resume" } });
  const { id } = (await api.call("POST", "/claims", { body })).body;
  const pause = () => api.call("POST", `/claims/${id}/pause`, { body: { reason: "x" } });
  const resume = () => api.call("POST", `/claims/${id}/resume`, { headers: { "Idempotency-Key": "k-resume" } });
  await pause();
  const first = await resume();
  await forget("k-resume");
  const retried = await resume();
  expect([first.status, retried.status]).toEqual([200, 200]);
  expect(retried.headers.get("idempotent-replayed")).toBeNull();
  expect(retried.text).toBe(first.text);

  await pause();
  await forget("k-resume");
  expect((await resume()).body.status).toBe("paused");
});

test("after a failure on our side a retry is done", async () => {
  const { storage } = api.services;
  const failing = { ...api.services, storage: { ...storage, put: () => Promise.reject(new Error("disk full")) } };
  const { action } = await import("#app/routes/api/imports.ts");
  const request = () =>
    new Request("https://voldaan.test/api/v1/imports", {
      method: "POST",
      headers: { Authorization: `Bearer ${api.key}`, "Content-Type": "application/xml", "Idempotency-Key": "k-7" },
      body: "<Invoice/>",
    });
  const failed = await action({ request: request(), params: {}, context: apiContext(failing) });
  const retried = await action({ request: request(), params: {}, context: apiContext(api.services) });

  expect(failed.status).toBe(500);
  expect(((await failed.json()) as { code: string }).code).toBe("internal_error");
  expect(retried.status).toBe(202);
});

test("after a day a key is free again", async () => {
  const first = await pay("k-8", "6.00");
  api.services.clock.advance(24 * 60 * 60 * 1000);
  const later = await pay("k-8", "6.00");

  expect(later.status).toBe(201);
  expect(later.body.id).not.toBe(first.body.id);
  api.services.clock.advance(24 * 60 * 60 * 1000);
  expect(await purgeIdempotencyRecords(api.services)).toBeGreaterThan(5);
});

test.each(["", "a b", "é", "x".repeat(256)])("the key %j is refused", async (key) => {
  const refused = await api.call("POST", `/claims/${claim}/payments`, {
    headers: { "Idempotency-Key": Buffer.from(key, "utf8").toString("latin1") },
    body: {},
  });
  expect(refused.status).toBe(400);
  expect(refused.body.errors[0]?.path).toBe("Idempotency-Key");
});

test("secrets in kept answers are encrypted", async () => {
  const created = await api.call("POST", "/webhook-endpoints", {
    headers: { "Idempotency-Key": "k-secret" },
    body: { url: "https://books.example.nl/hooks" },
  });
  const kept = await api.services.database.prisma.idempotencyRecord.findFirstOrThrow({ where: { key: "k-secret" } });

  expect(created.body.secret).toMatch(/^whsec_/);
  expect(kept.responseBody).not.toContain(created.body.secret);
  expect(kept.responseBody).toMatch(/^v1\./);
});
