import { afterAll, beforeAll, expect, test } from "vitest";
import type { CreditorGrant } from "#app/server/access/creditor-session.server.ts";
import { createCreditor } from "#app/server/creditors/create-creditor.server.ts";
import { requestChange } from "#app/server/details/request-change.server.ts";
import { requestErasure } from "#app/server/details/request-erasure.server.ts";
import { actOnPause } from "#app/server/inbox/act-on-pause.server.ts";
import { actOnQuestion } from "#app/server/inbox/act-on-question.server.ts";
import { listInbox } from "#app/server/inbox/list-inbox.server.ts";
import { loadInboxPause } from "#app/server/inbox/load-inbox-pause.server.ts";
import { loadInboxQuestion } from "#app/server/inbox/load-inbox-question.server.ts";
import { askPause } from "#app/server/pauses/own-pause.server.ts";
import { newId } from "#app/server/platform/crypto/random-id.server.ts";
import { reportSpecialCase } from "#app/server/special-cases/report-special-case.server.ts";
import { openShop, type Shop, type TestClaim } from "../../support/shop.ts";

let shop: Shop;
let grant: CreditorGrant;
let stranger: CreditorGrant;

beforeAll(async () => {
  shop = await openShop();
  const { prisma } = shop.services.database;
  const user = { id: "usr_1", creditorId: shop.creditorId, email: "administratie@example.org" };
  await prisma.user.create({ data: user });
  await prisma.user.create({ data: { ...user, id: "usr_2", email: "collega@example.org" } });
  grant = { creditorId: shop.creditorId, userId: user.id, email: user.email } as CreditorGrant;
  const other = await createCreditor(shop.services, { name: "Ander", iban: "NL02ABNA0123456789", canDeductVat: true, actor: "test" }); // prettier-ignore
  if (!other.ok) throw new Error(other.error.kind);
  stranger = { ...grant, creditorId: other.value.id };
});
afterAll(() => shop.close());

const colleague = (): CreditorGrant => ({ ...grant, userId: "usr_2" });
const now = () => shop.services.clock.now();
const form = (fields: Record<string, string>) => new URLSearchParams(fields);
const onQuestion = (questionId: string, fields: Record<string, string>, by = grant) => actOnQuestion(shop.services, { grant: by, questionId, form: form(fields) }); // prettier-ignore
const onPause = (pauseId: string, fields: Record<string, string>, by = grant) => actOnPause(shop.services, { grant: by, pauseId, form: form(fields) }); // prettier-ignore
const question = (questionId: string, by = grant) => loadInboxQuestion(shop.services, { grant: by, questionId });
const pause = (pauseId: string, by = grant) => loadInboxPause(shop.services, { grant: by, pauseId });

const NOTHING = { email: null, phone: null, street: null, houseNumber: null, addressLine2: null, postalCode: null, city: null }; // prettier-ignore

async function wantsDetails(claim: TestClaim, wanted: Partial<Record<keyof typeof NOTHING, string>>): Promise<string> {
  const debtor = { ...claim.debtor, claimId: claim.claimId };
  const order = { debtor, changeId: newId("chg", now()), wanted: { ...NOTHING, ...wanted } };
  expect(await requestChange(shop.services, order)).toEqual({ ok: true, value: { by: "creditor" } });
  await requestChange(shop.services, order);
  return questionOf(claim);
}

async function questionOf({ claimId }: TestClaim): Promise<string> {
  const rows = await shop.services.database.prisma.question.findMany({ where: { claimId } });
  expect(rows).toHaveLength(1);
  return rows[0]?.id ?? "";
}

async function pauseOf({ claimId }: TestClaim): Promise<string> {
  return (await shop.services.database.prisma.pause.findFirstOrThrow({ where: { claimId }, orderBy: { id: "desc" } }))
    .id;
}

const lettersOf = async ({ claimId }: TestClaim) =>
  (await shop.services.database.prisma.message.findMany({ where: { claimId, direction: "outbound" } })).map(({ body }) => body); // prettier-ignore

