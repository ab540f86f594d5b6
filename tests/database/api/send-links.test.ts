import { afterAll, beforeAll, expect, test } from "vitest";
import { ok } from "#app/domain/result.ts";
import { LANGUAGES } from "#app/i18n/languages.ts";
import { issueLink } from "#app/server/access/issue-link.server.ts";
import { mailLinks } from "#app/server/access/mail-links.server.ts";
import { sendLink } from "#app/server/access/send-link.server.ts";
import { enterByLink, findLink } from "#app/server/access/open-link.server.ts";
import { findCapturedMail, listCapturedMails } from "#app/server/messages/captured-mails.server.ts";
import { openDispute } from "#app/server/disputes/open-dispute.server.ts";
import { sendDueMails } from "#app/server/messages/send-due-mails.server.ts";
import { sendDueTexts } from "#app/server/messages/send-due-texts.server.ts";
import { stopAddress } from "#app/server/messages/stopped-address.server.ts";
import { newAppKeyEntry } from "#app/server/platform/crypto/key-ring.server.ts";
import { newId } from "#app/server/platform/crypto/random-id.server.ts";
import { inTransaction } from "#app/server/platform/database/transaction.server.ts";
import { reportWrongPerson } from "#app/server/wrong-person/report-wrong-person.server.ts";
import { type ApiTest, euro, exampleClaim, openApi } from "../../support/api.ts";

let api: ApiTest;

/** A Monday, in the middle of the day. */
const MONDAY = "2026-11-23T10:00:00.000Z";

beforeAll(async () => void (api = await openApi({ at: MONDAY })));
afterAll(() => api.close());

let count = 0;

async function newClaim(debtor: Record<string, unknown> = {}): Promise<string> {
  count += 1;
  const [invoice] = exampleClaim().invoices;
  const who = { reference: `D-${count}`, type: "person", name: "J. de Vries", email: `d${count}@example.nl`, phone: "+31612345678", language: "nl", ...debtor }; // prettier-ignore
  const made = await api.call("POST", "/claims", { body: exampleClaim({ reference: `S-${count}`, debtor: who, invoices: [{ ...invoice, number: `F-${count}` }] }) }); // prettier-ignore
  expect(made.status).toBe(201);
  return made.body.id;
}

const link = (claim: string, channel: string, headers: Record<string, string> = {}) => api.call("POST", `/claims/${claim}/links`, { body: { channel }, headers }); // prettier-ignore

const mailsOf = (claimId: string) => api.services.database.prisma.outgoingMail.findMany({ where: { claimId, kind: "link" } }); // prettier-ignore
const textsOf = (claimId: string) => api.services.database.prisma.outgoingSms.findMany({ where: { claimId } });

const payAll = (claim: string) =>
  api.call("POST", `/claims/${claim}/payments`, {
    body: { amount: euro("200.00"), receivedOn: "2026-11-23", method: "cash" },
  });

async function disputeClaim(claimId: string): Promise<void> {
  const { debtorId } = await api.services.database.prisma.claim.findUniqueOrThrow({ where: { id: claimId } });
  const issued = await issueLink(api.services, { creditorId: api.creditorId, claimId, channel: "none", actor: "test" });
  if (!issued.ok) throw new Error(issued.error.kind);
  const debtor = {
    creditorId: api.creditorId,
    debtorId,
    claimId,
    linkId: issued.value.id,
    helper: null,
    sessionId: "x",
  };
  const disputeId = newId("dsp", api.services.clock.now());
  const order = { debtor, claimId, disputeId, ground: "not_delivered", scope: { kind: "whole" }, answers: {}, text: "x", uploadIds: [], language: "nl" } as const; // prettier-ignore
  expect((await openDispute(api.services, order)).ok).toBe(true);
}

