import { createHash } from "node:crypto";
import { err, ok, type Result } from "#app/domain/result.ts";
import type { DebtorSessionScope } from "#app/server/arrangements/own-arrangement.server.ts";
import { lockClaim } from "#app/server/claims/claim-record.server.ts";
import { crashPoint } from "#app/server/platform/crash-point/crash-point.server.ts";
import { newId } from "#app/server/platform/crypto/random-id.server.ts";
import type { Transaction } from "#app/server/platform/database/client.server.ts";
import { inTransaction } from "#app/server/platform/database/transaction.server.ts";
import { LARGEST_FILE_BYTES, MOST_FILES } from "#app/server/platform/http/read-upload.server.ts";
import type { Services } from "#app/server/services.server.ts";
import type { ConversionFailure } from "./file-converter.server.ts";
import { type InspectedFile, inspectFile } from "./inspect-file.server.ts";
import { noteInfected } from "./note-infected.server.ts";
import type { SniffRefusal } from "./sniff-file.server.ts";
import { discardUpload } from "./stored-upload.server.ts";

export type UploadRefusal =
  | SniffRefusal
  | ConversionFailure
  /** Of the debtor's own claims there is none with that id. */
  | { readonly kind: "claim_not_found" }
  /** More than 10 MB. */
  | { readonly kind: "too_large" }
  /** Ten wait already. */
  | { readonly kind: "too_many" }
  /** More than 50 MB of this claim in 24 hours. */
  | { readonly kind: "daily_quota" }
  | { readonly kind: "infected" }
  /** The storage does not take it: try later. */
  | { readonly kind: "not_stored" };

export type OfferedFile = {
  readonly debtor: DebtorSessionScope;
  readonly claimId: string;
  readonly fileName: string;
  readonly bytes: Uint8Array;
};

const UPLOADS = { name: "upload", points: 20, seconds: 3_600 };
const DAY_MS = 24 * 60 * 60 * 1000;
const MOST_BYTES_A_DAY = 50_000_000;

/** A row that names where the bytes come, made before the first of them is written. */
type Reserved = {
  readonly id: string;
  readonly storageKey: string;
  readonly previews: readonly string[];
  readonly storedAt: Date | null;
};

/**
 * Takes one file of a debtor in: looks at what it is, makes images anew and draws the pages of a PDF, has it scanned where
 * there is a scanner, and keeps it until it is attached to a message or its session is over. The same file again in one
 * session is the same upload. At most 20 files an hour for a claim. Whatever happens, nothing half stays: a file is there
 * with its bytes or not at all.
 */
export async function takeUpload(
  services: Services,
  { debtor, claimId, fileName, bytes }: OfferedFile,
): Promise<Result<{ uploadId: string }, UploadRefusal>> {
  const counted = await services.limiter.count(UPLOADS, claimId);
  if (!counted.allowed) return err({ kind: "busy" });
  if (bytes.byteLength > LARGEST_FILE_BYTES) return err({ kind: "too_large" });
  const inspected = await inspectFile(services, { fileName, bytes });
  if (inspected.ok) return keep(services, { debtor, claimId }, inspected.value);
  const refusal = inspected.error;
  return refusal.kind === "infected" ? refuseInfected(services, { debtor, claimId }, refusal) : err(refusal);
}

/** Nothing of it is kept, so that it came at all is written down here. */
function refuseInfected(
  services: Services,
  { debtor, claimId }: Owner,
  { bytes, mediaType }: Pick<InspectedFile, "bytes" | "mediaType">,
): Promise<Result<never, UploadRefusal>> {
  const { creditorId, debtorId, sessionId } = debtor;
  return inTransaction(services.database, async (tx) => {
    const claim = await tx.claim.findFirst({ where: { id: claimId, creditorId, debtorId }, select: { id: true } });
    if (!claim) return err({ kind: "claim_not_found" });
    const actor = `debtor:${sessionId}`;
    noteInfected(tx, services, { creditorId, claimId, subject: claimId, actor, mediaType, size: bytes.byteLength });
    return err({ kind: "infected" });
  });
}

type Owner = { readonly debtor: DebtorSessionScope; readonly claimId: string };

