import { createHash } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { err, ok, type Result } from "#app/domain/result.ts";
import { derivedSecret } from "#app/server/platform/crypto/derived-secret.server.ts";
import { newId, type SecretBytes } from "#app/server/platform/crypto/random-id.server.ts";
import { decryptSecret, encryptSecret } from "#app/server/platform/crypto/secret-encryption.server.ts";
import type { Services } from "#app/server/services.server.ts";
import type { Problem } from "./problem.server.ts";

/** Which request a key stands for. Keys of two creditors, methods or paths have nothing to do with each other. */
export type RequestKey = {
  readonly creditorId: string;
  readonly method: string;
  readonly path: string;
  readonly key: string;
};

/** An answer as it is kept to be given again. */
export type KeptAnswer = { readonly status: number; readonly contentType: string; readonly body: string };

/** Makes ids. Under a key they are the same each time, so that a request that runs again does what it did before. */
export type NewId = (prefix: string) => string;

export type Turn =
  | { readonly kind: "replay"; readonly answer: KeptAnswer }
  /** Ours to do; `keep` or `release` ends it. `again`: somebody had the turn before. */
  | {
      readonly kind: "run";
      readonly again: boolean;
      readonly newId: NewId;
      readonly secretBytes: SecretBytes;
      readonly lease: Lease;
    };

type Lease = { readonly lockedUntil: Date };

const KEPT_MS = 24 * 60 * 60 * 1000;

/** Longer than any request takes; after a crash a retry has to wait this long. */
const LOCK_MS = 20_000;

const WAIT_ROUNDS = 20;
const WAIT_MS = 100;

/** SHA-256 of what must be the same when a key comes again: query, type and body. */
export function requestHash(request: {
  search: string;
  contentType: string;
  body: Uint8Array;
}): Uint8Array<ArrayBuffer> {
  const hash = createHash("sha256").update(JSON.stringify([request.search, request.contentType]));
  return Uint8Array.from(hash.update(request.body).digest());
}

/** Whose turn it is: the first with a key runs, who comes later gets its answer, or waits a little for it. */
export async function takeTurn(
  services: Services,
  request: RequestKey,
  hash: Uint8Array<ArrayBuffer>,
): Promise<Result<Turn, Problem>> {
  const { prisma } = services.database;
  for (let round = 0; round < WAIT_ROUNDS; round += 1) {
    if (round > 0) await pause(WAIT_MS);
    const now = services.clock.now();
    const lockedUntil = new Date(now.getTime() + LOCK_MS);
    const { count } = await prisma.idempotencyRecord.createMany({
      skipDuplicates: true,
      data: { ...request, requestHash: hash, lockedUntil, createdAt: now },
    });
    if (count === 1) return ok({ kind: "run", again: false, ...stable(request, now), lease: { lockedUntil } });

    const record = await prisma.idempotencyRecord.findUnique({ where: { creditorId_method_path_key: request } });
    if (!record) continue;
    if (now.getTime() - record.createdAt.getTime() >= KEPT_MS) {
      await prisma.idempotencyRecord.deleteMany({ where: { ...request, createdAt: record.createdAt } });
      continue;
    }
    if (!Buffer.from(record.requestHash).equals(hash)) return err({ code: "idempotency_key_reused" });
    if (record.status !== null) return ok({ kind: "replay", answer: readAnswer(services, request, record) });
    if (record.lockedUntil !== null && record.lockedUntil > now) continue;

    // Whoever had it crashed or failed: one of those who retry takes it over.
    const taken = await prisma.idempotencyRecord.updateMany({
      where: { ...request, status: null, lockedUntil: record.lockedUntil, createdAt: record.createdAt },
      data: { lockedUntil },
    });
    if (taken.count === 1)
      return ok({ kind: "run", again: true, ...stable(request, record.createdAt), lease: { lockedUntil } });
  }
  return err({ code: "request_in_progress", headers: { "Retry-After": "2" } });
}

/** Keeps the answer for whoever comes with the same key. Encrypted: answers hold secrets that are shown once. */
export async function keepAnswer(
  services: Services,
  { request, lease, answer }: { request: RequestKey; lease: Lease; answer: KeptAnswer },
): Promise<void> {
  const { status, contentType, body } = answer;
  await services.database.prisma.idempotencyRecord.updateMany({
    where: { ...request, lockedUntil: lease.lockedUntil, status: null },
    data: {
      status,
      contentType,
      responseBody: encryptSecret(services.keys, placeOf(request), body),
      lockedUntil: null,
    },
  });
}

/** Lets the next one with this key try again; the record stays, so that it makes the same ids. */
export async function releaseTurn(
  services: Services,
  { request, lease }: { request: RequestKey; lease: Lease },
): Promise<void> {
  await services.database.prisma.idempotencyRecord.updateMany({
    where: { ...request, lockedUntil: lease.lockedUntil, status: null },
    data: { lockedUntil: null },
  });
}

/** Forgets what is older than a day. */
export async function purgeIdempotencyRecords(services: Services): Promise<number> {
  const before = new Date(services.clock.now().getTime() - KEPT_MS);
  const { count } = await services.database.prisma.idempotencyRecord.deleteMany({
    where: { createdAt: { lt: before } },
  });
  return count;
}

function readAnswer(
  services: Services,
  request: RequestKey,
  record: { status: number | null; contentType: string | null; responseBody: string | null },
): KeptAnswer {
  const body = decryptSecret(services.keys, placeOf(request), record.responseBody ?? "");
  if (!body.ok || record.status === null) throw new Error("a kept answer cannot be read again");
  return { status: record.status, contentType: record.contentType ?? "", body: body.value };
}

function placeOf(request: RequestKey) {
  return { table: "idempotency_record", column: "response_body", row: textOf(request) };
}

function stable(request: RequestKey, createdAt: Date) {
  // What is secret comes from the key ring too: the row and the request tell nobody what was made.
  const secretBytes = derivedSecret("idempotent-secrets", JSON.stringify([textOf(request), createdAt.getTime()]));
  return { newId: stableIds(request, createdAt), secretBytes };
}

function stableIds(request: RequestKey, createdAt: Date): NewId {
  const made = new Map<string, number>();
  return (prefix) => {
    const count = made.get(prefix) ?? 0;
    made.set(prefix, count + 1);
    const seed = JSON.stringify([textOf(request), createdAt.getTime(), prefix, count]);
    return newId(prefix, createdAt, (size) => createHash("sha256").update(seed).digest().subarray(0, size));
  };
}

const textOf = ({ creditorId, method, path, key }: RequestKey): string =>
  JSON.stringify([creditorId, method, path, key]);
