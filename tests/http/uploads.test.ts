import { readdir, rm, writeFile } from "node:fs/promises";
import { request as httpRequest } from "node:http";
import path from "node:path";
import { Readable } from "node:stream";
import sharp from "sharp";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { attachUploads } from "#app/server/evidence/attach-uploads.server.ts";
import { newId } from "#app/server/platform/crypto/random-id.server.ts";
import { openInboxBrowser } from "../support/inbox-browser.ts";
import { type DebtorBrowser } from "../support/debtor-browser.ts";
import { EICAR, HEIC, HTML, pdf, pdfWith, pixelBomb, polyglotPhoto, SVG, ZIP } from "../support/hostile-files.ts";
import { openPortal, type Portal, type PortalClaim } from "../support/portal.ts";
import { startStubClamd, type StubClamd } from "../support/stub-clamd.ts";

const PAGE = "/claim/dispute/evidence";
const HANDLER = "bewijs@boomhut.example";
const STRANGER = "iemand@elders.example";

let clamd: StubClamd;
let portal: Portal;
let claim: PortalClaim;
let noor: DebtorBrowser;

beforeAll(async () => {
  clamd = await startStubClamd();
  portal = await openPortal({ env: { CLAMD_URL: clamd.url } });
  const { app, creditorId } = portal;
  const other = (await app.admin("creditor:create", "--name", "Ander Bedrijf", "--iban", "NL02ABNA0123456789")) as { id: string }; // prettier-ignore
  await app.admin("user:create", "--creditor", creditorId, "--email", HANDLER, "--role", "reader");
  await app.admin("user:create", "--creditor", other.id, "--email", STRANGER, "--role", "owner");
});
afterAll(async () => {
  await portal.close();
  await clamd.close();
});
beforeEach(async () => {
  claim = await portal.newClaim();
  noor = await portal.enter(claim);
});
afterEach(() => clamd.answerWith(null));

type File = readonly [name: string, bytes: Uint8Array];

function upload(files: readonly File[], browser = noor, query = ""): Promise<Response> {
  const form = new FormData();
  for (const [name, bytes] of files) form.append("files", new Blob([Uint8Array.from(bytes)]), name);
  return post(form, browser, query);
}

function post(
  body: BodyInit,
  browser: DebtorBrowser,
  query = "",
  headers: Record<string, string> = {},
): Promise<Response> {
  const { baseUrl } = portal.app;
  const init = { method: "POST", headers: { cookie: browser.cookie, origin: baseUrl, ...headers }, body, redirect: "manual", duplex: "half" }; // prettier-ignore
  return fetch(`${baseUrl}${PAGE}${query}`, init as RequestInit);
}

const fetchAs = (cookie: string, address: string) => fetch(`${portal.app.baseUrl}${address}`, { headers: { cookie } });

async function storedFiles(): Promise<string[]> {
  const names = await readdir(path.join(portal.app.dataDir, "documents"), { recursive: true }).catch(() => []);
  return names.filter((name) => name.includes("doc_")).toSorted();
}

const uploads = () => portal.app.database.db.prisma.upload.findMany({ where: { claimId: claim.id } });

/** Makes the files documents of a message, as opening a dispute does. */
async function sendAlong(): Promise<string[]> {
  const rows = await uploads();
  const { prisma } = portal.app.database.db;
  const messageId = newId("msg", new Date());
  const creditorId = portal.creditorId;
  await prisma.message.create({ data: { id: messageId, creditorId, claimId: claim.id, direction: "inbound", channel: "portal", subject: "Bewijs", body: "Zie bijlage", sentAt: new Date() } }); // prettier-ignore
  const session = { sessionId: rows[0]?.sessionId ?? "", creditorId, claimId: claim.id };
  const ids = await prisma.$transaction((tx) => attachUploads(tx, { session, uploadIds: rows.map(({ id }) => id), messageId })); // prettier-ignore
  return [...ids];
}

