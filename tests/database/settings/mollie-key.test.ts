import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { Refused } from "#app/admin/command.ts";
import { creditorUpdate } from "#app/admin/commands/creditor-update.ts";
import { createUser } from "#app/server/creditors/create-user.server.ts";
import { loadMollieKeyState, setMollieKey } from "#app/server/creditors/mollie-key.server.ts";
import { encryptAgain } from "#app/server/creditors/encrypt-again.server.ts";
import { updateCreditor } from "#app/server/creditors/update-creditor.server.ts";
import { placeOfEarlierKey } from "#app/server/payments/mollie-key-place.server.ts";
import { type KeyRing, newAppKeyEntry, parseAppKeys } from "#app/server/platform/crypto/key-ring.server.ts";
import { decryptSecret } from "#app/server/platform/crypto/secret-encryption.server.ts";
import { openShop, type Shop } from "../../support/shop.ts";

let shop: Shop;

beforeAll(async () => {
  shop = await openShop();
  await createUser(shop.services, { creditorId: shop.creditorId, email: "baas@zonnestraal.example", role: "owner", actor: "test" }); // prettier-ignore
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await shop.close();
});

const set = (typed: string, services = shop.services) => setMollieKey(services, { creditorId: shop.creditorId, typed, actor: "user:usr_1" }); // prettier-ignore

const state = () => loadMollieKeyState(shop.services, shop.creditorId);

const creditor = () => shop.services.database.prisma.creditor.findUniqueOrThrow({ where: { id: shop.creditorId } });

/** The keys that were kept, oldest first; null: the installation's. */
async function earlier(ring: KeyRing = shop.services.keys): Promise<(string | null)[]> {
  const where = { creditorId: shop.creditorId };
  const rows = await shop.services.database.prisma.earlierMollieKey.findMany({ where, orderBy: { until: "asc" } });
  return rows.map(({ id, apiKey }) => {
    if (apiKey === null) return null;
    const opened = decryptSecret(ring, placeOfEarlierKey(id), apiKey);
    return opened.ok ? opened.value : opened.error.kind;
  });
}

test("in production a test key is refused: debtors would pay with money that is none", async () => {
  const production = { ...shop.services, config: { ...shop.services.config, production: true } };
  expect(await set("test_anotherShopOfTheTests00", production)).toEqual({ ok: false, error: { kind: "test_key" } });
});

test("a key that Mollie does not know is refused, and nothing changes", async () => {
  const withdrawn = "test_nobodysShopOfTheTests0";
  shop.simulator.control.withdrawKey({ apiKey: withdrawn });
  expect(await set(withdrawn)).toEqual({ ok: false, error: { kind: "refused" } });
  expect(await state()).toEqual({ kind: "installation" });
  expect(await earlier()).toEqual([]);
});

test("the operator's command asks Mollie as well", async () => {
  const command = (key: string) => {
    vi.stubEnv("KEY_OF_THE_TEST", key);
    return creditorUpdate.run(shop.services, { creditor: shop.creditorId, phone: "020 123 45 67", "mollie-key-from-env": "KEY_OF_THE_TEST" }, []); // prettier-ignore
  };
  await expect(command("test_nobodysShopOfTheTests0")).rejects.toThrow(
    new Refused("Mollie does not know this key. Nothing was changed"),
  );
  await expect(command("a key")).rejects.toThrow(Refused);
  expect(await creditor()).toMatchObject({ mollieApiKey: null, contact: {} });
  const good = await command("test_theOperatorsShopOfTests");
  expect(good.json).toEqual({ id: shop.creditorId, changed: ["contact", "mollieApiKey"] });
  expect(await state()).toEqual({ kind: "own", end: "ests", live: false });
  await shop.services.database.prisma.earlierMollieKey.deleteMany();
  await shop.services.database.prisma.creditor.update({ where: { id: shop.creditorId }, data: { mollieApiKey: null } });
  await shop.services.database.prisma.outgoingMail.deleteMany();
});

test("a key of another account is taken while payments are under way; the owners hear of it", async () => {
  const claim = await shop.newClaim();
  await shop.startOpen([{ claim, amount: "40.00" }]);
  expect(await set("test_anotherShopOfTheTests00")).toEqual({ ok: true, value: null });
  expect(await state()).toEqual({ kind: "own", end: "ts00", live: false });
  const mails = await shop.services.database.prisma.outgoingMail.findMany({ where: { kind: "owners_told_mollie" } });
  expect(mails.map(({ recipient }) => recipient)).toEqual(["baas@zonnestraal.example"]);
  expect(mails[0]?.text).not.toContain("test_anotherShopOfTheTests00");
});

test("the key that another takes the place of is kept, encrypted for its new place; the same key again keeps nothing", async () => {
  expect(await earlier()).toEqual([null]);
  expect(await set("test_anotherShopOfTheTests00")).toEqual({ ok: true, value: null });
  expect(await earlier()).toEqual([null]);
  shop.services.clock.advance(1_000);
  const { mollieApiKey: before } = await creditor();
  expect(await set("test_aThirdShopOfTheTests000")).toEqual({ ok: true, value: null });
  expect(await earlier()).toEqual([null, "test_anotherShopOfTheTests00"]);
  const rows = await shop.services.database.prisma.earlierMollieKey.findMany();
  expect(rows.map(({ apiKey }) => apiKey)).not.toContain(before);
});

test("two changes at once each keep the key that they took the place of", async () => {
  const keys = ["test_aFourthShopOfTheTests00", "test_aFifthShopOfTheTests000"];
  shop.services.clock.advance(1_000);
  await Promise.all(keys.map((mollieApiKey) => updateCreditor(shop.services, { creditorId: shop.creditorId, change: { mollieApiKey }, actor: "test" }))); // prettier-ignore
  const kept = (await earlier()).slice(2);
  const end = await state();
  const lost = keys.filter((key) => !kept.includes(key));
  expect(kept).toHaveLength(2);
  expect(kept).toContain("test_aThirdShopOfTheTests000");
  expect(lost.map((key) => key.slice(-4))).toEqual([end.kind === "own" && end.end]);
});

test("keys that were taken the place of are encrypted again with the others when the ring is rotated", async () => {
  const before = await earlier();
  const entry = newAppKeyEntry("newer");
  const newer = parseAppKeys(entry);
  if (!newer.ok) throw new Error("a new key is not accepted");
  const both = { newest: newer.value.newest, all: [...newer.value.all, ...shop.services.keys.all] };
  // The key in force, and four earlier ones of which the installation's is not stored.
  expect(await encryptAgain(shop.services, both)).toBe(4);
  expect(await encryptAgain(shop.services, both)).toBe(0);
  expect(await earlier(newer.value)).toEqual(before);
});
