import { appendAudit } from "#app/server/audit/append-audit.server.ts";
import { inTransaction } from "#app/server/platform/database/transaction.server.ts";
import type { Prisma } from "#app/server/platform/prisma/client.ts";
import type { Services } from "#app/server/services.server.ts";
import { debtorActor, type DebtorScope } from "./debtor-scope.server.ts";

export type OpenSession = {
  readonly id: string;
  /** RFC 3339. */
  readonly since: string;
  readonly until: string;
  /** The one that asks. */
  readonly own: boolean;
  /** As the debtor calls who helps; null: the debtor. */
  readonly helper: string | null;
};

/** The sessions in which this debtor's claims can be seen now, the newest first. */
export async function listSessions(services: Services, debtor: DebtorScope): Promise<OpenSession[]> {
  const rows = await services.database.prisma.debtorSession.findMany({
    where: stillOpen(debtor, services.clock.now()),
    select: { id: true, createdAt: true, expiresAt: true, helper: { select: { name: true } } },
    orderBy: { id: "desc" },
  });
  return rows.map(({ id, createdAt, expiresAt, helper }) => ({
    id,
    since: createdAt.toISOString(),
    until: expiresAt.toISOString(),
    own: id === debtor.sessionId,
    helper: helper?.name ?? null,
  }));
}

/** Ends one session of this debtor, or all but the one that asks. Answers how many ended. */
export async function endSessions(
  services: Services,
  { debtor, which }: { debtor: DebtorScope; which: string | "others" },
): Promise<number> {
  return inTransaction(services.database, async (tx) => {
    const at = services.clock.now();
    const { count } = await tx.debtorSession.updateMany({
      where: { ...stillOpen(debtor, at), id: which === "others" ? { not: debtor.sessionId } : which },
      data: { endedAt: at },
    });
    if (count > 0) appendAudit(tx, debtor.creditorId, { at, actor: debtorActor(debtor), action: "session.ended", subject: debtor.debtorId, data: { sessions: count } }); // prettier-ignore
    return count;
  });
}

function stillOpen({ creditorId, debtorId }: DebtorScope, now: Date) {
  return {
    creditorId,
    debtorId,
    endedAt: null,
    expiresAt: { gt: now },
    link: { revokedAt: null },
    OR: [{ helperId: null }, { helper: { revokedAt: null, expiresAt: { gt: now } } }],
  } satisfies Prisma.DebtorSessionWhereInput;
}
