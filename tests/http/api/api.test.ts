import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readOrMakeAppKeys } from "#app/server/platform/crypto/app-keys-file.server.ts";
import { parseAppKeys } from "#app/server/platform/crypto/key-ring.server.ts";
import { decryptSecret } from "#app/server/platform/crypto/secret-encryption.server.ts";
import { euro, exampleClaim } from "../../support/api.ts";
import { exitOf, freePort, spawnBuilt, startApp, type TestApp } from "../../support/server.ts";

let app: TestApp;
let creditorId: string;
let key: string;

beforeAll(async () => {
  app = await startApp();
  const creditor = await app.admin("creditor:create", "--name", "De Boomhut", "--iban", "NL91ABNA0417164300");
  creditorId = (creditor as { id: string }).id;
  key = ((await app.admin("api-key:create", "--creditor", creditorId)) as { key: string }).key;
});
afterAll(() => app.close());

type Call = { body?: unknown; headers?: Record<string, string>; raw?: BodyInit };

async function call(method: string, path: string, { body, headers, raw }: Call = {}) {
  const response = await fetch(`${app.baseUrl}${path}`, {
    method,
    headers: {
      Authorization: `Bearer ${key}`,
      ...(body === undefined ? {} : { "Content-Type": "application/json" }),
      ...headers,
    },
    ...(body === undefined ? (raw === undefined ? {} : { body: raw, duplex: "half" }) : { body: JSON.stringify(body) }),
  } as RequestInit);
  const text = await response.text();
  const json = text === "" ? {} : (JSON.parse(text) as Record<string, unknown>);
  return { status: response.status, headers: response.headers, text, body: json };
}

let count = 0;

async function newClaim(): Promise<string> {
  count += 1;
  const example = exampleClaim();
  const body = { ...example, reference: `h-${count}`, debtor: { ...example.debtor, reference: `h-${count}` } };
  return (await call("POST", "/api/v1/claims", { body })).body["id"] as string;
}

const payment = { amount: euro("10.00"), receivedOn: "2026-11-20", method: "cash" };

test("the claim of the documentation goes in, and its statement comes out", async () => {
  const created = await call("POST", "/api/v1/claims", { body: exampleClaim() });
  expect(created.status).toBe(201);
  expect(created.headers.get("location")).toBe(`${app.baseUrl}/api/v1/claims/${created.body["id"] as string}`);
  expect(created.headers.get("cache-control")).toBe("no-store");

  const statement = await call("GET", "/api/v1/claims/ref:2026-00123/statement?asOf=2026-11-22");
  expect(statement.body).toMatchObject({
    claim: created.body["id"],
    asOf: "2026-11-22",
    interest: { total: "2.31" },
    costs: { total: "40.00", state: "due", dueFrom: "2026-07-06" },
    open: "162.31",
    credit: "0.00",
  });
});

test("a reference with every kind of character is found", async () => {
  const reference = "2026/00124 & <ü>.data?#%";
  await call("POST", "/api/v1/claims", {
    body: { ...exampleClaim(), reference, debtor: { type: "person", name: "A" } },
  });
  const found = await call("GET", `/api/v1/claims/${encodeURIComponent(`ref:${reference}`)}`);
  expect(found.body).toMatchObject({ reference });
});

