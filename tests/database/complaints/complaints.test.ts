import { afterAll, beforeAll, expect, test } from "vitest";
import { complaintNumber } from "#app/domain/spoken-number.ts";
import { answerComplaint } from "#app/server/complaints/answer-complaint.server.ts";
import { openComplaint } from "#app/server/complaints/open-complaint.server.ts";
import { listOwnComplaints } from "#app/server/complaints/own-complaints.server.ts";
import { createCreditor } from "#app/server/creditors/create-creditor.server.ts";
import { createUser } from "#app/server/creditors/create-user.server.ts";
import { listInbox } from "#app/server/inbox/list-inbox.server.ts";
import { newId } from "#app/server/platform/crypto/random-id.server.ts";
import { openShop, type Shop, type TestClaim } from "../../support/shop.ts";

const OUTSIDE = { name: "Kifid", url: "https://www.kifid.nl" };

let shop: Shop;

beforeAll(async () => {
  shop = await openShop();
  const { services, creditorId } = shop;
  await services.database.prisma.creditor.update({
    where: { id: creditorId },
    data: { complaints: { email: "klachten@zonnestraal.example", outsideBody: OUTSIDE } },
  });
  await createUser(services, { creditorId, email: "eigenaar@zonnestraal.example", role: "owner", actor: "test" });
  await createUser(services, { creditorId, email: "kijker@zonnestraal.example", role: "reader", actor: "test" });
});

afterAll(() => shop.close());

async function complain(claim: TestClaim, complaintId = newId("cpl", shop.services.clock.now())): Promise<string> {
  const order = { debtor: claim.debtor, claimId: claim.claimId, complaintId, about: "contact", text: "Te veel gebeld.", language: "nl" } as const; // prettier-ignore
  const opened = await openComplaint(shop.services, order);
  if (!opened.ok) throw new Error(opened.error.kind);
  return complaintId;
}

const mailsOf = async (complaintId: string) => {
  const mails = await shop.services.database.prisma.outgoingMail.findMany({ where: { text: { contains: complaintNumber(complaintId) } }, orderBy: [{ kind: "asc" }, { recipient: "asc" }] }); // prettier-ignore
  return mails.map(({ kind, recipient }) => `${kind} ${recipient}`);
};

test("a complaint is confirmed at once, told to the creditor, and is one when it is sent twice", async () => {
  const claim = await shop.newClaim({ email: "klager@example.org" });
  const id = await complain(claim);
  await complain(claim, id);
  expect(await listOwnComplaints(shop.services, claim.debtor)).toEqual([
    { id, about: "contact", text: "Te veel gebeld.", madeOn: "2026-11-22", answerBefore: "2026-12-20", answer: null, outsideIsOpen: false },
  ]); // prettier-ignore
  expect(await mailsOf(id)).toEqual([
    "complaint_opened_creditor eigenaar@zonnestraal.example",
    "complaint_opened_creditor klachten@zonnestraal.example",
    "complaint_received klager@example.org",
  ]);
  const told = (await shop.eventsOf(claim)).at(-1);
  expect(told).toMatchObject({
    type: "debtor.help_requested",
    data: {
      about: "complaint",
      complaint: { id, number: complaintNumber(id), about: "contact", answerBefore: "2026-12-20" },
    },
  });
  expect(JSON.stringify(told)).not.toMatch(/gebeld|Vries/);
  const letters = await shop.services.database.prisma.message.findMany({ where: { claimId: claim.claimId }, orderBy: { direction: "desc" } }); // prettier-ignore
  expect(letters.map(({ direction, subject }) => `${direction} ${subject}`).sort()).toEqual([
    "inbound Klacht: Te veel berichten of telefoontjes",
    `outbound Uw klacht is ontvangen (${complaintNumber(id)})`,
  ]);
  const receipt = await shop.services.database.prisma.outgoingMail.findFirstOrThrow({ where: { kind: "complaint_received" } }); // prettier-ignore
  expect(receipt.text).toContain("Antwoord op of voor: 20 december 2026");
  expect(receipt.text).toMatch(/Controlewoorden: \w+, \w+\./);
});

