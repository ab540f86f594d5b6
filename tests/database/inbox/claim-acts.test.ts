import { afterAll, beforeAll, expect, test } from "vitest";
import { toDecimal } from "#app/domain/money.ts";
import type { CreditorGrant } from "#app/server/access/creditor-session.server.ts";
import { createCreditor } from "#app/server/creditors/create-creditor.server.ts";
import { loadClaimHead } from "#app/server/inbox/claim-head.server.ts";
import { creditClaimInSteps } from "#app/server/inbox/credit-claim-in-steps.server.ts";
import { listInboxClaims } from "#app/server/inbox/list-inbox-claims.server.ts";
import { listInboxPayments } from "#app/server/inbox/list-inbox-payments.server.ts";
import { listQuarantine, loadQuarantine } from "#app/server/inbox/load-quarantine.server.ts";
import { loadInboxClaim } from "#app/server/inbox/load-inbox-claim.server.ts";
import { makeLink } from "#app/server/inbox/make-link.server.ts";
import { recordPaymentInSteps } from "#app/server/inbox/record-payment.server.ts";
import { closeInSteps, pauseInSteps } from "#app/server/inbox/rest-or-close.server.ts";
import { readSearchQuery, searchQuery } from "#app/server/inbox/search-in-address.server.ts";
import { resolveQuarantine } from "#app/server/payments/resolve-quarantine.server.ts";
import { newId } from "#app/server/platform/crypto/random-id.server.ts";
import { openShop, type Shop, type TestClaim } from "../../support/shop.ts";

let shop: Shop;
let grant: CreditorGrant;
let stranger: CreditorGrant;

beforeAll(async () => {
  shop = await openShop();
  const user = { id: "usr_1", creditorId: shop.creditorId, email: "administratie@example.org" };
  await shop.services.database.prisma.user.create({ data: user });
  grant = { creditorId: shop.creditorId, userId: user.id, email: user.email } as CreditorGrant;
  const other = await createCreditor(shop.services, { name: "Ander", iban: "NL02ABNA0123456789", canDeductVat: true, actor: "test" }); // prettier-ignore
  if (!other.ok) throw new Error(other.error.kind);
  stranger = { ...grant, creditorId: other.value.id };
});
afterAll(() => shop.close());

async function headOf({ claimId }: TestClaim, by = grant) {
  const found = await loadClaimHead(shop.services, { grant: by, claimId });
  if (!found) throw new Error("no such claim");
  return { grant: by, claim: found.claim, open: found.head.open, invoices: found.head.invoices };
}

const form = (fields: Record<string, string>) => new URLSearchParams(fields);
const now = () => shop.services.clock.now();

const pay = async (claim: TestClaim, fields: Record<string, string>) => recordPaymentInSteps(shop.services, { ...(await headOf(claim)), form: form(fields) }); // prettier-ignore
const credit = async (claim: TestClaim, fields: Record<string, string>) => creditClaimInSteps(shop.services, { ...(await headOf(claim)), form: form(fields) }); // prettier-ignore

test("a payment is booked once, after a page that says where it goes", async () => {
  const claim = await shop.newClaim();
  const fields = { amount: "40", receivedOn: "2026-11-20", method: "cash", reference: "kas 7", formId: newId("frm", now()) }; // prettier-ignore
  const checked = await pay(claim, { ...fields, act: "check" });
  expect(checked).toMatchObject({ step: "check", check: { method: "cash", openBefore: 10_000n, openAfter: 6_000n, allocation: { principal: 4_000n } } }); // prettier-ignore
  if (checked?.step !== "check") throw new Error("no check");
  const { shown } = checked.check;
  expect(await pay(claim, { ...fields, act: "edit" })).toMatchObject({ step: "form", errors: [], answers: fields });
  expect(await pay(claim, { ...fields, act: "do", shown: "something else" })).toMatchObject({ step: "check", changed: true }); // prettier-ignore
  expect((await shop.balanceOf(claim)).open).toBe("100.00");
  expect(await pay(claim, { ...fields, act: "do", shown })).toEqual({ step: "done" });
  expect((await shop.balanceOf(claim)).open).toBe("60.00");
  expect(await pay(claim, { ...fields, act: "do", shown })).toEqual({ step: "done" });
  expect((await shop.balanceOf(claim)).open).toBe("60.00");

  const again = { ...fields, formId: newId("frm", now()) };
  const second = await pay(claim, { ...again, act: "check" });
  if (second?.step !== "check") throw new Error("no check");
  expect(await pay(claim, { ...again, act: "do", shown: second.check.shown })).toMatchObject({ step: "form", errors: [{ field: "reference", kind: "recorded_before" }] }); // prettier-ignore

  // Who goes back to the same form and types the next payment in books the next payment.
  const next = { ...fields, amount: "30", reference: "" };
  const nextChecked = await pay(claim, { ...next, act: "check" });
  if (nextChecked?.step !== "check") throw new Error("no check");
  expect(nextChecked.check.hasAlike).toBe(false);
  expect(await pay(claim, { ...next, act: "do", shown: nextChecked.check.shown })).toEqual({ step: "done" });
  expect((await shop.balanceOf(claim)).open).toBe("30.00");
  const alike = await pay(claim, { ...next, formId: newId("frm", now()), act: "check" });
  expect(alike).toMatchObject({ step: "check", check: { hasAlike: true } });

  const { payments } = await listInboxPayments(shop.services, { creditorId: shop.creditorId, after: null });
  expect(payments.find(({ reference }) => reference === "kas 7")).toMatchObject({ method: "cash", amount: 4_000n, on: "2026-11-20", claims: [{ id: claim.claimId }] }); // prettier-ignore
  expect((await listInboxPayments(shop.services, { creditorId: stranger.creditorId, after: null })).payments).toEqual([]); // prettier-ignore
});