test("photos and PDFs are added together, listed, taken away, and the way leads on", async () => {
  const page = await noor.get(PAGE);
  expect(page.status).toBe(200);
  expect(page.text).toContain('accept="image/jpeg,image/png,image/webp,application/pdf"');
  // Who chooses files is never sent to the camera: that is a way of its own.
  expect(page.text.match(/<input[^>]*type="file"[^>]*>/g)?.map((input) => input.includes("capture"))).toEqual([false, true]); // prettier-ignore
  expect(page.text).toContain('href="/claim/dispute/story"');
  expect(page.text).toContain('href="/claim/dispute/check"');

  const added = await upload([
    ["bon.jpg", await polyglotPhoto()],
    ["brief.pdf", await pdf()],
  ]);
  expect([added.status, added.headers.get("location")]).toEqual([303, PAGE]);
  const listed = (await noor.get(PAGE)).text;
  expect(listed).toMatch(/bon\.jpg \(jpg, \d+\u00a0kB\)/);
  expect(listed).toMatch(/brief\.pdf \(pdf, \d+\u00a0kB\)/);

  const [id = ""] = [...listed.matchAll(/name="remove" value="([^"]+)"/g)].map(([, value]) => value ?? "");
  const removed = await noor.post(PAGE, { remove: id });
  expect([removed.status, removed.headers.location]).toEqual([303, PAGE]);
  const left = await uploads();
  expect(left).toHaveLength(1);
  expect((await storedFiles()).filter((name) => name.endsWith(id))).toEqual([]);
});

test("for an answer the ways lead back to it", async () => {
  const page = await noor.get(`${PAGE}?for=answer`);
  expect(page.text).toContain('href="/claim/dispute"');
  expect(page.text).not.toContain("/claim/dispute/check");
  const added = await upload([["a.pdf", await pdf({ pages: 1 })]], noor, "?for=answer");
  expect(added.headers.get("location")).toBe(`${PAGE}?for=answer`);
});

