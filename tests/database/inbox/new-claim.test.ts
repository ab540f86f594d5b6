import { afterAll, beforeAll, expect, test } from "vitest";
import type { CreditorGrant } from "#app/server/access/creditor-session.server.ts";
import { storeImportedDocuments } from "#app/server/imports/store-imported-documents.server.ts";
import { addClaimInSteps } from "#app/server/inbox/add-claim-in-steps.server.ts";
import { addInvoiceFile } from "#app/server/inbox/add-invoice-file.server.ts";
import { loadInboxClaim } from "#app/server/inbox/load-inbox-claim.server.ts";
import { newId } from "#app/server/platform/crypto/random-id.server.ts";
import { openShop, type Shop } from "../../support/shop.ts";

let shop: Shop;
let grant: CreditorGrant;

beforeAll(async () => {
  shop = await openShop();
  const user = { id: "usr_1", creditorId: shop.creditorId, email: "administratie@example.org" };
  await shop.services.database.prisma.user.create({ data: user });
  grant = { creditorId: shop.creditorId, userId: user.id, email: user.email } as CreditorGrant;
});
afterAll(() => shop.close());

const FIELDS = {
  debtorType: "person",
  name: "Sanne de Vries",
  email: "sanne@example.org",
  country: "NL",
  language: "nl",
  interest: "statutory",
  costs: "statutory",
  notice: "none",
  "number-1": "F-77",
  "issuedOn-1": "1-10-2026",
  "dueOn-1": "2026-10-31",
  "amount-1": "1.120,50",
};

let count = 0;

function newForm(changes: Record<string, string> = {}): Record<string, string> {
  count += 1;
  return { ...FIELDS, "number-1": `F-${count}`, formId: newId("frm", shop.services.clock.now()), ...changes };
}

const send = (fields: Record<string, string>) => addClaimInSteps(shop.services, { grant, form: new URLSearchParams(fields) }); // prettier-ignore

async function checked(fields: Record<string, string>) {
  const added = await send({ ...fields, act: "check" });
  if (added?.step.step !== "check" || added.claimId === null) throw new Error(JSON.stringify(added?.step));
  return { ...added.step, claimId: added.claimId };
}

test("a claim that was typed is shown as its debtor will see it, and stored once", async () => {
  const fields = newForm({ street: "Molenweg", houseNumber: "8", postalCode: "1234gh", city: "Ons Dorp" });
  const { check, claimId } = await checked(fields);
  expect(check.claim).toMatchObject({ reference: fields["number-1"], kind: "consumer", invoices: [{ amount: 112_050n, dueOn: "2026-10-31" }], statement: { principal: { total: 112_050n }, costs: { total: 0n } } }); // prettier-ignore
  expect(check.debtor.address).toMatchObject({ street: "Molenweg", postalCode: "1234GH" });
  expect(check.warnings).toEqual([{ field: "noticeOn", code: "notice_missing", allowed: null }]);
  expect(await loadInboxClaim(shop.services, { grant, claimId })).toBeNull();

  expect(await send({ ...fields, act: "do", shown: "something else" })).toMatchObject({ step: { step: "check", changed: true } }); // prettier-ignore
  const done = { ...fields, act: "do", shown: check.shown };
  const both = await Promise.all([send(done), send(done)]);
  expect(both).toEqual([{ step: { step: "done" }, claimId }, { step: { step: "done" }, claimId }]); // prettier-ignore
  expect(await send(done)).toEqual({ step: { step: "done" }, claimId });
  const stored = await loadInboxClaim(shop.services, { grant, claimId });
  expect(stored).toMatchObject({ debtor: { name: "Sanne de Vries", email: "sanne@example.org" }, statement: { open: check.claim.statement.open } }); // prettier-ignore
  expect(stored?.audit.map(({ action, by }) => [action, by.kind])).toEqual([["claim.registered", "you"]]);
  expect(await send({ ...fields, act: "check" })).toMatchObject({ step: { step: "form", errors: [{ field: "reference", code: "already_there" }] } }); // prettier-ignore

  // Who goes back to the same form and types the next claim in makes the next claim.
  const next = { ...fields, "number-1": "F-next", "amount-1": "10" };
  const second = await checked(next);
  expect(second.claimId).not.toBe(claimId);
  expect(second.claimId.slice(0, 14)).toBe(claimId.slice(0, 14));
  expect((await send({ ...next, act: "do", shown: second.check.shown }))?.step).toEqual({ step: "done" });
});

