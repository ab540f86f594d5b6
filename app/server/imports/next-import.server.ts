import type { Transaction } from "#app/server/platform/database/client.server.ts";
import type { Services } from "#app/server/services.server.ts";
import type { LeasedImport } from "./import-lease.server.ts";

/**
 * The import whose turn it is, held for the transaction; null when none waits. A creditor's imports run one after the
 * other, oldest first, and the creditor goes first whose last turn is longest ago: who hands in a thousand files has one
 * turn between two turns of everybody else.
 */
export async function nextImport(tx: Transaction): Promise<string | null> {
  const [waiting] = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM import AS waiting
    WHERE status IN ('queued', 'running') AND (locked_until IS NULL OR locked_until <= now())
      AND NOT EXISTS (
        SELECT 1 FROM import AS earlier
        WHERE earlier.creditor_id = waiting.creditor_id AND earlier.status IN ('queued', 'running')
          AND (earlier.created_at, earlier.id) < (waiting.created_at, waiting.id))
    ORDER BY (SELECT max(turn_at) FROM import AS past WHERE past.creditor_id = waiting.creditor_id) NULLS FIRST, created_at
    LIMIT 1 FOR UPDATE SKIP LOCKED`;
  return waiting?.id ?? null;
}

/** True when another creditor has an import that nobody runs. */
export async function othersWait(services: Services, { creditorId }: LeasedImport): Promise<boolean> {
  const [answer] = await services.database.prisma.$queryRaw<{ waits: boolean }[]>`
    SELECT EXISTS (
      SELECT 1 FROM import WHERE status IN ('queued', 'running') AND creditor_id <> ${creditorId}
        AND (locked_until IS NULL OR locked_until <= now())) AS waits`;
  return answer?.waits ?? false;
}
