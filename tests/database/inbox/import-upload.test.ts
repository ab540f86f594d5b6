import { text } from "node:stream/consumers";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { CreditorGrant } from "#app/server/access/creditor-session.server.ts";
import { mailLinks } from "#app/server/access/mail-links.server.ts";
import { createCreditor } from "#app/server/creditors/create-creditor.server.ts";
import { importFindingsCsv } from "#app/server/imports/import-findings-csv.server.ts";
import { askImportLinks, mailImportLinks } from "#app/server/imports/import-links.server.ts";
import { runWaitingImport } from "#app/server/imports/run-import.server.ts";
import { importLinksTable } from "#app/server/inbox/import-links-table.server.ts";
import { takeInTried, uploadImport } from "#app/server/inbox/import-upload.server.ts";
import { loadInboxImport } from "#app/server/inbox/load-inbox-import.server.ts";
import { stopAddress } from "#app/server/messages/stopped-address.server.ts";
import { newId } from "#app/server/platform/crypto/random-id.server.ts";
import { inTransaction } from "#app/server/platform/database/transaction.server.ts";
import { openShop, type Shop } from "../../support/shop.ts";

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

const HEADER = "kenmerk;klantnummer;naam;e-mail;factuurnummer;factuurdatum;vervaldatum;bedrag";

type Row = { readonly customer?: string; readonly email?: string; readonly dueOn?: string };

function lineOf(reference: string, { customer = reference, dueOn = "30-05-2026", ...row }: Row = {}): string {
  const email = row.email ?? `${customer}@example.org`;
  return `${reference};${customer};J. de Vries;${email};F-${reference};30-04-2026;${dueOn};120,00`;
}

const BOUNDARY = "grens";

function upload(file: string | null, formId: string): Request {
  const part = (head: string, content: string) => `--${BOUNDARY}\r\nContent-Disposition: form-data; ${head}\r\n\r\n${content}\r\n`; // prettier-ignore
  const parts = [part('name="formId"', formId), ...(file === null ? [] : [part('name="file"; filename="open.csv"', file)])]; // prettier-ignore
  const headers = { "content-type": `multipart/form-data; boundary=${BOUNDARY}` };
  return new Request("http://voldaan.test/", { method: "POST", headers, body: `${parts.join("")}--${BOUNDARY}--\r\n` });
}

const freshId = () => newId("imp", shop.services.clock.now());
const freshForm = () => newId("frm", shop.services.clock.now());
const runAll = async () => {
  while ((await runWaitingImport(shop.services)) > 0);
};
const shownOf = (importId: string, by = grant) => loadInboxImport(shop.services, { grant: by, importId });

async function tried(file: string): Promise<string> {
  const uploaded = await uploadImport(shop.services, { grant, request: upload(file, freshForm()) });
  if (!uploaded.ok) throw new Error(uploaded.error);
  await runAll();
  return uploaded.value.importId;
}

async function takenIn(file: string): Promise<string> {
  const taken = await takeInTried(shop.services, { grant, triedId: await tried(file), importId: freshId() });
  if (!taken.ok) throw new Error(taken.error);
  await runAll();
  return taken.value.importId;
}

test("a file is tried first, and then taken in once, without the rows that are wrong", async () => {
  const file = [HEADER, lineOf("a-1"), lineOf("a-2", { dueOn: "morgen" }), ""].join("\r\n");
  const formId = freshForm();
  const send = async (content = file) => {
    const uploaded = await uploadImport(shop.services, { grant, request: upload(content, formId) });
    return uploaded.ok ? uploaded.value.importId : uploaded.error;
  };
  const importId = await send();
  expect(await send()).toBe(importId);
  // Who goes back to the same form and chooses another file tries that one.
  const otherId = await send([HEADER, lineOf("a-9"), lineOf("a-8"), ""].join("\r\n"));
  expect(otherId).not.toBe(importId);
  expect([importId.slice(0, 14), otherId.slice(0, 14)]).toEqual([`imp_${formId.slice(4, 14)}`, importId.slice(0, 14)]);
  await runAll();
  expect(await shownOf(otherId)).toMatchObject({ details: { created: 2, failed: 0 } });
  const shown = await shownOf(importId);
  expect(shown).toMatchObject({ takenInBy: null, links: null, details: { dryRun: true, status: "done", created: 1, failed: 1, fileName: "open.csv" } }); // prettier-ignore
  expect(shown?.details.rows[0]).toMatchObject({ reference: "a-2", errors: [{ line: 3, field: "vervaldatum", code: "not_a_day" }] }); // prettier-ignore
  const claims = () => shop.services.database.prisma.claim.count({ where: { creditorId: shop.creditorId } });
  expect(await claims()).toBe(0);

  const order = { grant, triedId: importId, importId: freshId() };
  const taken = await Promise.all([takeInTried(shop.services, order), takeInTried(shop.services, order)]);
  expect(taken).toEqual([{ ok: true, value: { importId: order.importId } }, { ok: true, value: { importId: order.importId } }]); // prettier-ignore
  await runAll();
  expect(await claims()).toBe(1);
  expect(await shownOf(importId)).toMatchObject({ takenInBy: order.importId });
  expect(await shownOf(order.importId)).toMatchObject({ details: { dryRun: false, created: 1, failed: 1 }, links: { debtors: { toMail: 1 }, asked: false } }); // prettier-ignore
});

