import { randomUUID } from "node:crypto";
import type { Transaction } from "#app/server/platform/database/client.server.ts";
import type { Services } from "#app/server/services.server.ts";
import type { ImportFormat } from "./import-format.server.ts";

/** An import that is ours while its lease lasts: only its holder may write down what became of it. */
export type LeasedImport = {
  readonly id: string;
  readonly creditorId: string;
  readonly format: ImportFormat;
  /** Null once the file was removed. */
  readonly storageKey: string | null;
  readonly dryRun: boolean;
  readonly counted: boolean;
  /** The last row that needs nothing more. */
  readonly processed: number;
  readonly attempts: number;
  readonly lease: string;
};

/** Somebody else took the import over: what was under way here is dropped. */
export class LeaseLost extends Error {}

export const LEASE_SECONDS = 60;

const BEAT_MS = 20_000;

/** Takes an import for this process. Called inside a transaction that holds its row. */
export async function leaseImport(tx: Transaction, id: string): Promise<LeasedImport> {
  const lease = randomUUID();
  await tx.$executeRaw`
    UPDATE import SET status = 'running', attempts = attempts + 1, lease = ${lease}::uuid, turn_at = now(),
      locked_until = now() + make_interval(secs => ${LEASE_SECONDS}) WHERE id = ${id}`;
  const columns = { id: true, creditorId: true, format: true, storageKey: true, dryRun: true, counted: true, processed: true, attempts: true } as const; // prettier-ignore
  const found = await tx.import.findUniqueOrThrow({ where: { id }, select: columns });
  return { ...found, format: found.format as ImportFormat, lease };
}

type Lease = Pick<LeasedImport, "id" | "lease">;

/** A lease lasts a minute from here. Throws `LeaseLost` when it is somebody else's by now. */
export async function renewLease(services: Services, { id, lease }: Lease): Promise<void> {
  const renewed = await services.database.prisma.$executeRaw`
    UPDATE import SET locked_until = now() + make_interval(secs => ${LEASE_SECONDS})
    WHERE id = ${id} AND lease = ${lease}::uuid`;
  if (renewed === 0) throw new LeaseLost();
}

/** Renews the lease while long work is under way. What writes checks the lease itself, so a missed beat does no harm. */
export function keepLease(services: Services, leased: Lease): { stop(): void } {
  const timer = setInterval(() => {
    renewLease(services, leased).catch((error: unknown) => {
      if (!(error instanceof LeaseLost)) services.log.warn({ err: error }, "the lease of an import was not renewed");
    });
  }, BEAT_MS);
  timer.unref();
  return { stop: () => clearInterval(timer) };
}

/** Gives the import back, so that other creditors have their turn before it goes on. */
export async function releaseImport(services: Services, { id, lease }: Lease): Promise<void> {
  await services.database.prisma.import.updateMany({ where: { id, lease }, data: { lease: null, lockedUntil: null } });
}