test("how a debtor is reached is corrected part by part, and null takes a part away", async () => {
  const path = `/api/v1/claims/${await newClaim()}`;
  const correct = (debtor: unknown, more: object = {}) => call("PATCH", path, { body: { debtor, ...more } });
  const debtorNow = async () => (await call("GET", path)).body["debtor"] as Record<string, unknown>;
  const before = await debtorNow();
  const address = { street: "Kerkplein", postalCode: "9000", city: "Gent", country: "BE" };

  const changed = await correct({ email: "nieuw@example.org", address });
  expect(changed.status).toBe(200);
  expect(changed.body["debtor"]).toEqual({ ...before, email: "nieuw@example.org", address });
  expect((await correct({ email: null, phone: null, address: null })).status).toBe(200);
  const { email: _email, phone: _phone, address: _address, ...rest } = before;
  expect(await debtorNow()).toEqual(rest);
  await correct({ email: "weer@example.org" });

  const refused: [unknown, string][] = [
    [{ name: "Iemand Anders" }, "debtor.name"],
    [{ email: "weg@example.org", reference: "K-2" }, "debtor.reference"],
    [{ email: "geen adres" }, "debtor.email"],
    [{ phone: "0612345678" }, "debtor.phone"],
    [{ address: { city: "Gent" } }, "debtor.address.street"],
    [{ address: { ...address, province: "OV" } }, "debtor.address.province"],
    [null, "debtor"],
  ];
  for (const [debtor, field] of refused) {
    const answer = await correct(debtor, { description: "nieuw" });
    const errors = answer.body["errors"] as { path: string }[];
    expect([answer.status, errors.map((error) => error.path)]).toEqual([422, expect.arrayContaining([field])]);
  }
  expect(await debtorNow()).toEqual({ ...rest, email: "weer@example.org" });
  expect((await call("GET", path)).body["description"]).not.toBe("nieuw");
  const events = await call("GET", "/api/v1/events?type=debtor.details_changed&limit=200");
  const told = (events.body["data"] as { data: { claim: { id: string }; fields: string[] } }[]).filter(({ data }) => path.endsWith(data.claim.id)); // prettier-ignore
  expect(told.map(({ data }) => data.fields)).toEqual([["email", "address"], ["email", "phone", "address"], ["email"]]);

  const description = (await call("GET", "/api/openapi.json")).body as { components: { schemas: Record<string, { properties: Record<string, unknown> }> } }; // prettier-ignore
  expect(description.components.schemas["ClaimChange"]?.properties["debtor"]).toMatchObject({
    type: "object",
    additionalProperties: false,
    properties: { email: expect.anything(), phone: expect.anything(), address: expect.anything() },
  });
});

test("the policy that is read can be put back", async () => {
  const policy = await call("GET", "/api/v1/policy");
  const put = await call("PUT", "/api/v1/policy", { body: policy.body });
  expect([policy.status, put.status, put.text]).toEqual([200, 200, policy.text]);
});

test("HEAD answers the headers of GET without a body", async () => {
  const head = await call("HEAD", "/api/v1/claims");
  expect([head.status, head.text]).toEqual([200, ""]);
  expect(head.headers.get("content-type")).toBe("application/json");
});

test("a body that grows beyond the limit is cut off, also without a length", async () => {
  const chunk = new TextEncoder().encode("x".repeat(100_000));
  let sent = 0;
  const raw = new ReadableStream<Uint8Array>({
    pull(controller) {
      sent += 1;
      if (sent > 30) controller.close();
      else controller.enqueue(chunk);
    },
  });
  const headers = { "Content-Type": "application/json" };
  expect((await call("POST", "/api/v1/claims", { raw, headers })).status).toBe(413);
  expect((await call("GET", "/api/v1/claims")).status).toBe(200);
});

test("a large body that nobody reads does not hold up the next request", async () => {
  const body = { a: "x".repeat(2_000_000) };
  const withoutKey = await call("POST", "/api/v1/claims", { body, headers: { Authorization: "" } });
  const nowhere = await call("POST", "/api/v1/nothing", { body });
  const notAllowed = await call("PUT", "/api/v1/claims", { body });
  expect([withoutKey.status, nowhere.status, notAllowed.status]).toEqual([401, 404, 405]);
});

test("a path below the API that is none answers a problem", async () => {
  const unknown = await call("POST", "/api/v1/nothing", { body: {} });
  expect([unknown.status, unknown.body["code"]]).toEqual([404, "route_not_found"]);
});

test("the description of the API is there for everybody", async () => {
  const described = await fetch(`${app.baseUrl}/api/openapi.json`);
  const document = (await described.json()) as { openapi: string; servers: { url: string }[] };
  expect(document.openapi).toBe("3.1.0");
  expect(document.servers).toEqual([{ url: `${app.baseUrl}/api/v1` }]);
});

