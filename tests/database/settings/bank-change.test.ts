import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { applyBankChanges, askBankChange, cancelBankChange } from "#app/server/creditors/bank-change.server.ts";
import { changeUserRole, removeUser } from "#app/server/creditors/change-team.server.ts";
import { createCreditor } from "#app/server/creditors/create-creditor.server.ts";
import { createUser } from "#app/server/creditors/create-user.server.ts";
import { createTestServices, type TestServices } from "../../support/services.ts";

const OLD = "NL91ABNA0417164300";
const NEW = { iban: "NL02 ABNA 0123 4567 89", accountHolder: "  Zonnestraal   B.V. " };
const HOUR_MS = 3_600_000;

let services: TestServices;
let creditorId: string;
let otherId: string;
let round = 0;

beforeAll(async () => {
  services = await createTestServices();
});
afterAll(() => services.close());

beforeEach(async () => {
  services.clock.moveTo("2026-11-22T10:00:00.000Z");
  await services.database.prisma.bankChange.deleteMany();
  round += 1;
  [creditorId, otherId] = [await newCreditor("Zonnestraal"), await newCreditor("Ander Bedrijf")];
  const people = [
    [creditorId, `een@zonnestraal-${round}.example`, "owner"],
    [creditorId, `twee@zonnestraal-${round}.example`, "owner"],
    [creditorId, `balie@zonnestraal-${round}.example`, "handler"],
    [otherId, `een@anders-${round}.example`, "owner"],
  ] as const;
  for (const [creditor, email, role] of people) await createUser(services, { creditorId: creditor, email, role, actor: "test" }); // prettier-ignore
});

async function newCreditor(name: string): Promise<string> {
  const made = await createCreditor(services, { name, iban: OLD, canDeductVat: true, actor: "test" });
  if (!made.ok) throw new Error(made.error.kind);
  return made.value.id;
}

const ask = (change = NEW) => askBankChange(services, { creditorId, ...change, actor: "user:usr_1" });

async function asked(change = NEW) {
  const made = await ask(change);
  if (!made.ok) throw new Error(made.error.kind);
  return made.value;
}

const account = () => services.database.prisma.creditor.findUniqueOrThrow({ where: { id: creditorId }, select: { iban: true, accountHolder: true } }); // prettier-ignore

async function mails(kind: string): Promise<string[]> {
  const sent = await services.database.prisma.outgoingMail.findMany({ where: { creditorId, kind }, orderBy: { recipient: "asc" } }); // prettier-ignore
  return sent.map(({ recipient }) => recipient.split("@")[0] ?? "");
}

const acts = async () => (await services.database.prisma.auditEntry.findMany({ where: { creditorId, action: { startsWith: "bank_account" } }, orderBy: { sequence: "asc" } })).map(({ action, actor }) => `${action} ${actor}`); // prettier-ignore

test("a new account waits 48 hours, every owner is told at once, and then it takes effect", async () => {
  const change = await asked();
  expect(change.appliesAt.toISOString()).toBe("2026-11-24T10:00:00.000Z");
  expect(await mails("bank_change_asked")).toEqual(["een", "twee"]);
  services.clock.advance(48 * HOUR_MS - 1);
  expect(await applyBankChanges(services, 10)).toBe(0);
  expect(await account()).toEqual({ iban: OLD, accountHolder: "Zonnestraal" });
  services.clock.advance(1);
  expect(await applyBankChanges(services, 10)).toBe(1);
  expect(await account()).toEqual({ iban: "NL02ABNA0123456789", accountHolder: "Zonnestraal B.V." });
  expect(await applyBankChanges(services, 10)).toBe(0);
  expect(await mails("bank_change_applied")).toEqual(["een", "twee"]);
  expect(await acts()).toEqual(["bank_account.change_asked user:usr_1", "bank_account.changed worker"]);
});