test("what is no import of theirs nobody sees, takes in or mails; an empty form starts nothing", async () => {
  const triedId = await tried([HEADER, lineOf("b-1"), ""].join("\r\n"));
  expect(await shownOf(triedId, stranger)).toBeNull();
  expect(await takeInTried(shop.services, { grant: stranger, triedId, importId: freshId() })).toEqual({ ok: false, error: "not_found" }); // prettier-ignore
  expect(await takeInTried(shop.services, { grant, triedId, importId: "imp_1" })).toEqual({ ok: false, error: "not_found" }); // prettier-ignore
  const importId = await takenIn([HEADER, lineOf("b-2"), ""].join("\r\n"));
  expect(await askImportLinks(shop.services, { creditorId: stranger.creditorId, importId, actor: "user:x" })).toBe(
    false,
  );
  expect(await askImportLinks(shop.services, { creditorId: shop.creditorId, importId: triedId, actor: "user:x" })).toBe(false); // prettier-ignore
  expect(await uploadImport(shop.services, { grant, request: upload(null, freshForm()) })).toEqual({ ok: false, error: "nothing" }); // prettier-ignore
  expect(await uploadImport(shop.services, { grant, request: upload("", freshForm()) })).toEqual({ ok: false, error: "nothing" }); // prettier-ignore
  expect(await uploadImport(shop.services, { grant, request: upload("x", "frm_1") })).toEqual({ ok: false, error: "interrupted" }); // prettier-ignore
});

test("every debtor of an import gets one link by mail, once, but who has no address, rests, or got one already", async () => {
  const { services, creditorId } = shop;
  const { prisma } = services.database;
  const lines = [
    lineOf("c-1", { customer: "c-een" }),
    lineOf("c-2", { customer: "c-twee" }),
    lineOf("c-3", { customer: "c-een" }),
    lineOf("c-4", { customer: "c-geen", email: "" }),
    lineOf("c-5", { customer: "c-rust" }),
    lineOf("c-6", { customer: "c-weg" }),
    lineOf("c-7", { customer: "c-al" }),
    lineOf("c-8", { customer: "c-oneens" }),
    lineOf("c-9", { customer: "c-klaar" }),
    lineOf("c-10", { customer: "c-later" }),
  ];
  const importId = await takenIn([HEADER, ...lines, ""].join("\r\n"));
  const claimOf = (reference: string) => prisma.claim.findFirstOrThrow({ where: { creditorId, reference } });
  await prisma.claim.updateMany({ where: { creditorId, reference: "c-5" }, data: { status: "paused" } });
  await prisma.claim.updateMany({ where: { creditorId, reference: "c-8" }, data: { status: "disputed" } });
  await prisma.claim.updateMany({ where: { creditorId, reference: "c-9" }, data: { status: "settled" } });
  // One of two claims rests: the link goes with the other.
  await prisma.claim.updateMany({ where: { creditorId, reference: "c-1" }, data: { status: "disputed" } });
  const { debtorId } = await claimOf("c-6");
  await inTransaction(services.database, (tx) => stopAddress(tx, services, { owner: { creditorId, debtorId }, address: "c-weg@example.org" })); // prettier-ignore
  const byHand = { creditorId, claimIds: [(await claimOf("c-7")).id], mailingId: newId("mlg", services.clock.now()), actor: "user:usr_1" }; // prettier-ignore
  expect((await mailLinks(services, byHand)).mailed).toHaveLength(1);
  services.clock.advance(60_000);

  expect((await shownOf(importId))?.links?.debtors).toEqual({ toMail: 3, mailedBefore: 1, withoutAddress: 1, addressStopped: 1, atRest: 1, disputed: 1, over: 1 }); // prettier-ignore
  const ask = () => askImportLinks(services, { creditorId, importId, actor: "user:usr_1" });
  expect(await ask()).toBe(true);
  expect(await ask()).toBe(false);
  // Somebody mails one by hand before the worker is there.
  const since = { ...byHand, claimIds: [(await claimOf("c-10")).id], mailingId: newId("mlg", services.clock.now()) };
  expect((await mailLinks(services, since)).mailed).toHaveLength(1);
  while ((await mailImportLinks(services, 2)) > 0);
  // From here on nobody is counted any more.
  expect((await shownOf(importId))?.links).toEqual({ debtors: null, asked: true, done: true, mailed: 2, notMailed: 5 });
  const mails = async () => {
    const rows = await prisma.outgoingMail.findMany({ where: { creditorId, kind: "link", recipient: { startsWith: "c-" } }, select: { recipient: true } }); // prettier-ignore
    return rows.map(({ recipient }) => recipient).sort();
  };
  expect(await mails()).toEqual(["c-al@example.org", "c-een@example.org", "c-later@example.org", "c-twee@example.org"]);

  // A step that broke off before it was written down is done again, and mails nothing more.
  await prisma.import.update({ where: { id: importId }, data: { linksDoneAt: null, linksRow: 0, linksMailed: 0, linksNotMailed: 0 } }); // prettier-ignore
  while ((await mailImportLinks(services)) > 0);
  expect(await shownOf(importId)).toMatchObject({ links: { done: true, mailed: 2, notMailed: 5 } });
  expect(await mails()).toHaveLength(4);
  expect(await ask()).toBe(false);
});