test("an import is run by the worker, and the command line says the same", async () => {
  const file = fileURLToPath(new URL("../../samples/own/peppol-bis-3-consumer.xml", import.meta.url));
  const raw = await readFile(file, "utf8");
  const started = await call("POST", "/api/v1/imports", { raw, headers: { "Content-Type": "application/xml" } });
  expect(started.status).toBe(202);
  const location = new URL(started.headers.get("location") ?? "").pathname;
  const finished = { status: "done", created: 1, failed: 0 };
  await expect.poll(async () => (await call("GET", location)).body, { timeout: 20_000 }).toMatchObject(finished);

  const again = await app.admin("import", "--creditor", creditorId, "--file", file);
  expect(again).toMatchObject({ status: "done", total: 1, created: 0, unchanged: 1, failed: 0 });
});

test.each(["api:turn-taken", "api:before-keep"])(
  "killed at %s, a payment is booked once by the retry",
  async (point) => {
    const claim = await newClaim();
    const request = { body: payment, headers: { "Idempotency-Key": `killed-${point}` } };
    const pay = () => call("POST", `/api/v1/claims/${claim}/payments`, request);
    await app.stop("web");
    await app.start("web", { CRASH_AT: point });
    await expect(pay()).rejects.toThrow();
    expect(await app.ended("web")).toBe("SIGKILL");

    // Its lock has run out by then.
    await app.start("web", { CLOCK_START: new Date(Date.now() + 60_000).toISOString() });
    const retried = await pay();
    const replayed = await pay();
    expect(retried.status).toBe(201);
    expect(replayed.text).toBe(retried.text);
    expect(replayed.headers.get("idempotent-replayed")).toBe("true");
    const statement = await call("GET", `/api/v1/claims/${claim}/statement`);
    expect(statement.body["entries"]).toHaveLength(1);
  },
);

/** The web ends as in a power cut after the work and before its answer is kept; the client asks again, twice. */
async function askAcrossCrash(
  path: string,
  { key: idempotencyKey, body, status = 201 }: { key: string; body?: unknown; status?: number },
) {
  const ask = () => call("POST", path, { body, headers: { "Idempotency-Key": idempotencyKey } });
  await app.stop("web");
  await app.start("web", { CRASH_AT: "api:before-keep" });
  await expect(ask()).rejects.toThrow();
  expect(await app.ended("web")).toBe("SIGKILL");
  // Its lock has run out by then.
  await app.start("web", { CLOCK_START: new Date(Date.now() + 60_000).toISOString() });
  const retried = await ask();
  const replayed = await ask();
  expect([retried.status, replayed.text]).toEqual([status, retried.text]);
  return retried.body;
}

const SLOW = 120_000;

test(
  "killed before its answer is kept, a link is issued once, and the retry has its code",
  async () => {
    const claim = await newClaim();
    const link = await askAcrossCrash(`/api/v1/claims/${claim}/links`, { key: "killed-link", body: { channel: "letter" } }); // prettier-ignore
    const { prisma } = app.database.db;
    expect(await prisma.link.findMany({ where: { claimId: claim }, select: { id: true } })).toEqual([
      { id: link["id"] },
    ]);
    const opened = await fetch(String(link["codeUrl"]), { method: "POST", headers: { Origin: app.baseUrl }, redirect: "manual" }); // prettier-ignore
    expect([opened.status, opened.headers.get("location")]).toEqual([303, "/claim"]);
  },
  SLOW,
);

test(
  "killed before its answer is kept, a claim is created once, and the retry hears so",
  async () => {
    const reference = "killed-claim";
    const { debtor } = exampleClaim();
    const body = exampleClaim({ reference, debtor: { ...debtor, reference } });
    const claim = await askAcrossCrash("/api/v1/claims", { key: "killed-claim", body });
    const { prisma } = app.database.db;
    expect(await prisma.claim.findMany({ where: { reference }, select: { id: true } })).toEqual([{ id: claim["id"] }]);
    const told = await prisma.auditEntry.count({ where: { action: "claim.registered", subject: String(claim["id"]) } });
    expect(told).toBe(1);
  },
  SLOW,
);