test("who was owner until a week ago hears of it too, also when they were given another role first", async () => {
  const { prisma } = services.database;
  const second = await prisma.user.findFirstOrThrow({ where: { creditorId, email: { startsWith: "twee" } } });
  const by = { creditorId, userId: second.id, actor: "user:usr_1" };
  await changeUserRole(services, { ...by, role: "reader" });
  const change = await asked();
  expect(await mails("bank_change_asked")).toEqual(["een", "twee"]);

  await removeUser(services, by);
  services.clock.advance(24 * HOUR_MS);
  await cancelBankChange(services, { creditorId, changeId: change.id, actor: "user:usr_1" });
  expect(await mails("bank_change_cancelled")).toEqual(["een", "twee"]);
  services.clock.advance(7 * 24 * HOUR_MS);
  await asked();
  expect(await mails("bank_change_asked")).toEqual(["een", "een", "twee"]);
});

test("the mail names both accounts and where to stop it, and opens nothing", async () => {
  await asked();
  const { text } = await services.database.prisma.outgoingMail.findFirstOrThrow({ where: { creditorId, kind: "bank_change_asked" } }); // prettier-ignore
  expect(text).toContain("NL91 ABNA 0417 1643 00");
  expect(text).toContain("NL02 ABNA 0123 4567 89");
  expect(text).toContain("dinsdag 24 november 2026");
  expect(text.match(/https:\/\/\S+/g)).toEqual(Array(2).fill("https://voldaan.test/creditor/settings/bank"));
});

test("an owner stops it in time; after that another one can be asked for", async () => {
  const change = await asked();
  expect((await ask()).ok).toBe(false);
  const stop = { creditorId, changeId: change.id, actor: "user:usr_2" };
  expect(await cancelBankChange(services, { ...stop, creditorId: otherId })).toEqual({ ok: false, error: { kind: "not_found" } }); // prettier-ignore
  expect(await cancelBankChange(services, stop)).toEqual({ ok: true, value: null });
  expect(await cancelBankChange(services, stop)).toEqual({ ok: false, error: { kind: "not_waiting" } });
  services.clock.advance(72 * HOUR_MS);
  expect(await applyBankChanges(services, 10)).toBe(0);
  expect((await account()).iban).toBe(OLD);
  expect(await mails("bank_change_cancelled")).toEqual(["een", "twee"]);
  expect((await ask()).ok).toBe(true);
});

test("of two at once one waits and the other is refused", async () => {
  const both = await Promise.all([ask(), ask({ ...NEW, accountHolder: "Iemand anders" })]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect(both.find(({ ok }) => !ok)).toMatchObject({ error: { kind: "waits_already" } });
});

test("stopped and due at the same moment: one of the two happens, and both agree which", async () => {
  const change = await asked();
  services.clock.advance(48 * HOUR_MS);
  const [, stopped] = await Promise.all([
    applyBankChanges(services, 10),
    cancelBankChange(services, { creditorId, changeId: change.id, actor: "user:usr_2" }),
  ]);
  expect((await account()).iban).toBe(stopped.ok ? OLD : "NL02ABNA0123456789");
});

test("the database itself lets nobody make it shorter", async () => {
  const { id } = await asked();
  const { pool } = services.database;
  await expect(pool.query("update bank_change set applies_at = asked_at + interval '1 hour' where id = $1", [id])).rejects.toThrow("bank_change_waits"); // prettier-ignore
  await expect(pool.query("update bank_change set applied_at = applies_at - interval '1 hour' where id = $1", [id])).rejects.toThrow("bank_change_waits"); // prettier-ignore
});

test.each([
  [{ ...NEW, iban: "NL91 ABNA 0417 1643 01" }, "wrong_iban_check_digits"],
  [{ ...NEW, iban: "rekening" }, "unreadable_iban"],
  [{ ...NEW, accountHolder: " " }, "holder_missing"],
  [{ ...NEW, accountHolder: "x".repeat(71) }, "holder_too_long"],
  [{ iban: OLD, accountHolder: "Zonnestraal" }, "same"],
])("%j is refused: %s", async (change, kind) => {
  expect(await ask(change)).toMatchObject({ ok: false, error: { kind } });
  expect(await services.database.prisma.bankChange.count({ where: { creditorId } })).toBe(0);
});
