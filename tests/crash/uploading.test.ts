import { readdir } from "node:fs/promises";
import path from "node:path";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { attachUploads } from "#app/server/evidence/attach-uploads.server.ts";
import { clearUploads } from "#app/server/evidence/clear-uploads.server.ts";
import { newId } from "#app/server/platform/crypto/random-id.server.ts";
import { createFileStorage } from "#app/server/platform/storage/file-storage.server.ts";
import type { DebtorBrowser } from "../support/debtor-browser.ts";
import { EICAR, pdf, pdfWith } from "../support/hostile-files.ts";
import { openPortal, type Portal, type PortalClaim } from "../support/portal.ts";
import { movableClock } from "../support/services.ts";
import { startStubClamd, type StubClamd } from "../support/stub-clamd.ts";
import { killAt } from "./killing.ts";

const PAGE = "/claim/dispute/evidence";
const ID = /name="disputeId" value="([^"]+)"/;

let clamd: StubClamd;
let portal: Portal;

beforeAll(async () => {
  clamd = await startStubClamd();
  portal = await openPortal({ env: { CLAMD_URL: clamd.url } });
});
afterAll(async () => {
  await portal.close();
  await clamd.close();
});
afterEach(() => clamd.answerWith(null));

type Debtor = { readonly claim: PortalClaim; readonly browser: DebtorBrowser };

async function newDebtor(): Promise<Debtor> {
  const claim = await portal.newClaim();
  return { claim, browser: await portal.enter(claim) };
}

async function add({ browser }: Debtor, bytes: Uint8Array): Promise<number> {
  const { baseUrl } = portal.app;
  const body = new FormData();
  body.append("files", new Blob([Uint8Array.from(bytes)]), "bon.pdf");
  const answer = await fetch(`${baseUrl}${PAGE}`, { method: "POST", headers: { cookie: browser.cookie, origin: baseUrl }, body, redirect: "manual" }); // prettier-ignore
  return answer.status;
}

const documents = () => path.join(portal.app.dataDir, "documents");

/** The names of what lies in the storage. */
async function files(): Promise<string[]> {
  const names = await readdir(documents(), { recursive: true }).catch(() => []);
  return names.filter((name) => name.includes("doc_")).map((name) => path.basename(name)).toSorted(); // prettier-ignore
}

const rowsOf = ({ claim }: Debtor) => portal.app.database.db.prisma.upload.findMany({ where: { claimId: claim.id } });

const isListed = async ({ browser }: Debtor) => (await browser.get(PAGE)).text.includes("bon.pdf");

/** What the worker does once an hour, an hour and a minute from now. */
function clear(): Promise<void> {
  const clock = movableClock(new Date(Date.now() + 61 * 60_000).toISOString());
  return clearUploads({ database: portal.app.database.db, storage: createFileStorage(documents()), clock });
}

/** A file is there with its bytes and its pages, under the names that its row gives. */
async function expectWhole(debtor: Debtor, before: readonly string[]): Promise<void> {
  const [row, ...others] = await rowsOf(debtor);
  expect([row?.storedAt, row?.previews.length, others]).toEqual([expect.any(Date), 2, []]);
  const whole = (await files()).filter((name) => !before.includes(name) && !name.endsWith(".unfinished"));
  expect(whole).toEqual([row?.storageKey ?? "", ...(row?.previews ?? [])].toSorted());
  expect(await isListed(debtor)).toBe(true);
}

test.each(["upload:row-written", "storage:unfinished", "upload:file-written", "upload:pages-written"])(
  "the web killed at %s: the file is whole once it is sent again, and gone when it is not",
  async (point) => {
    const [again, never] = [await newDebtor(), await newDebtor()];
    const before = await files();
    const kill = async (debtor: Debtor) => {
      const bytes = await pdf();
      await killAt(portal, { name: "web", point, cause: () => expect(add(debtor, bytes)).rejects.toThrow() });
      expect((await rowsOf(debtor)).map(({ storedAt }) => storedAt)).toEqual([null]);
      expect(await isListed(debtor)).toBe(false);
      return bytes;
    };
    expect(await add(again, await kill(again))).toBe(303);
    await expectWhole(again, before);
    const [row] = await rowsOf(again);
    expect((await again.browser.post(PAGE, { remove: row?.id ?? "" })).status).toBe(303);
    expect(await files()).toEqual(before);

    await kill(never);
    await clear();
    expect([await rowsOf(never), await files()]).toEqual([[], before]);
  },
  180_000,
);

