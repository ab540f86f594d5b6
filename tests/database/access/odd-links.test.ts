import { generateKeyPairSync, sign } from "node:crypto";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { registerLinkKey } from "#app/server/access/link-keys.server.ts";
import { findLink } from "#app/server/access/open-link.server.ts";
import { newId } from "#app/server/platform/crypto/random-id.server.ts";
import { type ApiTest, exampleClaim, openApi } from "../../support/api.ts";

const { publicKey, privateKey } = generateKeyPairSync("ed25519");
const SECOND = 1_000;

let api: ApiTest;
let good: { header: Record<string, unknown>; payload: Record<string, unknown> };

beforeAll(async () => {
  api = await openApi();
  const { services, creditorId } = api;
  const { reference } = (await api.call("POST", "/claims", { body: exampleClaim() })).body;
  const jwk = publicKey.export({ format: "jwk" }) as Record<string, unknown>;
  const keyId = newId("lky", services.clock.now());
  expect((await registerLinkKey(services, { creditorId, keyId, kid: "7", jwk, actor: "operator" })).ok).toBe(true);
  const iat = Math.floor(services.clock.now().getTime() / SECOND) - 60;
  good = {
    header: { alg: "EdDSA", typ: "magic-link+jwt", kid: "7" },
    payload: { iss: creditorId, aud: services.config.baseUrl.origin, sub: reference, jti: "1", iat, exp: iat + 86_400 },
  };
});
afterAll(() => api.close());

const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");

/** Signed as the creditor would, whatever it says: the library that signs refuses the odd ones. */
function tokenOf({ header, payload }: typeof good): string {
  const text = `${part(header)}.${part(payload)}`;
  return `${text}.${sign(null, Buffer.from(text), privateKey).toString("base64url")}`;
}

const kindOf = async (token: string) => (await findLink(api.services, { token })).kind;

test("the link that all the others differ from in one place opens", async () => {
  expect(await kindOf(tokenOf(good))).toBe("valid");
});

test.each<["header" | "payload", string, unknown]>([
  ["header", "kid", 7],
  ["header", "kid", ["7"]],
  ["header", "kid", { toString: "7" }],
  ["header", "kid", null],
  ["header", "alg", ["EdDSA"]],
  ["header", "typ", 7],
  ["header", "crit", "kid"],
  ["payload", "iss", []],
  ["payload", "iss", 7],
  ["payload", "jti", {}],
  ["payload", "jti", 1],
  ["payload", "sub", ["2026-00123"]],
  ["payload", "aud", {}],
  ["payload", "iat", "1"],
  ["payload", "exp", []],
  ["payload", "nbf", "now"],
])("refused as every other wrong link: a %s in which %s is %j", async (place, name, value) => {
  expect(await kindOf(tokenOf({ ...good, [place]: { ...good[place], [name]: value } }))).toBe("refused");
});

test("whatever stands in place of a header, a claim or their whole is answered, and opens nothing", async () => {
  const names = { header: ["alg", "typ", "kid", "crit", "b64", "jwk"], payload: ["iss", "aud", "sub", "jti", "iat", "exp", "nbf"] }; // prettier-ignore
  const odd = fc.jsonValue().filter((value) => typeof value !== "string");
  const place = fc.constantFrom("header" as const, "payload" as const);
  await fc.assert(
    fc.asyncProperty(place, fc.nat(6), odd, async (where, which, value) => {
      const name = names[where][which % names[where].length] ?? "";
      const changed = { ...good, [where]: { ...good[where], [name]: value } };
      const same =
        ["jwk", "b64"].includes(name) || typeof value === "number" || (name === "aud" && Array.isArray(value));
      const kind = await kindOf(tokenOf(changed));
      if (!same) expect(kind).toBe("refused");
      await kindOf(tokenOf({ ...good, [where]: value as Record<string, unknown> }));
    }),
  );
});
