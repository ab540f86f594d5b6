import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { attachUploads } from "#app/server/evidence/attach-uploads.server.ts";
import { clearInfected } from "#app/server/evidence/clear-infected.server.ts";
import { openClamd } from "#app/server/evidence/clamd.server.ts";
import { listUploads } from "#app/server/evidence/list-uploads.server.ts";
import { scanWaitingFiles } from "#app/server/evidence/scan-waiting-files.server.ts";
import { readCreditorDocument, readDocument, readDocumentPage } from "#app/server/messages/read-document.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { type EvidenceDebtor, type EvidenceTest, openEvidence } from "../../support/evidence.ts";
import { EICAR, pdfWith, photo } from "../../support/hostile-files.ts";
import { startStubClamd, type StubClamd } from "../../support/stub-clamd.ts";

let clamd: StubClamd;
let evidence: EvidenceTest;

const infectedPdf = pdfWith("", [`<< /Length ${EICAR.length} >>\nstream\n${EICAR}\nendstream`]);

beforeAll(async () => {
  clamd = await startStubClamd();
  evidence = await openEvidence({ env: { CLAMD_URL: clamd.url } });
});
afterAll(async () => {
  await evidence.close();
  await clamd.close();
});
afterEach(() => clamd.answerWith(null));

const notedOf = (subject: string) => evidence.services.database.prisma.auditEntry.findMany({ where: { action: "upload.infected", subject } }); // prettier-ignore

const scan = (services: Services = evidence.services) => scanWaitingFiles(services, { limit: 50 });

async function sendAlong(noor: EvidenceDebtor, uploadIds: readonly string[]): Promise<readonly string[]> {
  const { claimId, debtor } = noor;
  const session = { sessionId: debtor.sessionId, creditorId: debtor.creditorId, claimId };
  const messageId = await evidence.newMessage(noor);
  return evidence.services.database.prisma.$transaction((tx) => attachUploads(tx, { session, uploadIds, messageId }));
}

test("what is kept is what was scanned, whole and to the byte", async () => {
  const noor = await evidence.newDebtor();
  const large = pdfWith("", [`<< /Length 200000 >>\nstream\n${"x".repeat(200_000)}\nendstream`]);
  const id = await evidence.taken(noor, "a.pdf", large);
  expect(clamd.scanned.at(-1)).toEqual(large);
  expect(await listUploads(evidence.services, { sessionId: noor.debtor.sessionId, claimId: noor.claimId })).toMatchObject([{ id, scan: "clean" }]); // prettier-ignore
});

test("an infected file is refused at once, and nothing of it is kept", async () => {
  const noor = await evidence.newDebtor();
  const before = evidence.stored.size;
  expect(await evidence.take(noor, "Noor de Vries.pdf", infectedPdf)).toEqual({
    ok: false,
    error: { kind: "infected" },
  });
  expect(evidence.stored.size).toBe(before);
  const { prisma } = evidence.services.database;
  expect(await prisma.upload.count({ where: { claimId: noor.claimId } })).toBe(0);
  const [noted, ...others] = await notedOf(noor.claimId);
  expect(noted).toMatchObject({ actor: `debtor:${noor.debtor.sessionId}`, data: { claim: noor.claimId, mediaType: "application/pdf", size: infectedPdf.length } }); // prettier-ignore
  expect([JSON.stringify(noted).includes("Noor"), others]).toEqual([false, []]);
});

test("an infected file for somebody else's claim is written down with nobody", async () => {
  const [noor, other] = [await evidence.newDebtor(), await evidence.newDebtor()];
  const refused = await evidence.take({ ...noor, claimId: other.claimId }, "a.pdf", infectedPdf);
  expect(refused).toEqual({ ok: false, error: { kind: "claim_not_found" } });
  expect([await notedOf(noor.claimId), await notedOf(other.claimId)]).toEqual([[], []]);
});

