import { afterAll, beforeAll, expect, test } from "vitest";
import { scanWaitingFiles } from "#app/server/evidence/scan-waiting-files.server.ts";
import { loadLetters } from "#app/server/messages/letters-view.server.ts";
import { readDocument } from "#app/server/messages/read-document.server.ts";
import { type ApiAnswer, type ApiTest, exampleClaim, openApi } from "../../support/api.ts";
import { EICAR, HTML, manyPages, pdf, photo, SVG, ZIP } from "../../support/hostile-files.ts";
import { startStubClamd, type StubClamd } from "../../support/stub-clamd.ts";

let api: ApiTest;
let clamd: StubClamd;
let claim: string;

beforeAll(async () => {
  clamd = await startStubClamd();
  api = await openApi({ env: { CLAMD_URL: clamd.url } });
  claim = (await api.call("POST", "/claims", { body: exampleClaim() })).body.id;
});
afterAll(async () => {
  await api.close();
  await clamd.close();
});

const FIELDS = {
  direction: "outbound",
  channel: "letter",
  subject: "Aanmaning",
  body: "Beste J. de Vries,\r\n\r\nZie de bijlage.",
  sentAt: "2026-06-18T09:00:00Z",
};

type Part = { readonly name: string; readonly value: string | Uint8Array; readonly fileName?: string };

const fieldParts = (fields: Record<string, string> = FIELDS): Part[] => Object.entries(fields).map(([name, value]) => ({ name, value })); // prettier-ignore

const fileOf = (fileName: string, value: Uint8Array, name = "files"): Part => ({ name, value, fileName });

let boundaries = 0;