/** What the creditor heard of mails and text messages. */
async function toldOf(claimId: string): Promise<Record<string, unknown>[]> {
  const where = { claimId, type: { startsWith: "message." } };
  const rows = await api.services.database.prisma.event.findMany({ where, orderBy: { sequence: "asc" } });
  return rows.map(({ type, body }) => {
    const { sequence: _sequence, claim: _claim, ...data } = (JSON.parse(body) as { data: Record<string, unknown> }).data; // prettier-ignore
    return { type, ...data };
  });
}

const opens = async (url: string) => {
  const found = await findLink(api.services, { token: new URL(url).pathname.slice(3) });
  return found.kind === "valid" && (await enterByLink(api.services, found.link)) !== null;
};

test("a link by mail goes to the registered address at once, and stands among the letters without the link", async () => {
  const claim = await newClaim();
  const answer = await link(claim, "email");
  expect([answer.status, answer.body.url, answer.body.qrSvg.startsWith("<svg")]).toEqual([201, expect.stringContaining("/l/"), true]); // prettier-ignore
  const [mail, ...others] = await mailsOf(claim);
  expect([mail?.recipient, mail?.nextAt, others]).toEqual([`d${count}@example.nl`, new Date(MONDAY), []]);
  expect(mail?.text).toContain(answer.body.url);
  expect(mail?.text).toContain("Kinderopvang De Boomhut stuurt u een link");
  expect(mail?.text).toContain(`Voor: J. de Vries\nKenmerk: S-${count}\n`);
  expect(mail?.text).toMatch(/Controlewoorden: \w+, \w+\. Ga zelf naar voldaan\.test\/c en typ de code\./);
  expect(mail?.text).not.toContain("/real");
  expect(await opens(answer.body.url)).toBe(true);
  const letters = await api.call("GET", `/claims/${claim}/messages`);
  expect(letters.body.data).toMatchObject([{ channel: "email", direction: "outbound", subject: "Een link naar uw rekening" }]); // prettier-ignore
  expect(letters.text).not.toContain("/l/");
});

test("the same request again sends nothing more", async () => {
  const claim = await newClaim();
  const headers = { "Idempotency-Key": "send-1" };
  const first = await link(claim, "email", headers);
  await api.services.database.prisma.idempotencyRecord.updateMany({ where: { key: "send-1" }, data: { status: null, responseBody: null } }); // prettier-ignore
  const second = await link(claim, "email", headers);
  expect([second.status, second.body.url]).toEqual([201, first.body.url]);
  expect([await mailsOf(claim), (await api.call("GET", `/claims/${claim}/messages`)).body.data].map(({ length }) => length)).toEqual([1, 1]); // prettier-ignore
});

test("nobody is written to at night or on a Sunday: it waits until the morning", async () => {
  api.services.clock.moveTo("2026-11-28T19:30:00Z");
  const claim = await newClaim();
  await link(claim, "email");
  await link(claim, "sms");
  expect([(await mailsOf(claim))[0]?.nextAt, (await textsOf(claim))[0]?.nextAt]).toEqual([new Date("2026-11-30T06:00:00Z"), new Date("2026-11-30T06:00:00Z")]); // prettier-ignore
  api.services.clock.moveTo(MONDAY);
});

test("a link by text message is captured where no provider is, and can be read in the outbox", async () => {
  const claim = await newClaim();
  const answer = await link(claim, "sms");
  expect(answer.status).toBe(201);
  const [text] = await textsOf(claim);
  expect(text).toMatchObject({ recipient: "+31612345678", status: "pending" });
  expect(text?.text).toContain(`/c/${answer.body.code}`);
  await sendDueTexts(api.services, { sender: null, limit: 10 });
  expect((await textsOf(claim))[0]?.status).toBe("captured");
  expect((await listCapturedMails(api.services)).map(({ id }) => id)).toContain(text?.id);
  expect(await findCapturedMail(api.services, text?.id ?? "")).toMatchObject({ recipient: "+31612345678", text: text?.text }); // prettier-ignore
});