test.each(["stream: INSTREAM size limit exceeded. ERROR", "stream: no reply. ERROR", "", "PONG"])(
  "an answer %j says nothing about the file: it waits",
  async (answer) => {
    clamd.answerWith(answer);
    const noor = await evidence.newDebtor();
    const id = await evidence.taken(noor, "a.jpg", await photo());
    expect(await evidence.services.database.prisma.upload.findUnique({ where: { id } })).toMatchObject({ scan: "quarantined" }); // prettier-ignore
  },
);

test("with the scanner down a file is taken, opened by nobody, and scanned when it is back", async () => {
  const { services, creditorId } = evidence;
  const down: Services = { ...services, scanner: openClamd({ host: "127.0.0.1", port: 1 }) };
  clamd.answerWith("stream: busy ERROR");
  const noor = await evidence.newDebtor();
  const good = await evidence.taken(noor, "goed.jpg", await photo());
  const bad = await evidence.taken(noor, "slecht.pdf", infectedPdf);
  const waiting = await evidence.taken(noor, "wacht.jpg", await photo("png"));
  expect((await sendAlong(noor, [good, bad])).toSorted()).toEqual([good, bad].toSorted());
  const { previews } = await services.database.prisma.document.findUniqueOrThrow({ where: { id: bad } });
  expect(previews).toHaveLength(1);

  expect(await scan(down)).toBe(0);
  const readers = (documentId: string) =>
    Promise.all([
      readDocument(services, { debtor: noor.debtor, documentId }),
      readCreditorDocument(services, { creditorId, documentId }),
      readDocumentPage(services, { creditorId, documentId, page: 1 }),
    ]);
  const refused = (kind: string) => ({ ok: false, error: { kind } });
  expect(await readers(bad)).toEqual([refused("quarantined"), refused("quarantined"), refused("quarantined")]);

  clamd.answerWith(null);
  expect(await scan()).toBeGreaterThanOrEqual(3);
  expect(await readers(bad)).toEqual([refused("infected"), refused("infected"), refused("infected")]);
  expect([bad, ...previews].filter((key) => evidence.stored.has(key))).toEqual([]);
  const row = await services.database.prisma.document.findUniqueOrThrow({ where: { id: bad } });
  expect([row.fileName, row.scan, row.kind, row.storageKey, row.previews]).toEqual(["slecht.pdf", "infected", "evidence", "", []]); // prettier-ignore
  expect(await notedOf(bad)).toMatchObject([{ actor: "worker", data: { claim: noor.claimId, mediaType: "application/pdf", size: infectedPdf.length } }]); // prettier-ignore
  expect((await readers(good)).map(({ ok }) => ok)).toEqual([true, true, false]);
  expect(await services.database.prisma.upload.findUnique({ where: { id: waiting } })).toMatchObject({ scan: "clean" });
  expect(await scan()).toBe(0);
});

test("what broke off between the verdict and the bytes is gone on with", async () => {
  const noor = await evidence.newDebtor();
  const [clean, bad] = [await evidence.taken(noor, "a.jpg", await photo()), await evidence.taken(noor, "b.pdf", pdfWith(""))]; // prettier-ignore
  await sendAlong(noor, [clean, bad]);
  const { prisma } = evidence.services.database;
  const { previews } = await prisma.document.update({ where: { id: bad }, data: { scan: "infected" } });
  await clearInfected(evidence.services);
  await clearInfected(evidence.services);
  expect([clean, bad, ...previews].filter((key) => evidence.stored.has(key))).toEqual([clean]);
});

test("without a scanner any more, what waited is unscanned", async () => {
  clamd.answerWith("");
  const noor = await evidence.newDebtor();
  const id = await evidence.taken(noor, "a.jpg", await photo());
  await scan({ ...evidence.services, scanner: null });
  expect(await evidence.services.database.prisma.upload.findUnique({ where: { id } })).toMatchObject({ scan: "unscanned" }); // prettier-ignore
});
