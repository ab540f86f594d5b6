import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { importFile } from "#app/server/imports/import-file.server.ts";
import { leaseImport } from "#app/server/imports/import-lease.server.ts";
import { runImport, runWaitingImport } from "#app/server/imports/run-import.server.ts";
import { inTransaction } from "#app/server/platform/database/transaction.server.ts";
import { type ApiTest, euro, exampleClaim, openApi } from "../../support/api.ts";

let api: ApiTest;

beforeAll(async () => void (api = await openApi()));
afterAll(() => api.close());

const sample = (name: string) => readFile(fileURLToPath(new URL(`../../samples/${name}`, import.meta.url)), "utf8");

/** The number of a file is that of another, so that each test has a claim of its own. */
async function invoiceFile(number: string): Promise<string> {
  const text = await sample("own/peppol-bis-3-consumer.xml");
  return text.replace(/<cbc:ID>[^<]+<\/cbc:ID>/, `<cbc:ID>${number}</cbc:ID>`);
}

async function creditNoteFile(number: string, invoice: string, amount = "12.10"): Promise<string> {
  const text = await sample("own/peppol-bis-3-credit-note.xml");
  return text.replace("C2026-0009", number).replace("2026-0107", invoice).replace('PayableAmount currencyID="EUR">12.10', `PayableAmount currencyID="EUR">${amount}`); // prettier-ignore
}

async function start(xml: string | Uint8Array, query = "") {
  return api.call("POST", `/imports${query}`, { raw: { contentType: "application/xml", bytes: xml } });
}

async function run(xml: string | Uint8Array, query = "") {
  const started = await start(xml, query);
  while ((await runWaitingImport(api.services)) > 0);
  return api.call("GET", `/imports/${started.body.id}`);
}

test("an import waits, is run by a worker, and makes a claim under the invoice number", async () => {
  const started = await start(await sample("own/peppol-bis-3-consumer.xml"));
  expect(started.status).toBe(202);
  expect(started.headers.get("location")).toBe(`https://voldaan.test/api/v1/imports/${started.body.id}`);
  expect(started.body).toMatchObject({ status: "queued", total: 0, rows: [] });

  expect(await runWaitingImport(api.services)).toBe(1);
  expect(await runWaitingImport(api.services)).toBe(0);
  const done = await api.call("GET", `/imports/${started.body.id}`);
  expect(done.body).toMatchObject({
    status: "done",
    total: 1,
    created: 1,
    unchanged: 0,
    credited: 0,
    failed: 0,
    rows: [{ row: 1, result: "created", errors: [] }],
  });
  const row = done.body.rows[0];
  const claim = await api.call("GET", `/claims/${row?.claim}`);
  expect(claim.body).toMatchObject({ status: "open", kind: "consumer", collectionCosts: { type: "statutory" } });
  expect(row).toMatchObject({ reference: claim.body.reference });
});

test("the same file again changes nothing", async () => {
  const file = await invoiceFile("again-1");
  const first = await run(file);
  const before = await api.services.database.prisma.event.count();
  const again = await run(file);

  expect(again.body).toMatchObject({ status: "done", created: 0, unchanged: 1, rows: [{ result: "unchanged" }] });
  expect(again.body.rows[0]?.claim).toBe(first.body.rows[0]?.claim);
  expect(await api.services.database.prisma.event.count()).toBe(before);
});

test("embedded documents become documents of the claim, once", async () => {
  const file = await invoiceFile("doc-1");
  const claimId = (await run(file)).body.rows[0]?.claim ?? "";
  await run(file);

  const documents = await api.services.database.prisma.document.findMany({ where: { claimId } });
  expect(documents).toMatchObject([
    { kind: "invoice", fileName: "Factuur 2026-0107.pdf", mediaType: "application/pdf", size: 1405 },
  ]);
  expect(documents[0]?.text).toMatch(/^Rekeningnummer: doc-1\n[^]*\nTe betalen: €\u00a076,80$/);
  const stored = await api.services.storage.get(documents[0]?.storageKey ?? "");
  expect(
    stored.ok &&
      Buffer.from(await stored.value.bytes())
        .subarray(0, 5)
        .toString(),
  ).toBe("%PDF-");
});

test("without an embedded PDF the imported file itself is the document", async () => {
  const file = (await invoiceFile("doc-2")).replace(/<cac:AdditionalDocumentReference>[^]*<\/cac:AdditionalDocumentReference>/, ""); // prettier-ignore
  const claimId = (await run(file)).body.rows[0]?.claim ?? "";
  await run(file);

  const documents = await api.services.database.prisma.document.findMany({ where: { claimId } });
  expect(documents).toMatchObject([{ kind: "invoice", fileName: "doc-2.xml", mediaType: "application/xml" }]);
  expect(documents[0]?.text).toMatch(/^Rekeningnummer: doc-2\n/);
});

test("what cannot become a claim is refused by line, field and reason", async () => {
  const failed = await run(await sample("own/missing-customer-name.xml"));
  expect(failed.body).toMatchObject({
    status: "done",
    created: 0,
    failed: 1,
    rows: [{ result: "failed", claim: null }],
  });
  const [row] = failed.body.rows as unknown as {
    errors: { line: number; field: string; code: string; message: string }[];
  }[];
  expect(row?.errors[0]).toMatchObject({ code: "missing" });
  expect(row?.errors[0]?.line).toBeGreaterThan(1);
  expect(row?.errors[0]?.field).toContain("cac:AccountingCustomerParty");
  expect(row?.errors[0]?.message).not.toBe("");
});