test("a provider that fails for now is asked again later, and what it took is kept without its words", async () => {
  const claim = await newClaim();
  await link(claim, "sms");
  const sent: string[] = [];
  const failing = { send: () => Promise.resolve({ ok: false as const, error: { kind: "temporary" as const, reason: "timeout" as const } }) }; // prettier-ignore
  const working = { send: ({ to }: { to: string }) => Promise.resolve((sent.push(to), { ok: true as const, value: undefined })) }; // prettier-ignore
  await sendDueTexts(api.services, { sender: failing, limit: 10 });
  expect((await textsOf(claim))[0]).toMatchObject({ status: "pending", failure: "timeout", nextAt: new Date("2026-11-23T10:01:00.000Z") }); // prettier-ignore
  expect(await sendDueTexts(api.services, { sender: working, limit: 10 })).toBe(0);
  api.services.clock.moveTo("2026-11-23T10:01:00.000Z");
  await sendDueTexts(api.services, { sender: working, limit: 10 });
  expect([sent, await textsOf(claim)]).toMatchObject([["+31612345678"], [{ status: "sent", text: "" }]]);
  const letters = await api.call("GET", `/claims/${claim}/messages`);
  expect(await toldOf(claim)).toEqual([
    { type: "message.sent", message: { id: letters.body.data[0]?.id, channel: "sms", kind: "link" } },
  ]);
  api.services.clock.moveTo(MONDAY);
});

test("without an address, with a stopped one, or with a claim that rests nothing is made and nothing sent", async () => {
  const { prisma } = api.services.database;
  const bare = await newClaim({ email: undefined, phone: undefined });
  expect((await link(bare, "email")).body.code).toBe("no_email_address");
  expect((await link(bare, "sms")).body.code).toBe("no_phone_number");
  const stopped = await newClaim();
  const { debtorId } = await prisma.claim.findUniqueOrThrow({ where: { id: stopped } });
  const owner = { creditorId: api.creditorId, debtorId };
  await inTransaction(api.services.database, (tx) => stopAddress(tx, api.services, { owner, address: `d${count}@example.nl` })); // prettier-ignore
  expect((await link(stopped, "email")).body.code).toBe("address_stopped");
  const paused = await newClaim();
  await api.call("POST", `/claims/${paused}/pause`, { body: { reason: "overleg" } });
  const refused = await link(paused, "email");
  expect([refused.status, refused.body.code]).toEqual([409, "claim_paused"]);
  expect((await link(paused, "letter")).status).toBe(201);
  expect(await prisma.link.count({ where: { claimId: { in: [bare, stopped, paused] } } })).toBe(1);
  expect(await prisma.outgoingMail.count({ where: { claimId: { in: [bare, stopped, paused] }, kind: "link" } })).toBe(
    0,
  );
});

test("nothing is sent about a claim that is settled or closed, or rests while it is disputed", async () => {
  const [settled, closed, both] = [await newClaim(), await newClaim(), await newClaim()];
  await payAll(settled);
  await close(closed);
  await api.call("POST", `/claims/${both}/pause`, { body: { reason: "overleg" } });
  await disputeClaim(both);
  expect((await api.call("GET", `/claims/${both}`)).body.status).toBe("disputed");
  const refused = await Promise.all([settled, closed, both].map((claim) => link(claim, "email")));
  expect(refused.map(({ status, body }) => `${status} ${body.code}`)).toEqual(["409 claim_settled", "409 claim_closed", "409 claim_paused"]); // prettier-ignore
});

test("what was sent is answered again, though the claim rests since", async () => {
  const claim = await newClaim();
  const headers = { "Idempotency-Key": "send-then-rest" };
  const first = await link(claim, "sms", headers);
  await api.services.database.prisma.idempotencyRecord.updateMany({ where: { key: "send-then-rest" }, data: { status: null, responseBody: null } }); // prettier-ignore
  await api.call("POST", `/claims/${claim}/pause`, { body: { reason: "overleg" } });
  expect((await link(claim, "sms", headers)).text).toBe(first.text);
});

