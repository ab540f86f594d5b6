import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { findCreditorGrant, openCreditorSession, ownCreditors } from "#app/server/access/creditor-session.server.ts";
import { requestSignInCode } from "#app/server/access/sign-in-code.server.ts";
import { changeUserRole, removeUser } from "#app/server/creditors/change-team.server.ts";
import { createCreditor } from "#app/server/creditors/create-creditor.server.ts";
import { createUser, type UserRole } from "#app/server/creditors/create-user.server.ts";
import { inviteUser } from "#app/server/creditors/invite-user.server.ts";
import { listTeam } from "#app/server/creditors/team-view.server.ts";
import { inTransaction } from "#app/server/platform/database/transaction.server.ts";
import { createTestServices, type TestServices } from "../../support/services.ts";

let services: TestServices;
let creditorId: string;
let owner: { id: string; email: string };
let count = 0;

beforeAll(async () => {
  services = await createTestServices();
});
afterAll(() => services.close());

beforeEach(async () => {
  const made = await createCreditor(services, { name: "De Boomhut", iban: "NL91ABNA0417164300", canDeductVat: true, actor: "test" }); // prettier-ignore
  if (!made.ok) throw new Error(made.error.kind);
  creditorId = made.value.id;
  owner = await add("owner");
});

async function add(role: UserRole): Promise<{ id: string; email: string }> {
  count += 1;
  const email = `${role}-${count}@boomhut.example`;
  const made = await createUser(services, { creditorId, email, role, actor: "test" });
  if (!made.ok) throw new Error(made.error.kind);
  return { id: made.value.id, email };
}

const signIn = (email: string) =>
  inTransaction(services.database, (tx) => openCreditorSession(tx, { email, now: services.clock.now() }));

const by = (userId: string) => ({ creditorId, userId, actor: `user:${owner.id}` });

const rolesOf = async () => (await listTeam(services, { creditorId, userId: owner.id })).map(({ role }) => role).sort();

test("whoever is invited gets one mail that leads to signing in, and opens nothing", async () => {
  const order = { creditorId, email: " Nieuw@Boomhut.Example ", role: "handler", actor: "test" } as const;
  const invited = await inviteUser(services, order);
  expect(invited).toMatchObject({ ok: true, value: { email: "nieuw@boomhut.example" } });
  const mails = await services.database.prisma.outgoingMail.findMany({
    where: { creditorId, kind: "team_invitation" },
  });
  expect(mails.map(({ recipient }) => recipient)).toEqual(["nieuw@boomhut.example"]);
  expect(mails[0]?.text).toContain("De Boomhut");
  expect(mails[0]?.text.match(/https:\/\/\S+/g)).toEqual(Array(2).fill("https://voldaan.test/creditor/sign-in"));
  expect(await inviteUser(services, order)).toMatchObject({ ok: false, error: { kind: "user_exists" } });
  expect(await inviteUser(services, { ...order, email: "nieuw" })).toMatchObject({ error: { kind: "not_an_email_address" } }); // prettier-ignore
});

test("a removed colleague is out at once, gets no code any more, and comes back as the same user", async () => {
  const peter = await add("handler");
  const { token } = await signIn(peter.email);
  expect(await findCreditorGrant(services, token)).toMatchObject({ userId: peter.id, role: "handler" });
  expect(await removeUser(services, by(peter.id))).toEqual({ ok: true, value: null });
  expect(await findCreditorGrant(services, token)).toBeNull();
  expect(await ownCreditors(services, token)).toBeNull();
  await requestSignInCode(services, { typed: peter.email, language: "nl", from: "192.0.2.1" });
  expect(await services.database.prisma.outgoingMail.count({ where: { recipient: peter.email } })).toBe(0);
  expect(await removeUser(services, by(peter.id))).toEqual({ ok: false, error: { kind: "not_found" } });

  const again = await inviteUser(services, { creditorId, email: peter.email, role: "reader", actor: "test" });
  expect(again).toMatchObject({ ok: true, value: { id: peter.id } });
  expect(await findCreditorGrant(services, (await signIn(peter.email)).token)).toMatchObject({ role: "reader" });
  expect(await findCreditorGrant(services, token)).toBeNull();
});