test("a file that is no invoice is refused, also one that is a bomb", async () => {
  const bomb = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><Invoice>&b;</Invoice>`;
  for (const bytes of ["hallo", "<html/>", bomb]) {
    const refused = await run(bytes);
    expect(refused.body, bytes).toMatchObject({ status: "done", failed: 1, rows: [{ result: "failed", claim: null }] });
  }
});

test("a dry run says what would become of the file and stores no claim", async () => {
  const tried = await run(await invoiceFile("dry-1"), "?dryRun=true");
  expect(tried.body).toMatchObject({
    status: "done",
    dryRun: true,
    created: 1,
    rows: [{ result: "created", claim: null }],
  });
  expect((await api.call("GET", "/claims/ref:dry-1")).status).toBe(404);
});

test("a number that another claim has is refused with the field", async () => {
  await api.call("POST", "/claims", { body: exampleClaim({ reference: "taken-1" }) });
  const refused = await run(await invoiceFile("taken-1"));
  expect(refused.body.rows).toMatchObject([
    { result: "failed", errors: [{ field: "reference", code: "reference_taken" }] },
  ]);
});

test("a credit note reduces the invoice that it names, once", async () => {
  const claimId = (await run(await invoiceFile("credited-1"))).body.rows[0]?.claim ?? "";
  const before = (await api.call("GET", `/claims/${claimId}/statement`)).body as unknown as {
    principal: { open: string };
  };
  const credited = await run(await creditNoteFile("C-1", "credited-1"));
  const again = await run(await creditNoteFile("C-1", "credited-1"));

  expect(credited.body).toMatchObject({
    credited: 1,
    created: 0,
    rows: [{ reference: "C-1", result: "credited", claim: claimId }],
  });
  expect(again.body).toMatchObject({ unchanged: 1, rows: [{ result: "unchanged", claim: claimId }] });
  const after = (await api.call("GET", `/claims/${claimId}/statement`)).body as unknown as { principal: { open: string; credited: string } }; // prettier-ignore
  expect(after.principal.credited).toBe("12.10");
  expect(Number(before.principal.open) - Number(after.principal.open)).toBeCloseTo(12.1, 5);
});

test("a credit note with another amount, too much, or for an unknown invoice is refused", async () => {
  await run(await invoiceFile("credited-2"));
  await run(await creditNoteFile("C-2", "credited-2"));
  const codes = async (file: string) => {
    const { body } = await run(file);
    return body.rows.map((row) => (row as unknown as { errors: { code: string }[] }).errors.map((error) => error.code));
  };

  expect(await codes(await creditNoteFile("C-2", "credited-2", "13.00"))).toEqual([["credit_note_differs"]]);
  expect(await codes(await creditNoteFile("C-3", "credited-2", "99999.00"))).toEqual([["credit_exceeds_principal"]]);
  expect(await codes(await creditNoteFile("C-4", "nowhere"))).toEqual([["credited_invoice_unknown"]]);
});

test("a credit note for what was paid makes it the debtor's credit", async () => {
  const claimId = (await run(await invoiceFile("credited-3"))).body.rows[0]?.claim ?? "";
  const { open } = (await api.call("GET", `/claims/${claimId}/statement`)).body as unknown as { open: string };
  const body = { amount: euro(open), receivedOn: "2026-11-22", method: "bank_transfer" };
  await api.call("POST", `/claims/${claimId}/payments`, { body });
  await run(await creditNoteFile("C-5", "credited-3"));

  const statement = (await api.call("GET", `/claims/${claimId}/statement`)).body as unknown as {
    open: string;
    credit: string;
  };
  expect(statement.open).toBe("0.00");
  expect(Number(statement.credit)).toBeGreaterThanOrEqual(12.1);
});

test("another content type and a file over 20 MB are refused", async () => {
  const page = await api.call("POST", "/imports", { raw: { contentType: "text/html", bytes: "<p>" } });
  const large = await start(new Uint8Array(20_000_001));
  expect([page.status, page.headers.get("accept")]).toEqual([
    415,
    "application/xml, text/xml, text/csv, application/x-ndjson, application/zip",
  ]);
  expect(large.status).toBe(413);
});

test("an import whose worker vanished is taken over when its lease has run out, and only then", async () => {
  const { services } = api;
  const started = await start(await invoiceFile("crash-1"));
  const { id } = started.body;
  const first = await inTransaction(services.database, (tx) => leaseImport(tx, id));
  expect(await runWaitingImport(services)).toBe(0);

  await services.database.prisma
    .$executeRaw`UPDATE import SET locked_until = now() - interval '1 second' WHERE id = ${id}`;
  expect(await runWaitingImport(services)).toBe(1);
  expect((await api.call("GET", `/imports/${id}`)).body).toMatchObject({ status: "done", created: 1 });

  await runImport(services, first, { turnRows: Infinity });
  expect((await api.call("GET", `/imports/${id}`)).body).toMatchObject({ status: "done", created: 1, total: 1 });
});

test("an import that breaks off again and again is given up", async () => {
  const { services } = api;
  const { id } = (await start(await invoiceFile("crash-2"))).body;
  await services.database.prisma.import.update({ where: { id }, data: { attempts: 5 } });
  await runWaitingImport(services);
  expect((await api.call("GET", `/imports/${id}`)).body).toMatchObject({ status: "failed", total: 0 });
});

test("the operator's command takes a file in at once", async () => {
  const { services, creditorId } = api;
  const bytes = Buffer.from(await invoiceFile("operator-1"));
  const order = { creditorId, content: bytes, fileName: "operator-1.xml", dryRun: false, actor: "operator" };
  const imported = await importFile(services, order);
  expect(imported).toMatchObject({
    ok: true,
    value: { status: "done", created: 1, rows: [{ reference: "operator-1" }] },
  });
  const nobody = await importFile(services, { ...order, creditorId: "crd_nobody" });
  expect(nobody).toEqual({ ok: false, error: { kind: "creditor_not_found" } });
});