const debtorOf = ({ debtorId }: TestClaim) => shop.services.database.prisma.debtor.findUniqueOrThrow({ where: { id: debtorId } }); // prettier-ignore

test("a change that nobody can confirm waits for a person, who makes it once", async () => {
  const claim = await shop.newClaim();
  const id = await wantsDetails(claim, { email: "nieuw@example.org", street: "Dorpsstraat" });
  const { waiting, counts } = await listInbox(shop.services, { creditorId: shop.creditorId, kind: "question" });
  expect([waiting, counts.question]).toMatchObject([[{ kind: "question", id, about: "details_change", answerBefore: "2026-12-22" }], 1]); // prettier-ignore
  expect((await question(id))?.changes).toEqual([
    { field: "email", now: null, wanted: "nieuw@example.org" },
    { field: "street", now: null, wanted: "Dorpsstraat" },
  ]);
  expect(await onQuestion(id, { act: "handle" })).toEqual({ ok: false, error: { kind: "not_found" } });
  expect(await onQuestion(id, { act: "apply" }, stranger)).toEqual({ ok: false, error: { kind: "not_found" } });
  expect(await question(id, stranger)).toBeNull();

  const answers = await Promise.all([
    onQuestion(id, { act: "apply", text: "Gedaan." }),
    onQuestion(id, { act: "decline", declineText: "Wij kennen u niet." }, colleague()),
  ]);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(answers.find(({ ok }) => !ok)).toEqual({ ok: false, error: { kind: "answered" } });
  const applied = answers[0].ok;
  expect((await debtorOf(claim)).email).toBe(applied ? "nieuw@example.org" : null);
  expect((await question(id))?.answer).toMatchObject({ outcome: applied ? "applied" : "declined", by: applied ? { kind: "you" } : { kind: "colleague", email: "collega@example.org" } }); // prettier-ignore
  expect(await lettersOf(claim)).toHaveLength(1);
  const { decided } = await listInbox(shop.services, { creditorId: shop.creditorId });
  expect(decided).toMatchObject([{ kind: "question", id }]);
});

test("who turns a change down says why, and the details stay", async () => {
  const claim = await shop.newClaim();
  const id = await wantsDetails(claim, { phone: "+31612345670" });
  expect(await onQuestion(id, { act: "decline", declineText: "  " })).toEqual({
    ok: false,
    error: { kind: "incomplete", error: { field: "declineText", kind: "missing" }, typed: "  " },
  });
  expect(await onQuestion(id, { act: "decline", declineText: "x".repeat(4_001) })).toMatchObject({ error: { kind: "incomplete", error: { kind: "too_long" } } }); // prettier-ignore
  expect(await onQuestion(id, { act: "decline", declineText: "Bel ons even." })).toEqual({ ok: true, value: "declined" }); // prettier-ignore
  expect((await debtorOf(claim)).phone).toBeNull();
  expect((await question(id))?.changes).toEqual([{ field: "phone", wanted: "+31612345670" }]);
  expect(await onQuestion(id, { act: "constructor" })).toEqual({ ok: false, error: { kind: "not_found" } });
  expect((await lettersOf(claim))[0]).toContain("Bel ons even.");
});