test("of two who answer one wins; the debtor reads it, and where to go next", async () => {
  const claim = await shop.newClaim({ email: "antwoord@example.org" });
  const id = await complain(claim);
  const answer = (actor: string) => answerComplaint(shop.services, { creditorId: shop.creditorId, complaintId: id, text: `Van ${actor}.`, actor }); // prettier-ignore
  const answers = await Promise.all([answer("user:usr_1"), answer("user:usr_2")]);
  expect(answers.map((one) => (one.ok ? "answered" : one.error.kind)).sort()).toEqual(["already_answered", "answered"]);
  const [own] = await listOwnComplaints(shop.services, claim.debtor);
  expect(own?.answer?.text).toMatch(/^Van user:usr_[12]\.$/);
  expect(own?.outsideIsOpen).toBe(true);
  const mail = await shop.services.database.prisma.outgoingMail.findFirstOrThrow({ where: { kind: "complaint_answered", recipient: "antwoord@example.org" } }); // prettier-ignore
  expect(mail.text).toContain("Kifid gaan: https://www.kifid.nl");
});

test("without an answer the way outside opens after the term", async () => {
  const claim = await shop.newClaim();
  await complain(claim);
  const outside = async () => (await listOwnComplaints(shop.services, claim.debtor))[0]?.outsideIsOpen;
  shop.services.clock.moveTo("2026-12-20T22:00:00.000Z");
  expect(await outside()).toBe(false);
  shop.services.clock.moveTo("2026-12-20T23:30:00.000Z");
  expect(await outside()).toBe(true);
  shop.services.clock.moveTo("2026-11-22T10:00:00.000Z");
});

test("the inbox lists what waits by its last day, and what was answered", async () => {
  const claim = await shop.newClaim();
  const id = await complain(claim);
  const before = await listInbox(shop.services, { creditorId: shop.creditorId });
  expect(before.waiting.find((item) => item.id === id)).toEqual({
    kind: "complaint",
    id,
    debtor: "J. de Vries",
    references: [expect.stringMatching(/^2026-/)],
    about: "contact",
    answerBefore: "2026-12-20",
  });
  expect(before.counts.complaint).toBe(before.waiting.length);
  await answerComplaint(shop.services, { creditorId: shop.creditorId, complaintId: id, text: "Excuses.", actor: "user:usr_1" }); // prettier-ignore
  const after = await listInbox(shop.services, { creditorId: shop.creditorId });
  expect(after.counts.complaint).toBe(before.counts.complaint - 1);
  expect(after.decided.some((item) => item.id === id && item.kind === "complaint")).toBe(true);
});

test("nobody complains about a claim of another, and no other creditor answers", async () => {
  const [own, other] = [await shop.newClaim(), await shop.newClaim()];
  const order = { complaintId: newId("cpl", shop.services.clock.now()), about: "other", text: "Nee.", language: "nl" } as const; // prettier-ignore
  expect(await openComplaint(shop.services, { ...order, debtor: own.debtor, claimId: other.claimId })).toEqual({ ok: false, error: { kind: "not_found" } }); // prettier-ignore
  expect(await openComplaint(shop.services, { ...order, complaintId: "cpl_1", debtor: own.debtor, claimId: own.claimId })).toEqual({ ok: false, error: { kind: "invalid_request" } }); // prettier-ignore
  const stranger = await createCreditor(shop.services, { name: "Ander", iban: "NL02ABNA0123456789", canDeductVat: true, actor: "test" }); // prettier-ignore
  if (!stranger.ok) throw new Error(stranger.error.kind);
  const complaintId = await complain(own);
  const answered = await answerComplaint(shop.services, { creditorId: stranger.value.id, complaintId, text: "Nee.", actor: "user:usr_9" }); // prettier-ignore
  expect(answered).toEqual({ ok: false, error: { kind: "complaint_not_found" } });
  expect((await listInbox(shop.services, { creditorId: stranger.value.id })).counts.complaint).toBe(0);
});