test("payments that were typed stand in the list in the order in which they were typed", async () => {
  const claim = await shop.newClaim();
  const references = ["kas a", "kas b", "kas c", "kas d"];
  for (const reference of references) {
    shop.services.clock.advance(60_000);
    const fields = { amount: "1", receivedOn: "2026-11-20", method: "cash", reference, formId: newId("frm", now()) };
    const checked = await pay(claim, { ...fields, act: "check" });
    if (checked?.step !== "check") throw new Error("no check");
    expect(await pay(claim, { ...fields, act: "do", shown: checked.check.shown })).toEqual({ step: "done" });
  }
  const { payments } = await listInboxPayments(shop.services, { creditorId: shop.creditorId, after: null });
  const listed = payments.flatMap(({ reference, claims }) => (claims[0]?.id === claim.claimId ? [reference] : []));
  expect(listed).toEqual(references.toReversed());
});

test("payments stand by when they were made, whatever their ids, from page to page", async () => {
  const { prisma } = shop.services.database;
  const { debtorId } = await prisma.claim.findUniqueOrThrow({ where: { id: (await shop.newClaim()).claimId } });
  const start = Date.parse("2031-01-01T12:00:00Z");
  const made = Array.from({ length: 30 }, (_, number) => ({
    id: `pay_9${String(90 - number)}`,
    creditorId: shop.creditorId,
    debtorId,
    status: "paid" as const,
    method: "directdebit",
    amount: 100n,
    quotedOn: new Date("2031-01-01"),
    createdAt: new Date(start + Math.floor(number / 2) * 60_000),
    paidAt: new Date(start),
  }));
  await prisma.payment.createMany({ data: made });
  const ofCreditor = { creditorId: shop.creditorId };
  const first = await listInboxPayments(shop.services, { ...ofCreditor, after: null });
  const second = await listInboxPayments(shop.services, { ...ofCreditor, after: first.next });
  const listed = [...first.payments, ...second.payments].slice(0, 30).map(({ id }) => id);
  // Of two that were made at the same moment the one with the higher id comes first: an even one here.
  const expected = made.map((_, index) => made[index % 2 === 0 ? 28 - index : 30 - index]?.id);
  expect(first.next).toBe(first.payments[24]?.id);
  expect(listed).toEqual(expected);
  await prisma.payment.deleteMany({ where: { id: { in: listed } } });
});

test("what is wrong with a payment is said by field", async () => {
  const claim = await shop.newClaim();
  const base = { amount: "1", receivedOn: "2026-11-20", method: "cash", reference: "", formId: newId("frm", now()), act: "check" }; // prettier-ignore
  const wrong: [fields: Record<string, string>, errors: object[]][] = [
    [{ amount: "", receivedOn: "" }, [{ field: "amount", kind: "missing" }, { field: "receivedOn", kind: "missing" }]],
    [{ amount: "-1", receivedOn: "31-02-2026" }, [{ field: "amount", kind: "not_an_amount" }, { field: "receivedOn", kind: "not_a_day" }]],
    [{ receivedOn: "2026-11-23" }, [{ field: "receivedOn", kind: "in_future" }]],
    [{ receivedOn: "30-9-2026" }, [{ field: "receivedOn", kind: "before_first_invoice", issuedOn: "2026-10-01" }]],
    [{ reference: "x".repeat(141) }, [{ field: "reference", kind: "too_long" }]],
  ]; // prettier-ignore
  for (const [fields, errors] of wrong) expect(await pay(claim, { ...base, ...fields })).toMatchObject({ step: "form", errors }); // prettier-ignore
  expect(await pay(claim, { ...base, formId: "frm_1" })).toBeNull();
});