test("a death, a request to be forgotten: each is seen to by a person, and a message is sent only when there is one", async () => {
  const claim = await shop.newClaim();
  const messageId = newId("msg", now());
  const { debtor, claimId } = claim;
  const report = { debtor, claimId, messageId, about: "deceased", reason: "deceased", subject: "Overleden", body: "Naam: X" } as const; // prettier-ignore
  await reportSpecialCase(shop.services, report);
  await reportSpecialCase(shop.services, report);
  const id = await questionOf(claim);
  const pauseId = await pauseOf(claim);
  expect(await question(id)).toMatchObject({ kind: "deceased", answerBefore: "2026-12-06", letter: { text: "Naam: X" }, pauseId }); // prettier-ignore
  expect(await pause(pauseId)).toMatchObject({ reason: "deceased", untilOn: null, letter: { questionId: id, text: "Naam: X" } }); // prettier-ignore
  const before = (await lettersOf(claim)).length;
  expect(await onQuestion(id, { act: "handle", text: "" })).toEqual({ ok: true, value: "handled" });
  expect(await lettersOf(claim)).toHaveLength(before);

  const erased = await shop.newClaim();
  await requestErasure(shop.services, { debtor: { ...erased.debtor, claimId: erased.claimId }, requestId: newId("chg", now()), language: "nl" }); // prettier-ignore
  const asked = await questionOf(erased);
  expect((await question(asked))?.retention).toEqual({ kind: "open_claim" });
  expect(await onQuestion(asked, { act: "apply" })).toEqual({ ok: false, error: { kind: "not_found" } });
  expect(await onQuestion(asked, { act: "handle", text: "Wij bewaren alleen wat moet." })).toEqual({ ok: true, value: "handled" }); // prettier-ignore
  expect((await lettersOf(erased)).some((body) => body.includes("Wij bewaren alleen wat moet."))).toBe(true);
});

test("what rests stands in the inbox by its last day, is made longer with a reason, and ended by one of two", async () => {
  const claim = await shop.newClaim({ email: "rust@example.org" });
  await askPause(shop.services, { debtor: claim.debtor });
  const id = await pauseOf(claim);
  const { waiting } = await listInbox(shop.services, { creditorId: shop.creditorId, kind: "pause" });
  expect(waiting).toMatchObject([{ id, kind: "pause", reason: "help_sought", answerBefore: "2027-03-22" }, { reason: "deceased", answerBefore: null }]); // prettier-ignore
  const mail = await shop.services.database.prisma.outgoingMail.findFirstOrThrow({ where: { claimId: claim.claimId, kind: "pause_started_creditor" } }); // prettier-ignore
  expect(mail.text).toContain(`https://voldaan.test/creditor/pauses/${id}\n`);

  const wrong: [fields: Record<string, string>, errors: object[]][] = [
    [{ until: "morgen", extendReason: " " }, [{ field: "until", kind: "not_a_day" }, { field: "extendReason", kind: "missing" }]],
    [{ until: "2026-11-21", extendReason: "x" }, [{ field: "until", kind: "past" }]],
    [{ until: "2027-03-22", extendReason: "x" }, [{ field: "until", kind: "not_longer", untilOn: "2027-03-22" }]],
    [{ until: "2027-04-22", extendReason: "x".repeat(501) }, [{ field: "extendReason", kind: "too_long" }]],
  ]; // prettier-ignore
  for (const [fields, errors] of wrong) {
    expect(await onPause(id, { act: "extend", ...fields })).toMatchObject({ error: { kind: "incomplete", errors, answers: { until: fields["until"] } } }); // prettier-ignore
  }
  expect(await onPause(id, { act: "extend", until: "2027-04-22", extendReason: "Neem de tijd." })).toEqual({ ok: true, value: "extended" }); // prettier-ignore
  expect(await pause(id)).toMatchObject({ untilOn: "2027-04-22", reason: "help_sought", ended: null });
  expect(await onPause(id, { act: "end", endReason: "x" }, stranger)).toEqual({ ok: false, error: { kind: "not_found" } }); // prettier-ignore
  expect(await pause(id, stranger)).toBeNull();

  const answers = await Promise.all([
    onPause(id, { act: "end", endReason: "Wij spraken iets af." }),
    onPause(id, { act: "end", endReason: "Genoeg gewacht." }, colleague()),
  ]);
  expect(answers.map((answer) => (answer.ok ? answer.value : answer.error.kind))).toEqual(
    expect.arrayContaining(["ended"]),
  );
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect((await pause(id))?.ended).toMatchObject({ on: "2026-11-22" });
  expect(await onPause(id, { act: "extend", until: "2027-06-22", extendReason: "x" })).toEqual({ ok: false, error: { kind: "ended" } }); // prettier-ignore
  expect((await lettersOf(claim)).filter((body) => /spraken iets af|Genoeg gewacht/.test(body))).toHaveLength(1);
});
