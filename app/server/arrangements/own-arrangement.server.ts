import type { Transaction } from "#app/server/platform/database/client.server.ts";
import { lockArrangement, type LockedArrangement } from "./arrangement-record.server.ts";

/** In whose name a debtor's page acts. */
export type DebtorSessionScope = { readonly creditorId: string; readonly debtorId: string; readonly sessionId: string };

/** An arrangement of this debtor with its claims held; anybody else's is as absent as one that never was. */
export async function lockOwn(
  tx: Transaction,
  { debtor, arrangementId }: { debtor: DebtorSessionScope; arrangementId: string },
): Promise<LockedArrangement | null> {
  const locked = await lockArrangement(tx, { creditorId: debtor.creditorId, arrangementId });
  return locked?.arrangement.debtorId === debtor.debtorId ? locked : null;
}

export const actorOf = ({ sessionId }: DebtorSessionScope): string => `debtor:${sessionId}`;