test("invoices are added to a form and taken away", async () => {
  const fields = newForm();
  const two = await send({ ...fields, act: "add" });
  expect(two?.step).toMatchObject({ step: "form", errors: [], answers: { invoices: [{ amount: "1.120,50" }, { amount: "" }] } }); // prettier-ignore
  const one = await send({ ...fields, "number-2": "F-b", act: "remove-1" });
  expect(one?.step).toMatchObject({ step: "form", answers: { invoices: [{ number: "F-b" }] } });
  expect((await send({ ...fields, act: "remove-1" }))?.step).toMatchObject({ answers: { invoices: [{ number: "" }] } });
  expect(await send({ ...fields, formId: "frm_1", act: "check" })).toBeNull();
});

test.each([
  [{ name: " ", "number-1": "" }, ["reference required", "name required", "number-1 required"]],
  [{ email: "sanne@", "amount-1": "veel", "dueOn-1": "31-2-2026" }, ["amount-1 not_an_amount", "dueOn-1 not_a_day", "email wrong_format"]],
  [{ "amount-1": "0", "dueOn-1": "2026-09-30" }, ["amount-1 amount_not_positive", "dueOn-1 due_before_issued"]],
  [{ "amount-1": "-3" }, ["amount-1 amount_not_positive"]],
  [{ street: "Molenweg" }, ["city required", "postalCode required"]],
  [{ notice: "post" }, ["noticeOn required"]],
  [{ notice: "post", noticeOn: "gisteren" }, ["noticeOn not_a_day"]],
])("%j is refused by field", async (changes, wrong) => {
  const refused = await send({ ...newForm(), ...(changes as Record<string, string>), act: "check" });
  if (refused?.step.step !== "form") throw new Error("not refused");
  expect(refused.step.errors.map(({ field, code }) => `${field} ${code}`).sort()).toEqual([...wrong].sort());
}); // prettier-ignore

test("what the API refuses is refused: a reference with another content, an invoice that was charged before", async () => {
  const first = newForm({ customerNumber: "K-1", reference: "zaak 1" });
  const { check } = await checked(first);
  await send({ ...first, act: "do", shown: check.shown });
  const taken = await send({ ...newForm({ customerNumber: "K-1", reference: "zaak 1" }), act: "check" });
  expect(taken?.step).toMatchObject({ errors: [{ field: "reference", code: "reference_taken" }] });
  const again = await send({ ...newForm({ customerNumber: "K-1", "number-1": first["number-1"] ?? "" }), act: "check" }); // prettier-ignore
  expect(again?.step).toMatchObject({ errors: [{ field: "number-1", code: "invoice_already_charged" }] });
});

test("a customer number that is known, with another name, is told before the claim goes to who is known", async () => {
  const address = { street: "Molenweg", houseNumber: "8", postalCode: "1234GH", city: "Ons Dorp" };
  const first = newForm({ customerNumber: "K-differs", ...address });
  const { check } = await checked(first);
  await send({ ...first, act: "do", shown: check.shown });
  const other = newForm({
    customerNumber: "K-differs",
    name: "K. Bakker",
    email: "",
    ...address,
    street: "Dorpsstraat",
  });
  const { check: differing, claimId } = await checked(other);
  expect(differing.warnings.filter(({ code }) => code === "debtor_differs").map(({ field }) => field)).toEqual(["name", "street"]); // prettier-ignore
  expect((await send({ ...other, act: "do", shown: differing.shown }))?.step).toEqual({ step: "done" });
  expect(await loadInboxClaim(shop.services, { grant, claimId })).toMatchObject({ debtor: { name: "Sanne de Vries" } });
  const same = await checked(newForm({ customerNumber: "K-differs", ...address }));
  expect(same.check.warnings.map(({ code }) => code)).not.toContain("debtor_differs");
});