test("what was sent is answered again, though the number is gone since, or the provider", async () => {
  const claimId = await newClaim();
  const { creditorId, services } = api;
  const secretBytes = (size: number) => new Uint8Array(size).fill(7);
  const again = { id: newId("lnk", services.clock.now()), secretBytes: () => secretBytes };
  const order = { creditorId, claimId, channel: "sms", actor: "test", again } as const;
  const withoutTexts = { ...services, config: { ...services.config, production: true, smsUrl: null } };
  expect(await sendLink(withoutTexts, order)).toEqual({ ok: false, error: { kind: "sms_off" } });
  const first = await sendLink(services, order);
  expect(first.ok).toBe(true);
  expect(await sendLink(withoutTexts, order)).toEqual(first);
  const { debtorId } = await services.database.prisma.claim.findUniqueOrThrow({ where: { id: claimId } });
  await services.database.prisma.debtor.update({ where: { id: debtorId }, data: { phone: null } });
  expect(await sendLink(services, order)).toEqual(first);
  expect(await textsOf(claimId)).toHaveLength(1);
});

test("who gets a text that is not for them stops the number, also for a text that waits", async () => {
  const claim = await newClaim();
  const { url } = (await link(claim, "sms")).body;
  const found = await findLink(api.services, { token: new URL(url).pathname.slice(3) });
  if (found.kind !== "valid") throw new Error("the link does not open");
  await reportWrongPerson(api.services, { link: found.link, answer: "unknown" });
  await sendDueTexts(api.services, { sender: null, limit: 10 });
  expect(await textsOf(claim)).toMatchObject([{ status: "failed", failure: "address_stopped", text: "" }]);
  expect(await opens(url)).toBe(false);
});

test("a text that the provider refuses is told of with its status, and its words are not kept", async () => {
  const claim = await newClaim();
  await link(claim, "sms");
  const error = { kind: "permanent" as const, reason: "refused" as const, status: 400 };
  await sendDueTexts(api.services, { sender: { send: async () => ({ ok: false, error }) }, limit: 10 });
  expect(await textsOf(claim)).toMatchObject([{ status: "failed", failure: "refused", text: "" }]);
  expect(await toldOf(claim)).toMatchObject([{ type: "message.bounced", message: { channel: "sms" }, reason: "refused", code: "400" }]); // prettier-ignore
});

const SATURDAY_NIGHT = "2026-11-28T19:30:00Z";
const MONDAY_MORNING = "2026-11-30T06:00:00Z";

const close = (claim: string) => api.call("POST", `/claims/${claim}/close`, { body: { reason: "x" } });
const correct = (claim: string) => api.call("PATCH", `/claims/${claim}`, { body: { debtor: { email: "new@example.nl", phone: "+31687654321" } } }); // prettier-ignore

test.each<[string, string, (claim: string) => Promise<unknown>]>([
  ["a pause", "claim_paused", (claim) => api.call("POST", `/claims/${claim}/pause`, { body: { reason: "overleg" } })],
  ["a close", "claim_closed", close],
  ["a payment of all", "claim_settled", (claim) => payAll(claim)],
  ["a dispute", "claim_disputed", (claim) => disputeClaim(claim)],
  ["a corrected address", "address_changed", correct],
])(
  "a link that waits for the morning does not go after %s, and the creditor is told",
  async (_what, reason, happen) => {
    api.services.clock.moveTo(SATURDAY_NIGHT);
    const claim = await newClaim();
    await link(claim, "email");
    await link(claim, "sms");
    await happen(claim);
    api.services.clock.moveTo(MONDAY_MORNING);
    const sent: string[] = [];
    const took = (id: string) => (sent.push(id), ok(undefined));
    await sendDueMails(api.services, { mailer: { send: async ({ messageId }) => took(messageId) }, limit: 50 });
    await sendDueTexts(api.services, { sender: { send: async ({ id }) => took(id) }, limit: 50 });
    expect(await mailsOf(claim)).toMatchObject([{ status: "failed", failure: reason, text: "", html: "" }]);
    expect(await textsOf(claim)).toMatchObject([{ status: "failed", failure: reason, text: "" }]);
    const waited = [...(await mailsOf(claim)), ...(await textsOf(claim))].map(({ id }) => id);
    expect(sent.filter((id) => waited.includes(id))).toEqual([]);
    const bounced = (await toldOf(claim)).filter(({ type }) => type === "message.bounced");
    expect(bounced).toMatchObject(["email", "sms"].map((channel) => ({ message: { channel, kind: "link" }, reason, code: null }))); // prettier-ignore
    api.services.clock.moveTo(MONDAY);
  },
);