test("what to mind is shown also where it stands behind a hundred other rows, and all of it is a table", async () => {
  const bad = Array.from({ length: 100 }, (_, index) => lineOf(`d-${index}`, { dueOn: "morgen" }));
  const warned = Array.from({ length: 101 }, (_, index) => lineOf(`e-${index}`, { email: "geen adres" }));
  const importId = await tried([HEADER, ...bad, ...warned, ""].join("\r\n"));
  const shown = await shownOf(importId);
  expect(shown?.details.rows.every(({ result }) => result === "failed")).toBe(true);
  expect(shown?.warned).toMatchObject({ more: true, rows: { length: 100, 0: { reference: "e-0", warnings: expect.arrayContaining([expect.objectContaining({ field: "e-mail", code: "email_ignored" })]) as unknown } } }); // prettier-ignore
  const { creditorId } = shop;
  const tableOf = (of: "errors" | "warnings") => text(importFindingsCsv(shop.services.database.prisma, { creditorId, importId, of })); // prettier-ignore
  const table = await tableOf("warnings");
  expect(table.split("\r\n").filter((line) => line.includes(";email_ignored;"))).toHaveLength(101);
  expect([table.includes(";e-100;"), table.includes(";d-0;")]).toEqual([true, false]);
  expect((await tableOf("errors")).split("\r\n").filter((line) => line.includes(";not_a_day;"))).toHaveLength(100);
});

test("links of what came in and is open are a table, made once by a form, of one's own import", async () => {
  const { services, creditorId } = shop;
  const { prisma } = services.database;
  const importId = await takenIn([HEADER, lineOf("f-1"), lineOf("f-2"), lineOf("f-3"), ""].join("\r\n"));
  await prisma.claim.updateMany({ where: { creditorId, reference: "f-2" }, data: { status: "settled" } });
  const formId = freshForm();
  const tableOf = async (by = grant, form = formId) => {
    const table = await importLinksTable(services, { grant: by, importId, formId: form });
    return table.ok ? text(table.value) : table.error;
  };
  const table = await tableOf();
  const [names, ...rows] = table.trimEnd().split("\n");
  expect(names).toBe("reference,url,code,codeUrl,checkWords,expiresAt");
  expect(rows.map((row) => row.split(",")[0]).sort()).toEqual(["f-1", "f-3"]);
  expect(await tableOf()).toBe(table);
  const ofImport = { creditorId, claim: { reference: { in: ["f-1", "f-2", "f-3"] } } };
  expect(await prisma.link.count({ where: ofImport })).toBe(2);
  const batch = await prisma.link.findFirstOrThrow({ where: ofImport, select: { batchId: true } });
  const issued = await prisma.auditEntry.findMany({ where: { creditorId, subject: batch.batchId ?? "" } });
  expect(issued).toMatchObject([
    { actor: "user:usr_1", action: "links.issued", data: { channel: "letter", count: 2 } },
  ]);

  expect([await tableOf(stranger), await tableOf(grant, "frm_1")]).toEqual(["not_found", "not_found"]);
  await prisma.claim.updateMany({ where: ofImport.claim, data: { status: "closed" } });
  expect(await tableOf(grant, freshForm())).toBe("nothing_open");
});
