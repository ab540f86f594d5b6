import { afterAll, beforeAll, expect, test } from "vitest";
import { claimJson } from "#app/server/api/claim-json.server.ts";
import { findClaimDetails } from "#app/server/claims/claim-details.server.ts";
import { answerChange, findWaitingChange } from "#app/server/details/answer-change.server.ts";
import type { DebtorScope } from "#app/server/details/debtor-scope.server.ts";
import type { KnownDetails } from "#app/server/details/detail-fields.server.ts";
import { loadDetails } from "#app/server/details/load-details.server.ts";
import { writeOwnData } from "#app/server/details/own-data.server.ts";
import { requestChange } from "#app/server/details/request-change.server.ts";
import { requestErasure } from "#app/server/details/request-erasure.server.ts";
import { endSessions, listSessions } from "#app/server/details/sessions.server.ts";
import { setPreference } from "#app/server/details/set-preference.server.ts";
import { issueLink } from "#app/server/access/issue-link.server.ts";
import { createUser } from "#app/server/creditors/create-user.server.ts";
import { loadOwingDebtor } from "#app/server/inbox/who-owes.server.ts";
import { stopAddress } from "#app/server/messages/stopped-address.server.ts";
import { newId } from "#app/server/platform/crypto/random-id.server.ts";
import { hashSecret } from "#app/server/platform/crypto/secret-hash.server.ts";
import { openShop, type Shop } from "../../support/shop.ts";

const DAY_MS = 24 * 60 * 60 * 1000;
const NOW = "2026-11-22T10:00:00.000Z";

const WANTED: KnownDetails = {
  email: "nieuw@example.org",
  phone: null,
  street: "Nieuwstraat",
  houseNumber: "1",
  addressLine2: null,
  postalCode: "4321 AB",
  city: "Verweg",
};

let shop: Shop;
let count = 0;

beforeAll(async () => {
  shop = await openShop();
  await createUser(shop.services, { creditorId: shop.creditorId, email: "eigenaar@zonnestraal.example", role: "owner", actor: "test" }); // prettier-ignore
});

afterAll(() => shop.close());

async function newDebtor(email: string | null = `oud-${(count += 1)}@example.org`) {
  const claim = await shop.newClaim(email === null ? {} : { email });
  const scope: DebtorScope = { ...claim.debtor, claimId: claim.claimId };
  return { claim, scope, email: email ?? "" };
}

const newChange = () => newId("chg", shop.services.clock.now());
const rowOf = ({ debtorId }: DebtorScope) => shop.services.database.prisma.debtor.findUniqueOrThrow({ where: { id: debtorId } }); // prettier-ignore

/** The token in the newest mail that asks the old address. */
async function tokenFor(email: string): Promise<string> {
  const mail = await shop.services.database.prisma.outgoingMail.findFirstOrThrow({ where: { recipient: email, kind: "details_change_confirm" }, orderBy: { createdAt: "desc" } }); // prettier-ignore
  return /\/claim\/details\/confirm\/([\w-]{43})/.exec(mail.text)?.[1] ?? "";
}

test("a change holds once the old address agrees, and is told without what it became", async () => {
  const { claim, scope, email } = await newDebtor();
  const changeId = newChange();
  const order = { debtor: scope, changeId, wanted: WANTED };
  expect(await requestChange(shop.services, order)).toEqual({ ok: true, value: { by: "confirm" } });
  expect(await requestChange(shop.services, order)).toEqual({ ok: true, value: { by: "confirm" } });
  expect((await rowOf(scope)).email).toBe(email);
  expect((await loadDetails(shop.services, scope)).waiting).toEqual({ parts: ["email", "address"], until: "2026-11-29" }); // prettier-ignore
  const mails = await shop.services.database.prisma.outgoingMail.findMany({ where: { recipient: email } });
  expect(mails.map(({ kind }) => kind)).toEqual(["details_change_confirm"]);
  expect(mails[0]?.text).not.toMatch(/nieuw@|Nieuwstraat|Verweg/);
  expect(mails[0]?.text).toMatch(/Controlewoorden: \w+, \w+\./);

  const token = await tokenFor(email);
  expect(await findWaitingChange(shop.services, token)).toEqual({ kind: "open", parts: ["email", "address"] });
  const answers = await Promise.all([0, 1].map(() => answerChange(shop.services, { token, answer: "confirm" })));
  expect(answers.sort()).toEqual(["confirmed", "over"]);
  expect(await rowOf(scope)).toMatchObject({ email: "nieuw@example.org", street: "Nieuwstraat", city: "Verweg" });
  expect(await findWaitingChange(shop.services, token)).toEqual({ kind: "over" });
  const changed = (await shop.eventsOf(claim)).filter(({ type }) => type === "debtor.details_changed");
  expect(changed.map(({ data }) => data)).toEqual([
    expect.objectContaining({ debtor: { id: scope.debtorId }, fields: ["email", "address"] }),
  ]);
  const told = await shop.services.database.prisma.outgoingMail.findMany({ where: { recipient: "nieuw@example.org" } });
  expect(told.map(({ kind }) => kind)).toEqual(["details_change_confirmed"]);
});

