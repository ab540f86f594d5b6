import type { Transaction } from "#app/server/platform/database/client.server.ts";
import { Prisma } from "#app/server/platform/prisma/client.ts";
import type { Services } from "#app/server/services.server.ts";
import type { LeasedImport } from "./import-lease.server.ts";

/**
 * Imports that somebody could run now: nobody runs them, and of their creditor none is running and none came before. A
 * creditor's next one is no reason for others to wait, or to be let go first.
 */
const RUNNABLE = Prisma.sql`
  SELECT id, creditor_id, created_at FROM import AS waiting
  WHERE status IN ('queued', 'running') AND (locked_until IS NULL OR locked_until <= now())
    AND NOT EXISTS (
      SELECT 1 FROM import AS other
      WHERE other.creditor_id = waiting.creditor_id AND other.status IN ('queued', 'running') AND other.id <> waiting.id
        AND (other.locked_until > now() OR (other.created_at, other.id) < (waiting.created_at, waiting.id)))`;

/**
 * The import whose turn it is, held for the transaction; null when none waits. A creditor's imports run one after the
 * other, oldest first, and the creditor goes first whose last turn is longest ago: who hands in a thousand files has one
 * turn between two turns of everybody else. Which can run is told first, without any lock; then the first of them that
 * nobody else is taking is held, where it still waits.
 */
export async function nextImport(tx: Transaction): Promise<string | null> {
  const [waiting] = await tx.$queryRaw<{ id: string }[]>`
    WITH runnable AS MATERIALIZED (${RUNNABLE}),
      turns AS MATERIALIZED (
        SELECT id, created_at, (SELECT max(turn_at) FROM import AS past WHERE past.creditor_id = runnable.creditor_id) AS last
        FROM runnable)
    SELECT import.id FROM import JOIN turns ON turns.id = import.id
    WHERE import.status IN ('queued', 'running') AND (import.locked_until IS NULL OR import.locked_until <= now())
    ORDER BY turns.last NULLS FIRST, turns.created_at, turns.id
    LIMIT 1 FOR UPDATE OF import SKIP LOCKED`;
  return waiting?.id ?? null;
}

/** True when another creditor has an import that could run now. */
export async function othersWait(services: Services, { creditorId }: LeasedImport): Promise<boolean> {
  const [answer] = await services.database.prisma.$queryRaw<{ waits: boolean }[]>`
    SELECT EXISTS (SELECT 1 FROM (${RUNNABLE}) AS runnable WHERE creditor_id <> ${creditorId}) AS waits`;
  return answer?.waits ?? false;
}