test("a credit goes off the invoice that is named, at most what was charged", async () => {
  const claim = await shop.newClaim({ amounts: ["60.00", "40.00"] });
  const [, second = ""] = claim.invoiceIds;
  const fields = { amount: "40,01", invoice: second, reason: "Niet geleverd.", formId: newId("frm", now()) };
  expect(await credit(claim, { ...fields, act: "check" })).toMatchObject({ step: "form", errors: [{ field: "amount", kind: "too_high", allowed: 4_000n }] }); // prettier-ignore
  expect(await credit(claim, { ...fields, reason: " ", amount: "x", act: "check" })).toMatchObject({ errors: [{ field: "amount" }, { field: "reason" }] }); // prettier-ignore
  const checked = await credit(claim, { ...fields, amount: "40", act: "check" });
  expect(checked).toMatchObject({ step: "check", check: { openBefore: 10_000n, openAfter: 6_000n, creditAfter: 0n } });
  if (checked?.step !== "check") throw new Error("no check");
  const done = { ...fields, amount: "40", act: "do", shown: checked.check.shown };
  expect(await credit(claim, done)).toEqual({ step: "done" });
  expect(await credit(claim, done)).toEqual({ step: "done" });
  const loaded = await loadInboxClaim(shop.services, { grant, claimId: claim.claimId });
  expect(loaded?.invoices.map(({ open }) => toDecimal(open))).toEqual(["60.00", "0.00"]);
  expect(loaded?.facts).toMatchObject([{ type: "credit", amount: 4_000n, reason: "Niet geleverd." }]);
  expect(loaded?.audit.map(({ action, by }) => [action, by.kind])).toEqual([["claim.credited", "you"], ["claim.registered", "system"]]); // prettier-ignore
});

test("a claim rests or is closed with a reason, and what was not looked at is not closed", async () => {
  const claim = await shop.newClaim();
  const rest = async (act: typeof pauseInSteps, fields: Record<string, string>) => act(shop.services, { ...(await headOf(claim)), form: form(fields) }); // prettier-ignore
  expect(await rest(pauseInSteps, { until: "2026-11-21", reason: "", act: "check" })).toMatchObject({ errors: [{ field: "until", kind: "past" }, { field: "reason", kind: "missing" }] }); // prettier-ignore
  const paused = { until: "", reason: "Wij zoeken het uit." };
  const checked = await rest(pauseInSteps, { ...paused, act: "check" });
  if (checked.step !== "check") throw new Error("no check");
  expect(await rest(pauseInSteps, { ...paused, act: "do", shown: checked.check.shown })).toEqual({ step: "done" });
  expect((await shop.balanceOf(claim)).status).toBe("paused");
  expect(await rest(pauseInSteps, { ...paused, act: "do", shown: checked.check.shown })).toEqual({ step: "done" });

  const closing = await rest(closeInSteps, { reason: "Afgeschreven.", act: "check" });
  if (closing.step !== "check") throw new Error("no check");
  const { shown } = closing.check;
  await pay(claim, await payingOff(claim));
  expect(await rest(closeInSteps, { reason: "Afgeschreven.", act: "do", shown })).toMatchObject({ step: "check", changed: true }); // prettier-ignore
  const other = await shop.newClaim();
  const closeOther = async (fields: Record<string, string>) => closeInSteps(shop.services, { ...(await headOf(other)), form: form(fields) }); // prettier-ignore
  const again = await closeOther({ reason: "Afgeschreven.", act: "check" });
  if (again.step !== "check") throw new Error("no check");
  expect(await closeOther({ reason: "Afgeschreven.", act: "do", shown: again.check.shown })).toEqual({ step: "done" });
  expect((await shop.balanceOf(other)).status).toBe("closed");
  expect(await closeOther({ reason: "Afgeschreven.", act: "do", shown: again.check.shown })).toEqual({ step: "done" });
});

async function payingOff(claim: TestClaim): Promise<Record<string, string>> {
  const fields = { amount: "10", receivedOn: "2026-11-20", method: "cash", formId: newId("frm", now()) };
  const checked = await pay(claim, { ...fields, act: "check" });
  if (checked?.step !== "check") throw new Error("no check");
  return { ...fields, act: "do", shown: checked.check.shown };
}

