import { afterAll, beforeAll, expect, test } from "vitest";
import { verifyAudit } from "#app/server/audit/verify-audit.server.ts";
import { createApiKey, type NewApiKeyOrder } from "#app/server/creditors/create-api-key.server.ts";
import { listApiKeys } from "#app/server/creditors/list-api-keys.server.ts";
import { revokeApiKey } from "#app/server/creditors/revoke-api-key.server.ts";
import { type ApiTest, openApi } from "../../support/api.ts";

let api: ApiTest;

beforeAll(async () => void (api = await openApi()));
afterAll(() => api.close());

const DAY_MS = 24 * 60 * 60 * 1000;

async function newKey(order: Partial<NewApiKeyOrder> = {}) {
  const made = await createApiKey(api.services, { creditorId: api.creditorId, actor: "user:usr_eva", ...order });
  if (!made.ok) throw new Error(made.error.kind);
  return made.value;
}

const statusWith = async (key: string) => (await api.call("GET", "/claims?limit=1", { key })).status;

test("a key is listed with what it is for, who made it, its last use and its end, and never with its secret", async () => {
  const { creditorId, key } = await api.addCreditor("Lijst B.V.");
  const [first] = await listApiKeys(api.services, { creditorId });
  expect(first).toEqual({
    id: expect.stringMatching(/^key_/) as string,
    name: "API key",
    begins: key.slice(0, 11),
    scopes: ["*"],
    createdBy: "operator",
    createdAt: new Date("2026-11-22T10:00:00.000Z"),
    lastUsedAt: null,
    expiresAt: new Date("2027-11-22T10:00:00.000Z"),
    revokedAt: null,
    state: "active",
  });

  await statusWith(key);
  api.services.clock.advance(1000);
  const made = await newKey({ creditorId, name: "  Exact\n Online ", scopes: ["claims:read"] });
  const listed = await listApiKeys(api.services, { creditorId });
  expect(listed.map(({ name, createdBy, scopes, lastUsedAt }) => ({ name, createdBy, scopes, lastUsedAt }))).toEqual([
    { name: "Exact Online", createdBy: "user:usr_eva", scopes: ["claims:read"], lastUsedAt: null },
    { name: "API key", createdBy: "operator", scopes: ["*"], lastUsedAt: new Date("2026-11-22T10:00:00.000Z") },
  ]);
  expect(JSON.stringify(listed)).not.toContain(made.key.slice(12));
  expect(JSON.stringify(listed)).not.toContain("secretHash");
});

test.each([
  [{ name: " " }, { kind: "name_missing" }],
  [{ name: "x".repeat(101) }, { kind: "name_too_long", longest: 100 }],
  [{ expiresAt: new Date("2026-11-22T10:00:00.000Z") }, { kind: "expired_already" }],
  [
    { expiresAt: new Date("2027-11-23T10:00:01.001Z") },
    { kind: "expires_too_late", latest: new Date("2027-11-23T10:00:01.000Z") },
  ],
])("a key with %j is refused", async (order, error) => {
  const refused = await createApiKey(api.services, { creditorId: api.creditorId, actor: "operator", ...order });
  expect(refused).toEqual({ ok: false, error });
});

test("a revoked key is refused by the next request, and stays so however often it is revoked", async () => {
  const { creditorId, services } = api;
  const { id, key } = await newKey();
  expect(await statusWith(key)).toBe(200);
  expect(await revokeApiKey(services, { creditorId, keyId: id, actor: "user:usr_eva" })).toBe(true);
  expect(await statusWith(key)).toBe(401);
  expect(await revokeApiKey(services, { creditorId, keyId: id, actor: "user:usr_eva" })).toBe(true);

  const entries = await services.database.prisma.auditEntry.findMany({ where: { subject: id }, orderBy: { sequence: "asc" } }); // prettier-ignore
  expect(entries.map(({ action, actor }) => [action, actor])).toEqual([
    ["api_key.created", "user:usr_eva"],
    ["api_key.revoked", "user:usr_eva"],
  ]);
  expect((await verifyAudit(services)).faults).toEqual([]);
});

test("nobody revokes or sees the key of another creditor", async () => {
  const { creditorId } = await api.addCreditor("Buren B.V.");
  const { id, key } = await newKey();
  expect(await revokeApiKey(api.services, { creditorId, keyId: id, actor: "operator" })).toBe(false);
  expect(await statusWith(key)).toBe(200);
  expect((await listApiKeys(api.services, { creditorId })).map((listed) => listed.id)).not.toContain(id);
});

test("a key ends by itself after a year, to the millisecond", async () => {
  const { creditorId, services } = api;
  const { id, key } = await newKey();
  services.clock.advance(365 * DAY_MS - 1);
  expect(await statusWith(key)).toBe(200);
  services.clock.advance(1);
  expect(await statusWith(key)).toBe(401);
  const states = await listApiKeys(services, { creditorId });
  expect(states.find((listed) => listed.id === id)?.state).toBe("expired");
});

test("a wrong key is told how many more tries its address has", async () => {
  const wrong = await api.call("GET", "/claims", { key: `vk_00000000_${"0".repeat(32)}`, from: "198.51.100.77" });
  expect(wrong.status).toBe(401);
  expect(wrong.headers.get("ratelimit-limit")).toBe("100");
  expect(wrong.headers.get("ratelimit-remaining")).toBe("99");
});
