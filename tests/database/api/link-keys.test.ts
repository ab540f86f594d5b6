import { generateKeyPairSync } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type ApiTest, openApi } from "../../support/api.ts";

let api: ApiTest;

beforeAll(async () => void (api = await openApi()));
afterAll(() => api.close());

const newPair = () => {
  const { publicKey, privateKey } = generateKeyPairSync("ed25519");
  return { jwk: publicKey.export({ format: "jwk" }), privateJwk: privateKey.export({ format: "jwk" }) };
};

const { jwk, privateJwk } = newPair();

const register = (body: unknown, headers: Record<string, string> = {}) => api.call("POST", "/link-keys", { body, headers }); // prettier-ignore

test("keys are registered side by side, listed and taken back by id or kid", async () => {
  const first = await register({ kid: "letters-2026", jwk });
  expect([first.status, first.body]).toEqual([
    201,
    {
      id: expect.stringMatching(/^lky_/),
      kid: "letters-2026",
      alg: "EdDSA",
      jwk,
      iss: api.creditorId,
      aud: "https://voldaan.test",
      createdAt: "2026-11-22T10:00:00.000Z",
      revokedAt: null,
    },
  ]);
  const ec = generateKeyPairSync("ec", { namedCurve: "P-256" }).publicKey.export({ format: "jwk" });
  api.services.clock.advance(1_000);
  const second = await register({ jwk: { ...ec, kid: "letters-2027", use: "sig" } });
  expect(second.body).toMatchObject({ kid: "letters-2027", alg: "ES256", jwk: ec });

  const page = await api.call("GET", "/link-keys?limit=1");
  expect(page.body.data.map(({ id }) => id)).toEqual([second.body.id]);
  const rest = await api.call("GET", `/link-keys?cursor=${page.body.nextCursor}`);
  expect(rest.body.data.map(({ id }) => id)).toEqual([first.body.id]);

  const revoke = (name: string) => api.call("DELETE", `/link-keys/${name}`);
  expect([(await revoke(first.body.id)).status, (await revoke("letters-2026")).status]).toEqual([204, 204]);
  expect([(await revoke("letters-2027")).status, (await revoke("letters-2028")).status]).toEqual([204, 404]);
  const all = await api.call("GET", "/link-keys");
  expect(JSON.stringify(all.body.data)).toContain('"revokedAt":"2026-11-22T10:00:01.000Z"');
  expect((await register({ kid: "letters-2026", jwk })).body.code).toBe("kid_taken");
});

test("a private key is told to be one, and nothing of it is kept", async () => {
  const refused = await register({ kid: "oops", jwk: privateJwk });
  expect([refused.status, refused.body.code, refused.body.errors[0]?.path]).toEqual([422, "private_key_refused", "jwk.d"]); // prettier-ignore
  expect(refused.text).not.toContain(String(privateJwk.d));
  expect(await api.services.database.prisma.linkKey.count({ where: { kid: "oops" } })).toBe(0);
});

test.each([
  [{ kid: "a", jwk: { kty: "oct" } }, "key_not_supported", "jwk.kty"],
  [{ kid: "a", jwk: { ...jwk, x5u: "https://evil.example" } }, "validation_failed", "jwk.x5u"],
  [{ kid: "a", jwk, extra: 1 }, "validation_failed", "extra"],
  [{ jwk }, "validation_failed", "kid"],
  [{ kid: "a b", jwk }, "validation_failed", "kid"],
  [{ kid: "lky_1", jwk }, "validation_failed", "kid"],
  [{ kid: "a", jwk: { ...jwk, kid: "b" } }, "validation_failed", "jwk.kid"],
  [{ kid: "a" }, "validation_failed", "jwk"],
])("%j is refused", async (body, code, path) => {
  const refused = await register(body);
  expect([refused.status, refused.body.code, refused.body.errors[0]?.path]).toEqual([422, code, path]);
});

test("the same request again registers one key; another key under a taken kid is 409", async () => {
  const again = { "Idempotency-Key": "key-1" };
  const [first, second] = [await register({ kid: "once", jwk }, again), await register({ kid: "once", jwk }, again)];
  expect([second.status, second.headers.get("idempotent-replayed"), second.text]).toEqual([201, "true", first.text]);
  const taken = await register({ kid: "once", jwk: newPair().jwk });
  expect([taken.status, taken.body.code]).toEqual([409, "kid_taken"]);
});

test("another creditor may use the same kid, and neither sees nor takes back this one", async () => {
  const other = await api.addCreditor("Ander B.V.");
  await register({ kid: "shared", jwk });
  const theirs = await api.call("POST", "/link-keys", { key: other.key, body: { kid: "shared", jwk: newPair().jwk } });
  expect(theirs.status).toBe(201);
  expect((await api.call("GET", "/link-keys", { key: other.key })).body.data.map(({ id }) => id)).toEqual([theirs.body.id]); // prettier-ignore
  expect((await api.call("DELETE", "/link-keys/shared", { key: other.key })).status).toBe(204);
  const own = await api.services.database.prisma.linkKey.findFirstOrThrow({ where: { creditorId: api.creditorId, kid: "shared" } }); // prettier-ignore
  expect(own.revokedAt).toBeNull();
});

test("at most ten live side by side", async () => {
  const { key } = await api.addCreditor("Tien B.V.");
  const add = (kid: string) => api.call("POST", "/link-keys", { key, body: { kid, jwk: newPair().jwk } });
  for (let index = 0; index < 10; index += 1) expect((await add(`k${index}`)).status).toBe(201);
  expect((await add("k10")).body.code).toBe("too_many_link_keys");
  await api.call("DELETE", "/link-keys/k0", { key });
  expect((await add("k10")).status).toBe(201);
});