test("a company needs no notice; costs and interest are asked only where that was chosen", async () => {
  const company = await checked(newForm({ debtorType: "company", notice: "none" }));
  expect(company.check.claim).toMatchObject({ kind: "commercial", statement: { costs: { state: "due" } } });
  const nothing = await checked(newForm({ interest: "none", costs: "none", notice: "post", noticeOn: "" }));
  expect(nothing.check.claim).toMatchObject({ interestType: "none", noticeDeliveredOn: null, statement: { open: 112_050n } }); // prettier-ignore
  const notice = await checked(newForm({ notice: "delivered", noticeOn: "2-11-2026" }));
  expect(notice.check.claim.noticeDeliveredOn).toBe("2026-11-02");
});

const BOUNDARY = "grens";

function upload(file: Buffer | null, invoice = ""): Request {
  const part = (head: string, content: Buffer | string) => Buffer.concat([Buffer.from(`--${BOUNDARY}\r\nContent-Disposition: form-data; ${head}\r\n\r\n`), Buffer.from(content), Buffer.from("\r\n")]); // prettier-ignore
  const parts = [part('name="invoice"', invoice), ...(file ? [part('name="file"; filename="factuur.png"', file)] : [])];
  const body = Buffer.concat([...parts, Buffer.from(`--${BOUNDARY}--\r\n`)]);
  return new Request("http://voldaan.test/", { method: "POST", headers: { "content-type": `multipart/form-data; boundary=${BOUNDARY}` }, body }); // prettier-ignore
}

const DOT = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64"); // prettier-ignore

test("a picture of an invoice is added once, where the debtor finds it", async () => {
  const claim = await shop.newClaim({ amounts: ["60.00", "40.00"] });
  const [, second = ""] = claim.invoiceIds;
  const add = (request: Request) => addInvoiceFile(shop.services, { grant, claimId: claim.claimId, request });
  expect(await add(upload(null))).toEqual({ ok: false, error: "nothing" });
  expect(await add(upload(Buffer.from("geen plaatje")))).toEqual({ ok: false, error: "unsupported" });
  expect(await add(upload(DOT, second))).toEqual({ ok: true, value: null });
  expect(await add(upload(DOT, second))).toEqual({ ok: true, value: null });
  const where = { claimId: claim.claimId };
  const documents = await shop.services.database.prisma.document.findMany({ where, select: { kind: true, invoiceId: true, mediaType: true, storageKey: true } }); // prettier-ignore
  expect(documents).toMatchObject([{ kind: "invoice", invoiceId: second, mediaType: "image/png" }]);
  expect(await shop.services.storage.exists(documents[0]?.storageKey ?? "")).toBe(true);
  const loaded = await loadInboxClaim(shop.services, { grant, claimId: claim.claimId });
  expect(loaded?.audit.map(({ action }) => action)).toEqual(["invoice.file_added", "claim.registered"]);
});

test("a file that came with the import of its claim is not added once more", async () => {
  const claim = await shop.newClaim();
  const { services, creditorId } = shop;
  const { claimId, invoiceIds } = claim;
  const picture = { kind: "invoice", filename: "f.png", mimeType: "image/png", bytes: DOT, text: null } as const;
  await storeImportedDocuments(services, { creditorId, claimId, invoiceId: invoiceIds[0] ?? null, documents: [picture] }); // prettier-ignore
  expect(await addInvoiceFile(services, { grant, claimId, request: upload(DOT) })).toEqual({ ok: true, value: null });
  expect(await services.database.prisma.document.count({ where: { claimId } })).toBe(1);
});