test("refused, too late or replaced, nothing changes", async () => {
  const { scope, email } = await newDebtor();
  const ask = () => requestChange(shop.services, { debtor: scope, changeId: newChange(), wanted: WANTED });
  await ask();
  const refused = await tokenFor(email);
  expect(await answerChange(shop.services, { token: refused, answer: "refuse" })).toBe("refused");
  expect(await answerChange(shop.services, { token: refused, answer: "confirm" })).toBe("over");
  shop.services.clock.advance(1_000);
  await ask();
  const replaced = await tokenFor(email);
  shop.services.clock.advance(1_000);
  await ask();
  const last = await tokenFor(email);
  expect(await answerChange(shop.services, { token: replaced, answer: "confirm" })).toBe("over");
  shop.services.clock.advance(7 * DAY_MS);
  expect(await answerChange(shop.services, { token: last, answer: "confirm" })).toBe("over");
  expect(await answerChange(shop.services, { token: "", answer: "confirm" })).toBe("over");
  expect((await rowOf(scope)).email).toBe(email);
  shop.services.clock.moveTo(NOW);
});

test.each(["nobody has an address", "nobody at the address knows the debtor"])("where %s the creditor is asked", async (which) => {
  const { claim, scope, email } = await newDebtor(which.startsWith("nobody at") ? undefined : null);
  if (email !== "") {
    await shop.services.database.prisma.$transaction((tx) => stopAddress(tx, shop.services, { owner: scope, address: email })); // prettier-ignore
  }
  const changeId = newChange();
  const order = { debtor: scope, changeId, wanted: { ...WANTED, email: email === "" ? null : email } };
  expect(await requestChange(shop.services, order)).toEqual({ ok: true, value: { by: "creditor" } });
  await requestChange(shop.services, order);
  expect((await rowOf(scope)).street).toBeNull();
  const told = (await shop.eventsOf(claim)).filter(({ type }) => type === "debtor.help_requested");
  expect(told.map(({ data }) => data)).toEqual([
    expect.objectContaining({ about: "details_change", change: { id: changeId, fields: ["address"] } }),
  ]);
  const letters = await shop.services.database.prisma.message.findMany({ where: { claimId: claim.claimId } });
  expect(letters.map(({ direction, body }) => `${direction} ${body.split("\n")[0]}`)).toEqual(["inbound Straat: Nieuwstraat"]); // prettier-ignore
}); // prettier-ignore

test("what is as it was, is no change", async () => {
  const { scope, email } = await newDebtor();
  const wanted = { email, phone: null, street: null, houseNumber: null, addressLine2: null, postalCode: null, city: null }; // prettier-ignore
  expect(await requestChange(shop.services, { debtor: scope, changeId: newChange(), wanted })).toEqual({ ok: false, error: { kind: "nothing_changed" } }); // prettier-ignore
  expect(await requestChange(shop.services, { debtor: scope, changeId: "chg_1", wanted: WANTED })).toEqual({ ok: false, error: { kind: "invalid_request" } }); // prettier-ignore
});

test("language and channel hold at once; a channel needs an address", async () => {
  const { claim, scope } = await newDebtor();
  const set = (preference: Parameters<typeof setPreference>[1]["preference"]) => setPreference(shop.services, { debtor: scope, preference }); // prettier-ignore
  expect(await set({ kind: "language", language: "en" })).toEqual({ ok: true, value: null });
  expect(await set({ kind: "channel", channel: "email" })).toEqual({ ok: true, value: null });
  expect(await set({ kind: "channel", channel: "email" })).toEqual({ ok: true, value: null });
  expect(await set({ kind: "channel", channel: "sms" })).toEqual({ ok: false, error: { kind: "unreachable" } });
  expect(await set({ kind: "channel", channel: "letter" })).toEqual({ ok: false, error: { kind: "unreachable" } });
  expect(await rowOf(scope)).toMatchObject({ language: "en", channel: "email" });
  const given = () => findClaimDetails(shop.services.database.prisma, scope).then((found) => found && claimJson(found).debtor); // prettier-ignore
  expect(await given()).toMatchObject({ language: "en", channel: "email" });
  expect(await loadOwingDebtor(shop.services, scope)).toMatchObject({ channel: "email" });
  const changed = (await shop.eventsOf(claim)).filter(({ type }) => type === "debtor.details_changed");
  expect(changed.map(({ data }) => data["fields"])).toEqual([["language"], ["channel"]]);

  await set({ kind: "channel", channel: null });
  expect(await given()).not.toHaveProperty("channel");
  expect(await loadOwingDebtor(shop.services, scope)).toMatchObject({ channel: null });
});

