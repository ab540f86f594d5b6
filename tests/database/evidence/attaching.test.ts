import { afterAll, beforeAll, expect, test } from "vitest";
import { attachUploads } from "#app/server/evidence/attach-uploads.server.ts";
import { clearExpired } from "#app/server/housekeeping/clear-expired.server.ts";
import { readCreditorDocument, readDocument, readDocumentPage } from "#app/server/messages/read-document.server.ts";
import { type EvidenceDebtor, type EvidenceTest, openEvidence } from "../../support/evidence.ts";
import { pdf, photo } from "../../support/hostile-files.ts";

let evidence: EvidenceTest;

beforeAll(async () => {
  evidence = await openEvidence();
});
afterAll(() => evidence.close());

async function attach(
  { claimId, debtor }: EvidenceDebtor,
  uploadIds: readonly string[],
  messageId: string,
): Promise<readonly string[]> {
  const session = { sessionId: debtor.sessionId, creditorId: debtor.creditorId, claimId };
  return evidence.services.database.prisma.$transaction((tx) => attachUploads(tx, { session, uploadIds, messageId }));
}

const STRICT = {
  "Content-Security-Policy": "sandbox; default-src 'none'",
  "X-Content-Type-Options": "nosniff",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Cache-Control": "no-store",
};

test("files become documents of the message, and are served to the byte under strict headers", async () => {
  const { services, creditorId } = evidence;
  const noor = await evidence.newDebtor();
  const sent = await pdf();
  const id = await evidence.taken(noor, 'a"\r\nX: y.pdf', sent);
  const messageId = await evidence.newMessage(noor);
  expect(await attach(noor, [id], messageId)).toEqual([id]);
  expect(await services.database.prisma.upload.count({ where: { id } })).toBe(0);
  const row = await services.database.prisma.document.findUniqueOrThrow({ where: { id } });
  expect(row).toMatchObject({
    messageId,
    claimId: noor.claimId,
    kind: "evidence",
    scan: "unscanned",
    size: sent.length,
  });

  const served = { "Content-Type": "application/pdf", "Content-Disposition": 'attachment; filename="aX y.pdf"' };
  for (const read of [
    await readDocument(services, { debtor: noor.debtor, documentId: id }),
    await readCreditorDocument(services, { creditorId, documentId: id }),
  ]) {
    expect(read).toMatchObject({ ok: true, value: { headers: { ...STRICT, ...served } } });
    expect(read.ok && Buffer.from(read.value.bytes)).toEqual(sent);
  }
  const page = await readDocumentPage(services, { creditorId, documentId: id, page: 2 });
  expect(page).toMatchObject({ ok: true, value: { headers: { ...STRICT, "Content-Type": "image/png", "Content-Disposition": "inline" } } }); // prettier-ignore
  expect(page.ok && Buffer.from(page.value.bytes)).toEqual(await evidence.bytesOf(row.previews[1]!));
});

test("a name outside ASCII goes along as filename*", async () => {
  const noor = await evidence.newDebtor();
  const id = await evidence.taken(noor, "één € bon.jpg", await photo());
  await attach(noor, [id], await evidence.newMessage(noor));
  const read = await readDocument(evidence.services, { debtor: noor.debtor, documentId: id });
  expect(read.ok && read.value.headers["Content-Disposition"]).toBe(
    "attachment; filename=\"één ? bon.jpg\"; filename*=UTF-8''%C3%A9%C3%A9n%20%E2%82%AC%20bon.jpg",
  );
});

test("for anybody else a file is not there, and no page is beyond the last", async () => {
  const { services, creditorId } = evidence;
  const [noor, other] = [await evidence.newDebtor(), await evidence.newDebtor()];
  const id = await evidence.taken(noor, "a.pdf", await pdf({ pages: 1 }));
  await attach(noor, [id], await evidence.newMessage(noor));
  const absent = { ok: false, error: { kind: "not_found" } };
  const elsewhere = "crd_00000000000000000000000000";
  expect(await readDocument(services, { debtor: other.debtor, documentId: id })).toEqual(absent);
  expect(await readCreditorDocument(services, { creditorId: elsewhere, documentId: id })).toEqual(absent);
  for (const page of [0, -1, 2, 1.5, Number.NaN]) {
    expect(await readDocumentPage(services, { creditorId, documentId: id, page })).toEqual(absent);
  }
  expect(await readDocumentPage(services, { creditorId: elsewhere, documentId: id, page: 1 })).toEqual(absent);
});

test("only whole files of this session and claim are attached, each once", async () => {
  const [noor, other] = [await evidence.newDebtor(), await evidence.newDebtor()];
  const own = await evidence.taken(noor, "a.jpg", await photo());
  const half = await evidence.taken(noor, "b.jpg", await photo("png"));
  const others = await evidence.taken(other, "c.jpg", await photo());
  await evidence.services.database.prisma.upload.update({ where: { id: half }, data: { storedAt: null } });
  const later = { ...noor, debtor: { ...noor.debtor, sessionId: await evidence.newSession({ claimId: noor.claimId, debtorId: noor.debtor.debtorId }) } }; // prettier-ignore
  const messageId = await evidence.newMessage(noor);
  expect(await attach(later, [own], messageId)).toEqual([]);
  expect(await attach(noor, [own, half, others, own, "doc_00000000000000000000000000", "' or 1=1"], messageId)).toEqual([own]); // prettier-ignore
  expect(await attach(noor, [own], messageId)).toEqual([]);
  expect(await attach(noor, [], messageId)).toEqual([]);
});

test("what nobody sent along goes a day after its session, and what is half after an hour", async () => {
  const { services, stored } = evidence;
  const { prisma } = services.database;
  const noor = await evidence.newDebtor();
  const left = await evidence.taken(noor, "a.pdf", await pdf({ pages: 1 }));
  const sent = await evidence.taken(noor, "b.jpg", await photo());
  await attach(noor, [sent], await evidence.newMessage(noor));
  const half = await evidence.taken(noor, "c.jpg", await photo("png"));
  await prisma.upload.update({ where: { id: half }, data: { storedAt: null } });
  const [preview = ""] = (await prisma.upload.findUniqueOrThrow({ where: { id: left } })).previews;
  const there = () => [left, preview, half, sent].map((key) => stored.has(key));

  await clearExpired(services);
  expect(there()).toEqual([true, true, true, true]);
  services.clock.advance(61 * 60 * 1000);
  await clearExpired(services);
  expect(there()).toEqual([true, true, false, true]);
  services.clock.advance(34 * 60 * 60 * 1000);
  await clearExpired(services);
  expect(there()).toEqual([true, true, false, true]);
  services.clock.advance(2 * 60 * 60 * 1000);
  await clearExpired(services);
  expect(there()).toEqual([false, false, false, true]);
  expect(await prisma.upload.count({ where: { claimId: noor.claimId } })).toBe(0);
});