test("a claim that was disputed before still gets the link that its creditor sends", async () => {
  const claim = await newClaim();
  await disputeClaim(claim);
  api.services.clock.advance(1_000);
  await link(claim, "email");
  const taking = { send: async () => ok(undefined) };
  await sendDueMails(api.services, { mailer: taking, limit: 50 });
  expect(await mailsOf(claim)).toMatchObject([{ status: "sent" }]);
  api.services.clock.moveTo(MONDAY);
});

test("in production there are no text messages without a provider", async () => {
  const production = await openApi({
    at: MONDAY,
    env: { NODE_ENV: "production", APP_KEYS: newAppKeyEntry("a"), SMTP_URL: "smtp://localhost", MAIL_FROM: "a@b.nl" },
  });
  const claim = (await production.call("POST", "/claims", { body: exampleClaim() })).body.id;
  const refused = await production.call("POST", `/claims/${claim}/links`, { body: { channel: "sms" } });
  expect([refused.status, refused.body.code]).toEqual([422, "sms_off"]);
  await production.close();
});

test("links are mailed for several claims, once for each mailing, and one that cannot does not stop the others", async () => {
  const [first, bare, second] = [await newClaim(), await newClaim({ email: undefined }), await newClaim()];
  const never = newId("clm", new Date(0));
  const mailing = { creditorId: api.creditorId, claimIds: [first, bare, never, second, first], mailingId: newId("frm", new Date(0)), actor: "user:usr_1" }; // prettier-ignore
  const expected = {
    mailed: [first, second],
    notMailed: [
      { claimId: bare, reason: "no_address" },
      { claimId: never, reason: "claim_not_found" },
    ],
  };
  expect(await mailLinks(api.services, mailing)).toEqual(expected);
  expect(await mailLinks(api.services, mailing)).toEqual(expected);
  for (const claim of [first, second]) {
    const [mail, ...others] = await mailsOf(claim);
    expect(others).toEqual([]);
    expect(await opens(/https:\/\/\S+\/l\/\S+/.exec(mail?.text ?? "")?.[0] ?? "")).toBe(true);
  }
  const other = await api.addCreditor("Ander B.V.");
  const foreign = await mailLinks(api.services, { ...mailing, creditorId: other.creditorId, claimIds: [first] });
  expect(foreign).toEqual({ mailed: [], notMailed: [{ claimId: first, reason: "claim_not_found" }] });
});

test("a link does not say whom it is for outside the body of its mail", async () => {
  const claim = await newClaim();
  const answer = await link(claim, "email");
  const [mail] = await mailsOf(claim);
  expect(`${mail?.subject} ${mail?.id} ${answer.body.url}`).not.toMatch(/Vries|S-\d/);
});

test.each(LANGUAGES)(
  "a text in %s says the reference and how to check it, in no more parts than fit",
  async (language) => {
    const claim = await newClaim({ language });
    const { code } = (await link(claim, "sms")).body;
    const [sms] = await textsOf(claim);
    const text = sms?.text ?? "";
    for (const said of [`S-${count}`, `/c/${code}`, "voldaan.test/c"]) expect(text).toContain(said);
    expect(text).not.toMatch(/\/real|Vries/);
    // Parts of a long message: 153 characters of GSM 03.38, or 67 where a letter is not among those.
    expect(text.length).toBeLessThanOrEqual(["nl", "en", "de"].includes(language) ? 2 * 153 : 5 * 67);
  },
);