test("who asks to be forgotten is answered at once, with the day and the reason", async () => {
  const open = await newDebtor();
  const ask = (debtor: DebtorScope, requestId = newChange()) => requestErasure(shop.services, { debtor, requestId, language: "nl" }); // prettier-ignore
  const requestId = newChange();
  expect(await ask(open.scope, requestId)).toEqual({ ok: true, value: { kind: "open_claim" } });
  await ask(open.scope, requestId);
  const told = (await shop.eventsOf(open.claim)).filter(({ type }) => type === "debtor.help_requested");
  expect(told.map(({ data }) => data)).toEqual([
    expect.objectContaining({ about: "erasure", erasure: { keptUntil: null, reason: "open_claim" } }),
  ]);

  const paid = await newDebtor();
  await shop.pay(await shop.startOpen([{ claim: paid.claim, amount: "100.00" }]));
  expect(await ask(paid.scope)).toEqual({
    ok: true,
    value: { kind: "kept", rule: "bookkeeping", until: "2033-12-31" },
  });
  const mail = await shop.services.database.prisma.outgoingMail.findFirstOrThrow({ where: { recipient: paid.email, kind: "erasure_answered" } }); // prettier-ignore
  expect(mail.text).toContain("Wissen kan na 31 december 2033.");
  const letters = await shop.services.database.prisma.message.findMany({ where: { claimId: paid.claim.claimId, subject: { contains: "wissen" } } }); // prettier-ignore
  expect(letters.map(({ direction }) => direction).sort()).toEqual(["inbound", "outbound"]);
});

test("own data is everything of this debtor, without a secret, and nothing of another", async () => {
  const { claim, scope, email } = await newDebtor();
  const other = await newDebtor();
  await shop.pay(await shop.startOpen([{ claim, amount: "12.50" }]));
  await requestChange(shop.services, { debtor: scope, changeId: newChange(), wanted: WANTED });
  const issued = await issueLink(shop.services, { creditorId: scope.creditorId, claimId: claim.claimId, channel: "email", actor: "test" }); // prettier-ignore
  if (!issued.ok) throw new Error(issued.error.kind);
  const token = await tokenFor(email);
  const text = await writeOwnData(shop.services, scope);
  const data = JSON.parse(text) as { details: object; claims: object[]; payments: { amount: string }[]; changes: object[] }; // prettier-ignore
  expect(data.details).toMatchObject({ email, name: "J. de Vries", creditor: { name: "Kinderopvang Zonnestraal" } });
  expect(data.claims).toMatchObject([
    { id: claim.claimId, invoices: [{ amount: "100.00", dueOn: "2026-10-31" }], statement: { open: "87.50" } },
  ]);
  expect(data.payments).toMatchObject([{ amount: "12.50", amountRefunded: "0.00", parts: [{ claimId: claim.claimId, amount: "12.50" }] }]); // prettier-ignore
  expect(data.changes).toMatchObject([{ details: { street: "Nieuwstraat" }, confirmedAt: null }]);
  expect(text).not.toMatch(/(hash|token|mollie|checkoutUrl)\w*":/i);
  for (const secret of [token, hashSecret(token), issued.value.code, other.email, other.claim.claimId]) expect(text).not.toContain(secret); // prettier-ignore
});

test("sessions end one by one, or all but one's own; never those of another debtor", async () => {
  const { claim, scope } = await newDebtor();
  const stranger = await newDebtor();
  const issued = await issueLink(shop.services, { creditorId: scope.creditorId, claimId: claim.claimId, channel: "email", actor: "test" }); // prettier-ignore
  if (!issued.ok) throw new Error(issued.error.kind);
  const begin = async () => {
    const createdAt = shop.services.clock.now();
    const { id } = await shop.services.database.prisma.debtorSession.create({
      data: { id: newId("ses", createdAt), tokenHash: newId("tok", createdAt), creditorId: scope.creditorId, claimId: claim.claimId, debtorId: scope.debtorId, linkId: issued.value.id, createdAt, expiresAt: new Date(createdAt.getTime() + DAY_MS) }, // prettier-ignore
    });
    shop.services.clock.advance(1_000);
    return id;
  };
  const [first, second, third, own] = [await begin(), await begin(), await begin(), await begin()];
  const mine = { ...scope, sessionId: own };
  const ids = async () => (await listSessions(shop.services, mine)).map(({ id, own: isOwn }) => (isOwn ? `${id} own` : id)); // prettier-ignore
  expect(await ids()).toEqual([`${own} own`, third, second, first]);
  expect(await endSessions(shop.services, { debtor: stranger.scope, which: first })).toBe(0);
  expect(await endSessions(shop.services, { debtor: stranger.scope, which: "others" })).toBe(0);
  expect(await endSessions(shop.services, { debtor: mine, which: second })).toBe(1);
  expect(await ids()).toEqual([`${own} own`, third, first]);
  expect(await endSessions(shop.services, { debtor: mine, which: "others" })).toBe(2);
  expect(await ids()).toEqual([`${own} own`]);
});