/** A form as curl writes it, with another boundary each time. */
async function send(
  parts: readonly Part[],
  options: { headers?: Record<string, string>; key?: string; to?: string } = {},
) {
  boundaries += 1;
  const boundary = `----form${boundaries}`;
  const chunks = parts.flatMap(({ name, value, fileName }) => [
    Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="${name}"${fileName === undefined ? "" : `; filename="${fileName}"\r\nContent-Type: application/octet-stream`}\r\n\r\n`), // prettier-ignore
    Buffer.from(value as Uint8Array),
    Buffer.from("\r\n"),
  ]);
  const bytes = Buffer.concat([...chunks, Buffer.from(`--${boundary}--\r\n`)]);
  const { to = claim, ...others } = options;
  return api.call("POST", `/claims/${to}/messages`, { raw: { contentType: `multipart/form-data; boundary=${boundary}`, bytes: Uint8Array.from(bytes) }, ...others }); // prettier-ignore
}

type Document = { readonly id: string; readonly fileName: string; readonly mediaType: string; readonly size: number };

const documentsOf = ({ text }: ApiAnswer) => (JSON.parse(text) as { documents: Document[] }).documents;

const debtor = async () => {
  const { creditorId, debtorId } = await api.services.database.prisma.claim.findUniqueOrThrow({ where: { id: claim } });
  return { creditorId, debtorId };
};

const counts = async () => {
  const { prisma } = api.services.database;
  return [await prisma.message.count(), await prisma.document.count()];
};

test("a letter comes with its files, and the debtor sees and opens them", async () => {
  const letter = await pdf();
  const sent = await send([...fieldParts(), fileOf("brief.pdf", letter), fileOf("C:\\bon\u202e.exe", await photo("jpeg"))]); // prettier-ignore
  expect(sent.status).toBe(201);
  expect(sent.body).toMatchObject({ subject: "Aanmaning", body: "Beste J. de Vries,\n\nZie de bijlage." });
  const documents = documentsOf(sent);
  expect(documents.map(({ fileName, mediaType }) => [fileName, mediaType])).toEqual([
    ["brief.pdf", "application/pdf"],
    [expect.stringMatching(/\.jpg$/), "image/jpeg"],
  ]);
  const listed = await api.call("GET", `/claims/${claim}/messages`);
  expect(listed.body.data[0]).toEqual(JSON.parse(sent.text));

  const reader = { ...(await debtor()), isHelper: false };
  const letters = await loadLetters(api.services, { reader, claimId: claim });
  expect(letters).toMatchObject([{ kind: "message", subject: "Aanmaning", documents: [{ fileName: "brief.pdf", kind: "letter", scan: "clean" }, { kind: "letter" }] }]); // prettier-ignore
  const read = await readDocument(api.services, { debtor: reader, documentId: documents[0]?.id ?? "" });
  expect(read.ok && Buffer.from(read.value.bytes).equals(Buffer.from(letter))).toBe(true);
});

test("a note of a call needs no file, as a form and as JSON", async () => {
  const note = { ...FIELDS, direction: "inbound", channel: "phone", subject: "Gebeld", body: "Betaalt vrijdag." };
  const [form, json] = [await send(fieldParts(note)), await api.call("POST", `/claims/${claim}/messages`, { body: note })]; // prettier-ignore
  expect([form.status, json.status, documentsOf(form)]).toEqual([201, 201, []]);
});

test("control characters, what turns the direction of reading, and links of ours are left out", async () => {
  const body =
    "Be\u0007taal\u001b[31m op https://voldaan.test/l/aaa.bbb.ccc of\tvoldaan.test/c/ABC \u202e gnikam\u0085";
  const sent = await send(
    fieldParts({ ...FIELDS, subject: "Aan\u0000maning\r\nBcc: x HTTPS://voldaan.test/l/aaa.bbb.ccc", body }),
  );
  expect(sent.body).toMatchObject({
    subject: "Aanmaning Bcc: x [link]",
    body: "Betaal[31m op [link] of\t[link]  gnikam",
  });
});

test("the same form again adds nothing, though its boundary is another; another file is another request", async () => {
  const headers = { "Idempotency-Key": "letter-1" };
  const file = fileOf("brief.pdf", await pdf());
  const first = await send([...fieldParts(), file], { headers });
  const before = await counts();
  const second = await send([...fieldParts(), file], { headers });
  expect([second.status, second.text, second.headers.get("idempotent-replayed")]).toEqual([201, first.text, "true"]);
  const other = await send([...fieldParts(), fileOf("brief.pdf", await manyPages(2))], { headers });
  expect([other.status, other.body.code]).toEqual([409, "idempotency_key_reused"]);
  expect(await counts()).toEqual(before);
});

test("after a crash before the answer was kept, the same form makes the same message with the same documents", async () => {
  const headers = { "Idempotency-Key": "letter-2" };
  const parts = [...fieldParts(), fileOf("brief.pdf", await pdf())];
  const first = await send(parts, { headers });
  const before = await counts();
  await api.services.database.prisma.idempotencyRecord.updateMany({ where: { key: "letter-2" }, data: { status: null, responseBody: null } }); // prettier-ignore
  expect((await send(parts, { headers })).text).toBe(first.text);
  expect(await counts()).toEqual(before);
});

test("what is no letter or photo is refused by its bytes, and nothing of the message is kept", async () => {
  const before = await counts();
  const good = fileOf("goed.pdf", await pdf());
  for (const [name, bytes] of [
    ["a.pdf", ZIP],
    ["b.jpg", HTML],
    ["c.png", SVG],
  ] as const) {
    const refused = await send([...fieldParts(), good, fileOf(name, bytes)]);
    expect([refused.status, refused.body.code, refused.body.errors[0]?.path]).toEqual([415, "file_not_supported", "files.1"]); // prettier-ignore
  }
  const broken = await send([...fieldParts(), fileOf("stuk.pdf", Buffer.from("%PDF-1.7 nothing"))]);
  expect([broken.status, broken.body.code]).toEqual([422, "file_refused"]);
  expect(await counts()).toEqual(before);
});

test("an infected file is refused and noted; while the scanner is silent a file waits", async () => {
  const before = await counts();
  const infected = await send([...fieldParts(), fileOf("virus.pdf", Buffer.concat([await pdf(), Buffer.from(EICAR)]))]);
  expect([infected.status, infected.body.code]).toEqual([422, "file_infected"]);
  expect(await counts()).toEqual(before);
  expect(await api.services.database.prisma.auditEntry.count({ where: { action: "upload.infected", subject: claim } })).toBe(1); // prettier-ignore

  clamd.answerWith("stream: no idea ERROR\0");
  const waiting = documentsOf(await send([...fieldParts(), fileOf("brief.pdf", await pdf())]))[0];
  const opened = async () => readDocument(api.services, { debtor: await debtor(), documentId: waiting?.id ?? "" });
  expect(await opened()).toEqual({ ok: false, error: { kind: "quarantined" } });
  clamd.answerWith(null);
  await scanWaitingFiles(api.services, { limit: 10 });
  expect((await opened()).ok).toBe(true);
});

test("a form is refused whole where a field comes twice, is unknown, is missing or is too long", async () => {
  const before = await counts();
  const file = fileOf("brief.pdf", await pdf());
  const cases: readonly (readonly [Part[], number, string, string | undefined])[] = [
    [[...fieldParts(), { name: "subject", value: "x" }], 422, "validation_failed", "subject"],
    [[...fieldParts(), { name: "extra", value: "x" }], 422, "validation_failed", "extra"],
    [[...fieldParts(), { name: "files", value: "x" }], 422, "validation_failed", "files"],
    [[...fieldParts(), { ...file, name: "attachment" }], 422, "validation_failed", "attachment"],
    [[file], 422, "validation_failed", "direction"],
    [fieldParts({ ...FIELDS, sentAt: "2027-01-01T00:00:00Z" }), 422, "validation_failed", "sentAt"],
    [fieldParts({ ...FIELDS, body: "x".repeat(100_001) }), 422, "validation_failed", "body"],
    [fieldParts({ ...FIELDS, body: "x".repeat(400_001) }), 413, "body_too_large", undefined],
    [[...fieldParts(), ...Array.from({ length: 11 }, () => file)], 422, "too_many_files", undefined],
    [[...fieldParts(), fileOf("groot.pdf", Buffer.alloc(10_000_001))], 413, "body_too_large", undefined],
  ];
  for (const [parts, status, code, path] of cases) {
    const refused = await send(parts);
    expect([refused.status, refused.body.code, refused.body.errors[0]?.path]).toEqual([status, code, path]);
  }
  expect(await counts()).toEqual(before);
});

test("what is no whole form is unreadable, and other routes take none", async () => {
  const raw = { contentType: "multipart/form-data; boundary=x", bytes: "--x\r\nContent-Disposition: form-data" };
  const cut = await api.call("POST", `/claims/${claim}/messages`, { raw });
  const without = await api.call("POST", `/claims/${claim}/messages`, { raw: { ...raw, contentType: "multipart/form-data" } }); // prettier-ignore
  expect([cut.status, without.status]).toEqual([400, 400]);
  expect((await api.call("POST", `/claims/${claim}/links`, { raw })).status).toBe(415);
});

test("a text in JSON is no file", async () => {
  const refused = await api.call("POST", `/claims/${claim}/messages`, { body: { ...FIELDS, files: ["x"] } });
  expect([refused.status, refused.body.errors[0]?.path]).toEqual([422, "files"]);
});

test("another creditor's claim is not found, and nothing is kept", async () => {
  const before = await counts();
  const { key } = await api.addCreditor("Ander B.V.");
  const refused = await send([...fieldParts(), fileOf("brief.pdf", await pdf())], { key });
  expect([refused.status, refused.body.code]).toEqual([404, "not_found"]);
  expect(await counts()).toEqual(before);
});