test(
  "killed before its answer is kept, an endpoint is added, its secret rotated and a test sent once, with the same ids and secrets",
  async () => {
    const { prisma } = app.database.db;
    const body = { url: "https://books.example.nl/killed" };
    const added = await askAcrossCrash("/api/v1/webhook-endpoints", { key: "killed-endpoint", body });
    const endpoint = String(added["id"]);
    expect(await prisma.webhookEndpoint.count({ where: body })).toBe(1);

    const path = `/api/v1/webhook-endpoints/${endpoint}`;
    const rotated = await askAcrossCrash(`${path}/rotate-secret`, { key: "killed-rotation", body: {}, status: 200 });
    const stored = await prisma.webhookEndpoint.findUniqueOrThrow({ where: { id: endpoint } });
    const place = { table: "webhook_endpoint", column: "secret", row: endpoint };
    const keys = parseAppKeys(readOrMakeAppKeys(app.dataDir));
    if (!keys.ok || !stored.previousSecret) throw new Error("no keys, or no rotation");
    const secrets = [stored.secret, stored.previousSecret].map((sealed) => decryptSecret(keys.value, place, sealed));
    expect(secrets).toEqual([rotated["secret"], added["secret"]].map((value) => ({ ok: true, value })));

    const tested = await askAcrossCrash(`${path}/test`, { key: "killed-test", body: {}, status: 202 });
    const events = await prisma.event.findMany({ where: { endpointId: endpoint }, select: { id: true } });
    expect(events).toEqual([{ id: tested["event"] }]);
  },
  SLOW,
);

test(
  "killed before its answer is kept, a claim is resumed once, and the retry hears so",
  async () => {
    const claim = await newClaim();
    const path = `/api/v1/claims/${claim}`;
    expect((await call("POST", `${path}/pause`, { body: { reason: "x" } })).status).toBe(200);
    const resumed = await askAcrossCrash(`${path}/resume`, { key: "killed-resume", status: 200 });
    expect(resumed["status"]).toBe("open");
    const events = await app.database.db.prisma.event.findMany({
      where: { claimId: claim },
      orderBy: { sequence: "asc" },
    });
    expect(events.map(({ type }) => type)).toEqual(["claim.opened", "claim.paused", "claim.resumed"]);
  },
  SLOW,
);

test(
  "a key that one process revokes is refused by every other at its next request",
  async () => {
    const made = (await app.admin("api-key:create", "--creditor", creditorId, "--name", "Two webs")) as { id: string; key: string }; // prettier-ignore
    const port = await freePort();
    const other = spawnBuilt("web", { env: { ...app.environment, PORT: String(port) } });
    try {
      const addresses = [app.baseUrl, `http://localhost:${port}`];
      await expect.poll(() => fetch(`${addresses[1]}/readyz`).then(({ status }) => status, () => 0), { timeout: 30_000 }).toBe(200); // prettier-ignore
      const headers = { Authorization: `Bearer ${made.key}` };
      const statuses = () =>
        Promise.all(
          addresses.map(async (address) => (await fetch(`${address}/api/v1/claims?limit=1`, { headers })).status),
        );
      expect(await statuses()).toEqual([200, 200]);
      expect(await app.admin("api-key:revoke", "--key", made.key.slice(0, 11))).toEqual({ id: made.id });
      expect(await statuses()).toEqual([401, 401]);
    } finally {
      other.kill("SIGTERM");
      await exitOf(other);
    }
  },
  SLOW,
);

test("the page of the API is there for everybody, in English and without a script", async () => {
  const page = await fetch(`${app.baseUrl}/api`);
  const html = await page.text();
  expect([page.status, page.headers.get("content-type")]).toEqual([200, "text/html; charset=utf-8"]);
  expect(html).toContain('<html lang="en"');
  expect(html).toContain('id="createClaim"');
  expect(html).not.toContain("<script");
  expect(page.headers.get("set-cookie")).toBeNull();
});

test("the log holds no key and no data of anybody", async () => {
  // What ends has written its last lines.
  await Promise.all([app.stop("web"), app.stop("worker")]);
  for (const secret of [key, key.slice(12), "de Vries", "j@example.nl", "2026-00123"]) {
    expect(app.output("web")).not.toContain(secret);
    expect(app.output("worker")).not.toContain(secret);
  }
});