async function keep(
  services: Services,
  owner: Owner,
  taken: InspectedFile,
): Promise<Result<{ uploadId: string }, UploadRefusal>> {
  const reserved = await inTransaction(services.database, (tx) => reserve(tx, owner, { taken, now: services.clock.now() })); // prettier-ignore
  if (!reserved.ok) return reserved;
  const upload = reserved.value;
  if (upload.storedAt) return ok({ uploadId: upload.id });
  crashPoint("upload:row-written");
  try {
    await services.storage.put(upload.storageKey, taken.bytes);
    crashPoint("upload:file-written");
    for (const [index, key] of upload.previews.entries()) {
      const page = taken.pages[index];
      if (page) await services.storage.put(key, page);
    }
  } catch (error) {
    services.log.error({ err: error, upload: upload.id }, "upload not stored");
    return giveUp(services, upload);
  }
  crashPoint("upload:pages-written");
  const { count } = await services.database.prisma.upload.updateMany({
    where: { id: upload.id },
    data: { storedAt: services.clock.now() },
  });
  if (count === 1) return ok({ uploadId: upload.id });
  // The same file, sent twice at once, and the other one failed: it took its row along.
  await discardUpload(services, upload);
  return err({ kind: "not_stored" });
}

/** Clears what was written, unless the same file, sent twice at once, got there by the other way. */
async function giveUp(
  services: Services,
  upload: Reserved,
): Promise<Result<{ uploadId: string }, { kind: "not_stored" }>> {
  const where = { id: upload.id, storedAt: { not: null } };
  try {
    if ((await services.database.prisma.upload.count({ where })) === 1) return ok({ uploadId: upload.id });
    await discardUpload(services, upload);
  } catch (error) {
    services.log.error({ err: error, upload: upload.id }, "half an upload waits to be cleared");
  }
  return err({ kind: "not_stored" });
}

/** The place for a file, as far as there is room. The claim is held, so that two at once do not both take the last of it. */
async function reserve(
  tx: Transaction,
  { debtor, claimId }: Owner,
  { taken, now }: { taken: InspectedFile; now: Date },
): Promise<Result<Reserved, UploadRefusal>> {
  const { creditorId, debtorId, sessionId } = debtor;
  const claim = await lockClaim(tx, { creditorId, claimId });
  if (claim?.debtorId !== debtorId) return err({ kind: "claim_not_found" });
  const sha256 = Uint8Array.from(createHash("sha256").update(taken.bytes).digest());
  const columns = { id: true, storageKey: true, previews: true, storedAt: true } as const;
  const where = { sessionId_claimId_sha256: { sessionId, claimId, sha256 } };
  const known = await tx.upload.findUnique({ where, select: columns });
  if (known) return ok(known);
  if ((await tx.upload.count({ where: { sessionId, claimId } })) >= MOST_FILES) return err({ kind: "too_many" });
  const used = await bytesOfLastDay(tx, { creditorId, claimId, now });
  if (used + taken.bytes.byteLength > MOST_BYTES_A_DAY) return err({ kind: "daily_quota" });
  const id = newId("doc", now);
  const row = await tx.upload.create({
    data: {
      ...{ id, creditorId, claimId, sessionId, sha256, storageKey: id },
      ...{ fileName: taken.fileName, mediaType: taken.mediaType, size: taken.bytes.byteLength, scan: taken.scan },
      previews: taken.pages.map(() => newId("doc", now)),
      createdAt: now,
    },
    select: columns,
  });
  return ok(row);
}

/** Of files that wait and of files that were sent. */
async function bytesOfLastDay(
  tx: Transaction,
  { creditorId, claimId, now }: { creditorId: string; claimId: string; now: Date },
): Promise<number> {
  const where = { creditorId, claimId, createdAt: { gt: new Date(now.getTime() - DAY_MS) } };
  const uploads = await tx.upload.aggregate({ where, _sum: { size: true } });
  const documents = await tx.document.aggregate({ where: { ...where, kind: "evidence" }, _sum: { size: true } });
  return (uploads._sum.size ?? 0) + (documents._sum.size ?? 0);
}