test("a session that was opened while its user was removed is worth nothing", async () => {
  const peter = await add("handler");
  const { token } = await signIn(peter.email);
  await services.database.prisma.user.update({ where: { id: peter.id }, data: { removedAt: services.clock.now() } });
  expect(await findCreditorGrant(services, token)).toBeNull();
  expect(await ownCreditors(services, token)).toEqual([]);
});

test("another role counts from the next request", async () => {
  const peter = await add("reader");
  const { token } = await signIn(peter.email);
  await changeUserRole(services, { ...by(peter.id), role: "owner" });
  expect(await findCreditorGrant(services, token)).toMatchObject({ role: "owner" });
});

const toldOf = async (kind: string) => {
  const mails = await services.database.prisma.outgoingMail.findMany({ where: { creditorId, kind: `owners_told_${kind}` }, orderBy: { recipient: "asc" } }); // prettier-ignore
  return mails.map(({ recipient, text }) => ({ recipient, text }));
};

test("every owner hears who became owner, who is none any more, and who was let go", async () => {
  const second = await add("owner");
  const peter = await add("handler");
  const owners = [owner.email, second.email].sort();
  await changeUserRole(services, { ...by(peter.id), role: "reader" });
  expect(await toldOf("role")).toEqual([]);
  await changeUserRole(services, { ...by(peter.id), role: "owner" });
  const told = await toldOf("role");
  expect(told.map(({ recipient }) => recipient)).toEqual(owners);
  expect(told[0]?.text).toContain(
    `${owner.email} heeft ${peter.email} bij De Boomhut een andere rol gegeven: eigenaar.`,
  );

  await removeUser(services, by(second.id));
  const removed = await toldOf("removed");
  expect(removed.map(({ recipient }) => recipient)).toEqual([...owners, peter.email].sort());
  expect(removed[0]?.text).toContain(second.email);

  await inviteUser(services, { creditorId, email: "derde@boomhut.example", role: "owner", actor: `user:${owner.id}` });
  expect((await toldOf("invited")).map(({ recipient }) => recipient)).toEqual([owner.email, peter.email].sort());
});

test("the last owner stays owner, also when two owners let each other go at once", async () => {
  expect(await removeUser(services, by(owner.id))).toEqual({ ok: false, error: { kind: "last_owner" } });
  expect(await changeUserRole(services, { ...by(owner.id), role: "handler" })).toMatchObject({ error: { kind: "last_owner" } }); // prettier-ignore
  const second = await add("owner");
  const both = await Promise.all([removeUser(services, by(owner.id)), removeUser(services, by(second.id))]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await rolesOf()).toEqual(["owner"]);
});

test("nobody of another creditor is there to be changed", async () => {
  const other = await createCreditor(services, { name: "Ander Bedrijf", iban: "NL91ABNA0417164300", canDeductVat: true, actor: "test" }); // prettier-ignore
  if (!other.ok) throw new Error(other.error.kind);
  const elsewhere = { ...by(owner.id), creditorId: other.value.id };
  expect(await removeUser(services, elsewhere)).toEqual({ ok: false, error: { kind: "not_found" } });
  expect(await changeUserRole(services, { ...elsewhere, role: "reader" })).toMatchObject({
    error: { kind: "not_found" },
  });
});

test("the audit has who was invited, changed and removed", async () => {
  const peter = await add("reader");
  await changeUserRole(services, { ...by(peter.id), role: "handler" });
  await removeUser(services, by(peter.id));
  const lines = await services.database.prisma.auditEntry.findMany({ where: { creditorId, subject: peter.id }, orderBy: { sequence: "asc" } }); // prettier-ignore
  expect(lines.map(({ action, actor, data }) => [action, actor, data])).toEqual([
    ["user.created", "test", { role: "reader" }],
    ["user.role_changed", `user:${owner.id}`, { from: "reader", to: "handler" }],
    ["user.removed", `user:${owner.id}`, {}],
  ]);
});