test("what is refused is named in plain words, and only the rest is kept", async () => {
  const before = await storedFiles();
  for (const [name, bytes, status, words] of [
    ["plaatje.svg", SVG, 415, "plaatje.svg: Dit soort bestand kan niet."],
    ["foto.jpg", HTML, 415, "foto.jpg: Dit soort bestand kan niet."],
    ["alles.zip", ZIP, 415, "alles.zip: Dit soort bestand kan niet."],
    ["IMG_1.HEIC", HEIC, 415, "IMG_1.HEIC: Deze foto is een HEIC-bestand."],
    ["bom.png", pixelBomb(), 422, "bom.png: Deze foto is te groot: meer dan 40 miljoen beeldpunten."],
    ["slot.pdf", await pdf({ password: "geheim" }), 422, "slot.pdf: Deze PDF heeft een wachtwoord."],
    ["virus.pdf", pdfWith(`/X (${EICAR.replace(/[\\()]/g, "\\$&")})`, [`<< /Length 68 >>\nstream\n${EICAR}\nendstream`]), 422, "virus.pdf: In dit bestand zit een virus."], // prettier-ignore
  ] as const) {
    const answer = await upload([[name, bytes]]);
    const text = await answer.text();
    expect([name, answer.status]).toEqual([name, status]);
    expect(text).toContain(words);
    expect(text).toContain("<h1");
  }
  expect(await storedFiles()).toEqual(before);
  const mixed = await upload([
    ["goed.pdf", await pdf({ pages: 1 })],
    ["fout.svg", SVG],
  ]);
  expect(mixed.status).toBe(415);
  const page = await mixed.text();
  expect(page).toContain("fout.svg: Dit soort bestand kan niet.");
  expect(page).toMatch(/goed\.pdf \(pdf/);
  expect((await uploads()).map(({ fileName }) => fileName)).toEqual(["goed.pdf"]);
});

test("pressing the button without a file says so", async () => {
  const answer = await upload([["", new Uint8Array()]]);
  expect([answer.status, (await answer.text()).includes("Kies eerst een foto of een bestand.")]).toEqual([422, true]);
});

test("eleven megabytes in pieces, without a length, are refused and nothing is kept", async () => {
  const before = await storedFiles();
  const head = '--x\r\nContent-Disposition: form-data; name="files"; filename="groot.jpg"\r\n\r\n';
  async function* body(): AsyncGenerator<Uint8Array> {
    yield Buffer.from(head);
    for (let index = 0; index < 11; index += 1) yield new Uint8Array(1_000_000);
    yield Buffer.from("\r\n--x--\r\n");
  }
  const stream = Readable.toWeb(Readable.from(body())) as unknown as BodyInit;
  const answer = await post(stream, noor, "", { "content-type": "multipart/form-data; boundary=x" });
  expect(answer.status).toBe(413);
  expect(await answer.text()).toContain("groot.jpg: Dit bestand is groter dan 10 MB.");
  expect([await storedFiles(), await uploads()]).toEqual([before, []]);
});

test("an upload that is cut leaves nothing, and the next one works", async () => {
  const before = await storedFiles();
  const sent = await pdf({ pages: 1 });
  await new Promise<void>((resolve) => {
    const headers = { cookie: noor.cookie, origin: portal.app.baseUrl, "content-type": "multipart/form-data; boundary=x", "content-length": "500000" }; // prettier-ignore
    const cut = httpRequest(`${portal.app.baseUrl}${PAGE}`, { method: "POST", headers, agent: false });
    cut.on("error", () => resolve());
    cut.on("close", () => resolve());
    cut.write('--x\r\nContent-Disposition: form-data; name="files"; filename="half.pdf"\r\n\r\n');
    cut.write(sent.subarray(0, 500), () => cut.destroy());
  });
  expect((await upload([["heel.pdf", sent]])).status).toBe(303);
  expect((await uploads()).map(({ fileName, storedAt }) => [fileName, storedAt !== null])).toEqual([
    ["heel.pdf", true],
  ]);
  expect(await storedFiles()).toHaveLength(before.length + 2);
});

test("who is not the debtor, or comes from another site, adds nothing", async () => {
  const before = await storedFiles();
  const file = [["a.pdf", await pdf({ pages: 1 })]] as const;
  expect((await upload(file, { ...noor, cookie: "" })).status).toBe(401);
  const elsewhere = await post(new FormData(), noor, "", { origin: "https://evil.example" });
  expect(elsewhere.status).toBe(403);
  const strange = await upload(file, noor, "?claim=clm_00000000000000000000000000");
  expect(strange.status).toBe(404);
  expect(await storedFiles()).toEqual(before);
});

const STRICT = {
  "content-security-policy": "sandbox; default-src 'none'",
  "x-content-type-options": "nosniff",
  "cross-origin-resource-policy": "same-origin",
  "cache-control": "no-store",
  "x-frame-options": "DENY",
};

const headersOf = ({ headers }: Response) => Object.fromEntries(headers);

test("what was sent is saved, never shown; the creditor looks at pages that we drew", async () => {
  const sent = pdfWith("/OpenAction << /S /J#61vaScript /JS (app.alert\\(1\\)) >>");
  await upload([
    ['pagina".html', await polyglotPhoto()],
    ["actief.pdf", sent],
  ]);
  const ids = await sendAlong();
  const names = await portal.app.database.db.prisma.document.findMany({ where: { id: { in: ids } } });
  const idOf = (end: string) => names.find(({ fileName }) => fileName.endsWith(end))?.id ?? "";
  const stranger = await portal.enter(await portal.newClaim());
  const [handler, elsewhere] = [await openInboxBrowser(portal.app, HANDLER), await openInboxBrowser(portal.app, STRANGER)]; // prettier-ignore

  for (const [cookie, folder] of [
    [noor.cookie, "/claim/documents/"],
    [handler.cookie, "/creditor/documents/"],
  ] as const) {
    const photo = await fetchAs(cookie, `${folder}${idOf(".jpg")}`);
    expect([photo.status, headersOf(photo)]).toMatchObject([200, { ...STRICT, "content-type": "image/jpeg", "content-disposition": 'attachment; filename="pagina.html.jpg"' }]); // prettier-ignore
    const bytes = Buffer.from(await photo.arrayBuffer());
    expect([bytes.includes("script"), bytes.includes("Exif"), (await sharp(bytes).metadata()).height]).toEqual([false, false, 60]); // prettier-ignore
    const original = await fetchAs(cookie, `${folder}${idOf(".pdf")}`);
    expect(headersOf(original)).toMatchObject({ ...STRICT, "content-type": "application/pdf", "content-disposition": 'attachment; filename="actief.pdf"' }); // prettier-ignore
    expect(Buffer.from(await original.arrayBuffer())).toEqual(sent);
  }

  const page = await fetchAs(handler.cookie, `/creditor/documents/${idOf(".pdf")}/pages/1`);
  expect(headersOf(page)).toMatchObject({ ...STRICT, "content-type": "image/png", "content-disposition": "inline" });
  expect((await sharp(Buffer.from(await page.arrayBuffer())).metadata()).width).toBe(1000);

  for (const [cookie, address] of [
    [stranger.cookie, `/claim/documents/${idOf(".pdf")}`],
    [elsewhere.cookie, `/creditor/documents/${idOf(".pdf")}`],
    [elsewhere.cookie, `/creditor/documents/${idOf(".pdf")}/pages/1`],
    [handler.cookie, `/creditor/documents/${idOf(".pdf")}/pages/2`],
    [handler.cookie, `/creditor/documents/${idOf(".pdf")}/pages/01`],
    [handler.cookie, `/creditor/documents/doc_00000000000000000000000000`],
  ] as const) {
    const absent = await fetchAs(cookie, address);
    expect([absent.status, await absent.text()]).toEqual([404, "Dit bestand is er niet."]);
  }
  const nobody = await fetch(`${portal.app.baseUrl}/creditor/documents/${idOf(".pdf")}`, { redirect: "manual" });
  expect([nobody.status, nobody.headers.get("location")?.startsWith("/creditor/sign-in")]).toEqual([303, true]);
});

test("what waits for the scanner nobody opens; the worker asks again, and an infected file is gone", async () => {
  clamd.answerWith("stream: busy ERROR");
  const infected = pdfWith("", [`<< /Length ${EICAR.length} >>\nstream\n${EICAR}\nendstream`]);
  expect((await upload([["later.pdf", infected]])).status).toBe(303);
  expect((await noor.get(PAGE)).text).toContain("Wij controleren dit bestand nog op virussen.");
  const [id = ""] = await sendAlong();
  const handler = await openInboxBrowser(portal.app, HANDLER);
  for (const answer of [await noor.get(`/claim/documents/${id}`), await handler.get(`/creditor/documents/${id}`)]) {
    expect(answer.status).toBe(404);
    expect(answer.text).toContain("Dit bestand wordt nog op virussen gecontroleerd.");
  }
  const letters = await noor.get("/claim/letters");
  expect(letters.text).toContain("wordt nog gecontroleerd op virussen");
  expect(letters.text).not.toContain(`/claim/documents/${id}`);

  clamd.answerWith(null);
  const { prisma } = portal.app.database.db;
  const scanOf = async () => (await prisma.document.findUniqueOrThrow({ where: { id } })).scan;
  await vi.waitFor(async () => expect(await scanOf()).toBe("infected"), { timeout: 40_000, interval: 200 });
  await vi.waitFor(async () => expect((await storedFiles()).filter((name) => name.endsWith(id))).toEqual([]), { timeout: 5_000 }); // prettier-ignore
  expect((await handler.get(`/creditor/documents/${id}`)).text).toBe(
    "In dit bestand zat een virus. Het is weggegooid.",
  );
  expect((await noor.get("/claim/letters")).text).toContain("weggegooid: er zat een virus in");
});

test("where nothing can be kept the page says so, and nothing half is there", async () => {
  const documents = path.join(portal.app.dataDir, "documents");
  await rm(documents, { recursive: true, force: true });
  await writeFile(documents, "no directory");
  const answer = await upload([["a.pdf", await pdf({ pages: 1 })]]);
  const page = await answer.text();
  expect([answer.status, page.includes('name="remove"')]).toEqual([507, false]);
  expect(page).toContain("a.pdf: Het bewaren lukt nu niet. Probeer het later nog eens.");
  await rm(documents);
  expect((await upload([["a.pdf", await pdf({ pages: 1 })]])).status).toBe(303);
  expect((await noor.get(PAGE)).text.match(/name="remove"/g)).toHaveLength(1);
});
