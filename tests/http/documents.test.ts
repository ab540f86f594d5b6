import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type DebtorBrowser, openDebtorBrowser } from "../support/debtor-browser.ts";
import { type HttpAnswer, send } from "../support/http.ts";
import { openPortal, type Portal } from "../support/portal.ts";

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00]).toString("base64");
const PHOTO = `<cac:AdditionalDocumentReference><cbc:ID>1</cbc:ID><cac:Attachment><cbc:EmbeddedDocumentBinaryObject
  mimeCode="image/png" filename="wiel.png">${PNG}</cbc:EmbeddedDocumentBinaryObject></cac:Attachment></cac:AdditionalDocumentReference>`;

let portal: Portal;
let noor: DebtorBrowser;
let stranger: DebtorBrowser;
let invoiceId: string;
let photoId: string;

beforeAll(async () => {
  portal = await openPortal();
  const sample = await readFile("tests/samples/own/peppol-bis-3-consumer.xml", "utf8");
  const body = sample
    .replace("<cac:AccountingSupplierParty>", `${PHOTO}<cac:AccountingSupplierParty>`)
    .replace(">Reparatie achterwiel<", ">&lt;img src=x onerror=alert(1)&gt; Achterwiel<");
  const headers = { authorization: `Bearer ${portal.apiKey}`, "content-type": "application/xml" };
  await send(`${portal.app.baseUrl}/api/v1/imports`, { method: "POST", headers, body });
  await portal.quiet();
  const documents = await portal.app.database.db.prisma.document.findMany({ orderBy: { kind: "asc" } });
  const [invoice, photo] = documents;
  if (!invoice || !photo || documents.length > 2) throw new Error(`${documents.length} documents were taken in`);
  invoiceId = invoice.id;
  photoId = photo.id;
  const link = (await portal.api("POST", `/claims/${invoice.claimId}/links`, { channel: "none" })) as { url: string };
  noor = await openDebtorBrowser(link.url);
  stranger = await portal.enter(await portal.newClaim());
});
afterAll(() => portal.close());

test("an imported invoice can be read on a page beside its file, and nothing in it is markup", async () => {
  const letters = await noor.get("/claim/letters");
  expect(letters.text).toContain(`href="/claim/letters/${invoiceId}"`);
  expect((await noor.get("/claim")).text).toContain(`href="/claim/letters/${invoiceId}"`);

  const page = await noor.get(`/claim/letters/${invoiceId}`);
  expect(page.status).toBe(200);
  expect(page.text).toContain("Rekening 2026-0107</h1>");
  expect(wordsOf(page)).toContain("Te betalen: €\u00a076,80");
  expect(page.text).toContain(">1. &lt;img src=x onerror=alert(1)&gt; Achterwiel</p>");
  expect(page.text).not.toContain("<img");
  expect(page.text).toContain(`href="/claim/documents/${invoiceId}"`);
  expect((await noor.get(`/claim/letters/${invoiceId}?lang=en`)).text).toContain("Invoice 2026-0107</h1>");
});

test("a file without words is named for what it is", async () => {
  const page = await noor.get(`/claim/letters/${photoId}`);
  expect(page.text).toContain("wiel.png</h1>");
  expect(page.text).toContain("Dit is een foto of plaatje van 1\u00a0kB.");
  expect(page.text).toContain(`href="/claim/documents/${photoId}"`);
});

test("the page and the file carry the headers that keep them private", async () => {
  const kept = { "cache-control": "no-store", "x-robots-tag": "noindex, nofollow", "x-content-type-options": "nosniff", "referrer-policy": "same-origin", "x-frame-options": "DENY" }; // prettier-ignore
  const page = await noor.get(`/claim/letters/${invoiceId}`);
  expect(page.headers).toMatchObject({ ...kept, "content-type": "text/html; charset=utf-8" });
  expect(page.headers["content-security-policy"]).toMatch(/^default-src 'none'; script-src 'self' 'nonce-[^']+'; style-src 'self';/); // prettier-ignore
  const file = await noor.get(`/claim/documents/${invoiceId}`);
  expect(file.headers).toMatchObject({
    ...{ ...kept, "content-type": "application/pdf", "content-security-policy": "sandbox; default-src 'none'" },
    "content-disposition": 'attachment; filename="Factuur 2026-0107.pdf"',
  });
});

test("for another debtor a document is as absent as one that never was", async () => {
  const ids = [invoiceId, photoId, "doc_00000000000000000000000000"];
  for (const folder of ["/claim/letters/", "/claim/documents/"]) {
    const answers = await Promise.all(ids.map((id) => stranger.get(`${folder}${id}`)));
    const seen = answers.map((answer, index) => withoutWhatDiffers(answer, ids[index] ?? ""));
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
    expect(new Set(seen).size).toBe(1);
  }
  const nobody = await send(`${portal.app.baseUrl}/claim/letters/${invoiceId}`);
  expect([nobody.status, nobody.text.includes("Noor")]).toEqual([401, false]);
});

const wordsOf = ({ text }: HttpAnswer): string => text.replace(/<[^>]*>/g, "");

/** The answer to the byte, but for its own address, its nonce and its number and time. */
function withoutWhatDiffers({ headers, text }: HttpAnswer, id: string): string {
  const { "x-request-id": _number, date: _time, "set-cookie": _kept, "content-length": _length, ...same } = headers;
  return `${JSON.stringify(same)}\n${text}`.replaceAll(id, "…").replace(/'nonce-[^']+'/g, "'nonce-…'").replace(/nonce="[^"]+"/g, 'nonce="…"'); // prettier-ignore
}