test("a link is shown once, and mailed once to the address that is known", async () => {
  const claim = await shop.newClaim({ email: "klant@example.org" });
  const { claimId } = claim;
  const show = { act: "show", mailingId: newId("mlg", now()) };
  const made = await makeLink(shop.services, { grant, claimId, form: form(show) });
  expect(await makeLink(shop.services, { grant, claimId, form: form(show) })).toEqual(made);
  expect(made).toMatchObject({ kind: "made", link: { expiresOn: "2027-02-20" } });
  if (made.kind !== "made") throw new Error("no link");
  expect(made.link.checkWords).toHaveLength(2);
  const mailing = { act: "mail", mailingId: newId("mlg", now()) };
  expect(await makeLink(shop.services, { grant, claimId, form: form(mailing) })).toEqual({ kind: "mailed" });
  expect(await makeLink(shop.services, { grant, claimId, form: form(mailing) })).toEqual({ kind: "mailed" });
  expect(await shop.services.database.prisma.outgoingMail.count({ where: { claimId, kind: "link" } })).toBe(1);
  const loaded = await loadInboxClaim(shop.services, { grant, claimId });
  expect(loaded?.links.map(({ channel, state }) => `${channel} ${state}`).sort()).toEqual(["email open", "letter open"]); // prettier-ignore
  expect(loaded?.letters).toHaveLength(1);
  const silent = await shop.newClaim();
  expect(await makeLink(shop.services, { grant, claimId: silent.claimId, form: form({ ...mailing, mailingId: newId("mlg", now()) }) })).toEqual({ kind: "not_mailed", reason: "no_address" }); // prettier-ignore
});

test("a closed claim gets no link, a settled one none by mail; a form loaded again shows what it made", async () => {
  const { prisma } = shop.services.database;
  const { claimId } = await shop.newClaim();
  const make = (fields: Record<string, string>) => makeLink(shop.services, { grant, claimId, form: form({ mailingId: newId("mlg", now()), ...fields }) }); // prettier-ignore
  const show = { act: "show", mailingId: newId("mlg", now()) };
  const made = await make(show);
  await prisma.claim.update({ where: { id: claimId }, data: { status: "settled" } });
  expect(await make({ act: "mail" })).toEqual({ kind: "not_mailed", reason: "claim_settled" });
  expect((await make({ act: "show" })).kind).toBe("made");
  await prisma.claim.update({ where: { id: claimId }, data: { status: "closed" } });
  expect(await make({ act: "mail" })).toEqual({ kind: "not_mailed", reason: "claim_closed" });
  expect(await make({ act: "show" })).toEqual({ kind: "refused", reason: "claim_closed" });
  expect(await make(show)).toEqual(made);
  await prisma.claim.update({ where: { id: claimId }, data: { status: "open" } });
});

test("a letter to print is one link however often its form comes, and none is made where nothing is open or all rests", async () => {
  const { prisma } = shop.services.database;
  const claim = await shop.newClaim();
  const { claimId } = claim;
  const make = (mailingId: string, act = "letter") => makeLink(shop.services, { grant, claimId, form: form({ act, mailingId }) }); // prettier-ignore
  const mailingId = newId("mlg", now());
  expect([(await make(mailingId)).kind, (await make(mailingId)).kind]).toEqual(["letter", "letter"]);
  expect(await prisma.link.count({ where: { claimId } })).toBe(1);
  const refused = [
    ["settled", "claim_settled"],
    ["closed", "claim_closed"],
  ] as const;
  for (const [status, reason] of refused) {
    await prisma.claim.update({ where: { id: claimId }, data: { status } });
    expect(await make(newId("mlg", now()))).toEqual({ kind: "refused", reason });
  }
  await prisma.claim.update({ where: { id: claimId }, data: { status: "open" } });

  const rest = async (fields: Record<string, string>) => pauseInSteps(shop.services, { ...(await headOf(claim)), form: form({ until: "", reason: "Wij zoeken het uit.", ...fields }) }); // prettier-ignore
  const checked = await rest({ act: "check" });
  if (checked.step !== "check") throw new Error("no check");
  await rest({ act: "do", shown: checked.check.shown });
  // A dispute shows as the status of a claim that rests as well.
  await prisma.claim.update({ where: { id: claimId }, data: { status: "disputed" } });
  const shownFirst = newId("mlg", now());
  expect((await make(shownFirst, "show")).kind).toBe("made");
  for (const form of [newId("mlg", now()), shownFirst, mailingId]) {
    expect(await make(form)).toEqual({ kind: "refused", reason: "claim_paused" });
  }
  expect(await prisma.link.count({ where: { claimId } })).toBe(2);
});

