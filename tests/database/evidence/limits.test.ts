import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { listUploads } from "#app/server/evidence/list-uploads.server.ts";
import { removeUpload } from "#app/server/evidence/remove-upload.server.ts";
import { takeUpload } from "#app/server/evidence/take-upload.server.ts";
import { newId } from "#app/server/platform/crypto/random-id.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { type EvidenceDebtor, type EvidenceTest, openEvidence } from "../../support/evidence.ts";
import { manyPages, photo } from "../../support/hostile-files.ts";

let evidence: EvidenceTest;
let noor: EvidenceDebtor;
let photos: readonly Buffer[];

/** Passes everything on as it came, at once: these tests are about counting. */
const converter: Services["converter"] = {
  convert: ({ bytes }) => Promise.resolve({ ok: true, value: { kind: "image", mediaType: "image/jpeg", bytes } }),
};

beforeAll(async () => {
  evidence = await openEvidence({ replace: { converter } });
  photos = await Promise.all(Array.from({ length: 21 }, (_, index) => photo("jpeg", `rgb(${index * 12},0,0)`)));
});
afterAll(() => evidence.close());
beforeEach(async () => {
  noor = await evidence.newDebtor();
});

const files = () => evidence.services.database.prisma.upload.findMany({ where: { claimId: noor.claimId } });

/** A file of that size that was sent along some hours ago. */
async function sentBefore(size: number, hours: number): Promise<void> {
  const id = newId("doc", evidence.services.clock.now());
  const createdAt = new Date(evidence.services.clock.now().getTime() - hours * 60 * 60 * 1000);
  await evidence.services.database.prisma.document.create({
    data: { id, creditorId: evidence.creditorId, claimId: noor.claimId, kind: "evidence", fileName: "a.pdf", mediaType: "application/pdf", size, sha256: Buffer.from(id), storageKey: id, scan: "clean", createdAt },
  }); // prettier-ignore
}

test("the same bytes again are the same upload, and are stored once", async () => {
  const [one] = photos;
  const first = await evidence.taken(noor, "een.jpg", one!);
  const before = evidence.stored.size;
  expect(await evidence.taken(noor, "twee.jpg", one!)).toBe(first);
  expect(await Promise.all([evidence.taken(noor, "a", one!), evidence.taken(noor, "b", one!)])).toEqual([first, first]);
  expect([evidence.stored.size, (await files()).map(({ fileName }) => fileName)]).toEqual([before, ["een.jpg"]]);
});

test("sent twice at once it is one upload", async () => {
  const [, two] = photos;
  const [first, second] = await Promise.all([evidence.taken(noor, "a.jpg", two!), evidence.taken(noor, "b.jpg", two!)]);
  expect(second).toBe(first);
  expect(await evidence.bytesOf(first)).toEqual(two);
  expect(await files()).toHaveLength(1);
});

test("ten files wait at most; taking one away makes room", async () => {
  const ids: string[] = [];
  for (const one of photos.slice(0, 10)) ids.push(await evidence.taken(noor, "a.jpg", one));
  expect(await evidence.take(noor, "elf.jpg", photos[10]!)).toEqual({ ok: false, error: { kind: "too_many" } });
  const { claimId, debtor } = noor;
  await removeUpload(evidence.services, { sessionId: debtor.sessionId, claimId, uploadId: ids[3]! });
  expect(evidence.stored.has(ids[3]!)).toBe(false);
  await evidence.taken(noor, "elf.jpg", photos[10]!);
  expect(await listUploads(evidence.services, { sessionId: debtor.sessionId, claimId })).toHaveLength(10);
});

test("nobody takes away what is somebody else's", async () => {
  const other = await evidence.newDebtor();
  const id = await evidence.taken(noor, "a.jpg", photos[0]!);
  await removeUpload(evidence.services, { sessionId: other.debtor.sessionId, claimId: noor.claimId, uploadId: id });
  await removeUpload(evidence.services, { sessionId: noor.debtor.sessionId, claimId: other.claimId, uploadId: id });
  expect([evidence.stored.has(id), await files()]).toMatchObject([true, [{ id }]]);
});

test("a claim takes 50 MB in 24 hours, and what is older does not count", async () => {
  await sentBefore(49_999_999 - photos[0]!.length, 23);
  await sentBefore(40_000_000, 25);
  await evidence.taken(noor, "past-nog.jpg", photos[0]!);
  expect(await evidence.take(noor, "past-niet.jpg", photos[1]!)).toEqual({ ok: false, error: { kind: "daily_quota" } });
});

test("twenty at once at the edge of 50 MB never pass it", async () => {
  const room = 3 * 700;
  const same = photos.slice(0, 20).map((one) => Buffer.concat([one, Buffer.alloc(700 - one.length)]));
  await sentBefore(50_000_000 - room - 50, 1);
  const taken = await Promise.all(same.map((one) => evidence.take(noor, "a.jpg", one)));
  const kinds = taken.map((result) => (result.ok ? "taken" : result.error.kind));
  expect(kinds.toSorted()).toEqual([...Array<string>(17).fill("daily_quota"), "taken", "taken", "taken"]);
  const kept = await files();
  expect(kept.reduce((sum, { size }) => sum + size, 0)).toBe(room);
  expect(kept.every(({ id, storedAt }) => storedAt !== null && evidence.stored.has(id))).toBe(true);
});

test("twenty files an hour for a claim, whatever becomes of them", async () => {
  for (let count = 0; count < 20; count += 1) await evidence.take(noor, "a.txt", Buffer.from("niets"));
  expect(await evidence.take(noor, "a.jpg", photos[0]!)).toEqual({ ok: false, error: { kind: "busy" } });
});

test("where the disk is full nothing half stays, and later it works", async () => {
  let puts = 0;
  const { services } = evidence;
  const full: Services = {
    ...services,
    converter: { convert: ({ bytes }) => Promise.resolve({ ok: true, value: { kind: "pdf", pages: [bytes, bytes] } }) },
    storage: {
      ...services.storage,
      async put(key, content) {
        puts += 1;
        if (puts === 3) throw Object.assign(new Error("ENOSPC: no space left on device"), { code: "ENOSPC" });
        return services.storage.put(key, content);
      },
    },
  };
  const before = evidence.stored.size;
  const file = { debtor: noor.debtor, claimId: noor.claimId, fileName: "a.pdf", bytes: Uint8Array.from(manyPages(2)) };
  expect(await takeUpload(full, file)).toEqual({ ok: false, error: { kind: "not_stored" } });
  expect([puts, evidence.stored.size, await files()]).toEqual([3, before, []]);
  expect((await takeUpload(full, file)).ok).toBe(true);
  expect(evidence.stored.size).toBe(before + 3);
});