test.each(["upload:hidden", "upload:bytes-gone"])(
  "the web killed at %s: the file is taken away, and can be sent again",
  async (point) => {
    const [again, never] = [await newDebtor(), await newDebtor()];
    const before = await files();
    const kill = async (debtor: Debtor) => {
      const bytes = await pdf();
      expect(await add(debtor, bytes)).toBe(303);
      const [row] = await rowsOf(debtor);
      const remove = () => debtor.browser.post(PAGE, { remove: row?.id ?? "" });
      await killAt(portal, { name: "web", point, cause: () => expect(remove()).rejects.toThrow() });
      expect(await isListed(debtor)).toBe(false);
      return bytes;
    };
    await kill(never);
    await clear();
    expect([await rowsOf(never), await files()]).toEqual([[], before]);
    expect(await add(again, await kill(again))).toBe(303);
    await expectWhole(again, before);
  },
  180_000,
);

test("the web killed at dispute:before-commit: the file still waits, and is sent along once", async () => {
  const debtor = await newDebtor();
  const { claim, browser } = debtor;
  await browser.post("/claim/dispute", { ground: "not_delivered" });
  await browser.post("/claim/dispute/part", { part: "whole" });
  await browser.post("/claim/dispute/story", { story: "Er kwam niets." });
  expect(await add(debtor, await pdf())).toBe(303);
  const disputeId = ID.exec((await browser.get("/claim/dispute/check")).text)?.[1] ?? "";
  const send = () => browser.post("/claim/dispute/check", { disputeId });
  await killAt(portal, { name: "web", point: "dispute:before-commit", cause: () => expect(send()).rejects.toThrow() });
  const { prisma } = portal.app.database.db;
  const evidence = () => prisma.document.findMany({ where: { claimId: claim.id, kind: "evidence" }, select: { id: true } }); // prettier-ignore
  const waiting = (await rowsOf(debtor)).map(({ id }) => ({ id }));
  expect([waiting.length, await evidence()]).toEqual([1, []]);

  expect((await send()).status).toBe(303);
  expect((await send()).status).toBe(303);
  expect([await rowsOf(debtor), await evidence()]).toEqual([[], waiting]);
  expect(await files()).toContain(waiting[0]?.id);
});

test("the worker killed at scan:noted: nobody gets the infected file, and its bytes go after all", async () => {
  const debtor = await newDebtor();
  const { prisma } = portal.app.database.db;
  const { creditorId } = portal;
  clamd.answerWith("stream: busy ERROR");
  expect(await add(debtor, pdfWith("", [`<< /Length ${EICAR.length} >>\nstream\n${EICAR}\nendstream`]))).toBe(303);
  const [upload] = await rowsOf(debtor);
  if (!upload) throw new Error("nothing waits");
  const { id, previews, sessionId } = upload;
  const messageId = newId("msg", new Date());
  const claimId = debtor.claim.id;
  await prisma.message.create({ data: { id: messageId, creditorId, claimId, direction: "inbound", channel: "portal", subject: "", body: "", sentAt: new Date() } }); // prettier-ignore
  await prisma.$transaction((tx) => attachUploads(tx, { session: { sessionId, creditorId, claimId }, uploadIds: [id], messageId })); // prettier-ignore
  await killAt(portal, {
    name: "worker",
    point: "scan:noted",
    cause: () => clamd.answerWith(null),
    async meanwhile() {
      const document = await prisma.document.findUniqueOrThrow({ where: { id } });
      expect([document.scan, (await files()).includes(id)]).toEqual(["infected", true]);
      expect((await debtor.browser.get(`/claim/documents/${id}`)).status).not.toBe(200);
    },
  });
  await expect
    .poll(async () => (await files()).filter((name) => [id, ...previews].includes(name)), { timeout: 30_000 })
    .toEqual([]);
  const noted = await prisma.auditEntry.findMany({ where: { subject: id, action: "upload.infected" } });
  expect(noted.map(({ actor }) => actor)).toEqual(["worker"]);
});