test("nobody sees or moves another creditor's claim, and what is looked for stands in no address", async () => {
  const { claimId } = await shop.newClaim();
  expect(await loadInboxClaim(shop.services, { grant: stranger, claimId })).toBeNull();
  expect(await loadClaimHead(shop.services, { grant: stranger, claimId })).toBeNull();
  expect(await makeLink(shop.services, { grant: stranger, claimId, form: form({ act: "show", mailingId: newId("mlg", now()) }) })).toEqual({ kind: "not_found" }); // prettier-ignore
  expect((await listInboxClaims(shop.services, { grant: stranger, q: "", status: null, after: null })).claims).toEqual([]); // prettier-ignore
  const { creditorId } = grant;
  const query = searchQuery(shop.services, { creditorId, search: { q: "Sanne de Vries", status: "open", after: null } }); // prettier-ignore
  expect(query).not.toMatch(/sanne|vries/i);
  const read = (owner: string) => readSearchQuery(shop.services, { creditorId: owner, query: new URLSearchParams(query) }); // prettier-ignore
  expect(read(creditorId)).toEqual({ q: "Sanne de Vries", status: "open", after: null });
  expect(read(stranger.creditorId)).toEqual({ q: "", status: "open", after: null });
});

test("claims come a page at a time, with what is open on each", async () => {
  const first = await listInboxClaims(shop.services, { grant, q: "j. de vries", status: null, after: null });
  expect(first.claims.length).toBeGreaterThan(5);
  expect(first.claims.every(({ principal }) => principal === 10_000n)).toBe(true);
  const after = first.claims[0]?.id ?? "";
  const rest = await listInboxClaims(shop.services, { grant, q: "", status: null, after });
  expect(rest.claims.map(({ id }) => id)).toEqual(first.claims.slice(1).map(({ id }) => id));
  const closed = await listInboxClaims(shop.services, { grant, q: "", status: "closed", after: null });
  expect(closed.claims.map(({ status }) => status)).toEqual(["closed"]);
});

test("a payment that does not fit is seen to once, with a note", async () => {
  const claim = await shop.newClaim();
  const payment = await shop.startOpen([{ claim, amount: "100.00" }]);
  const id = newId("qrt", now());
  await shop.services.database.prisma.quarantinedPayment.create({
    data: { id, creditorId: shop.creditorId, paymentId: payment.id, provider: "mollie", providerId: payment.providerId, reason: "amount", expected: { amount: "100.00" }, received: { amount: "10.00", status: "paid" } }, // prettier-ignore
  });
  expect((await listQuarantine(shop.services, { grant })).waiting).toMatchObject([{ id, expected: "100.00", received: "10.00", providerStatus: "paid", claims: [{ id: claim.claimId }] }]); // prettier-ignore
  expect((await listInboxPayments(shop.services, { creditorId: shop.creditorId, after: null })).quarantined).toBe(1);
  expect(await loadQuarantine(shop.services, { grant: stranger, quarantineId: id })).toBeNull();
  const resolve = (by: CreditorGrant) => resolveQuarantine(shop.services, { creditorId: by.creditorId, quarantineId: id, resolution: "Teruggestort.", actor: `user:${by.userId}` }); // prettier-ignore
  expect(await resolve(stranger)).toEqual({ ok: false, error: { kind: "quarantine_not_found" } });
  const both = await Promise.all([resolve(grant), resolve(grant)]);
  expect(both.map((one) => (one.ok ? "done" : one.error.kind)).sort()).toEqual(["already_resolved", "done"]);
  expect((await listQuarantine(shop.services, { grant })).resolved).toMatchObject([{ id, resolved: { by: { kind: "you" }, resolution: "Teruggestort." } }]); // prettier-ignore
});

test("the page warns of limitation as long as an invoice is open", async () => {
  const claim = await shop.newClaim();
  const warned = async () => (await loadInboxClaim(shop.services, { grant, claimId: claim.claimId }))?.invoices.map(({ limitation }) => limitation); // prettier-ignore
  expect(await warned()).toEqual([null]);
  shop.services.clock.moveTo("2028-11-10T10:00:00.000Z");
  expect(await warned()).toEqual([{ kind: "passed_if_sale", lastDay: "2028-10-31" }]);
  const fields = { amount: "100", reason: "Kwijtgescholden", invoice: "", formId: newId("frm", now()) };
  const checked = await credit(claim, { ...fields, act: "check" });
  if (checked?.step !== "check") throw new Error("no check");
  expect(await credit(claim, { ...fields, act: "do", shown: checked.check.shown })).toEqual({ step: "done" });
  expect(await warned()).toEqual([null]);
});
