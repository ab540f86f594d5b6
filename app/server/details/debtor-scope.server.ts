import type { DebtorGrant } from "#app/server/access/debtor-session.server.ts";

/** In whose name a debtor says something about themselves, and by way of which claim. */
export type DebtorScope = Pick<DebtorGrant, "creditorId" | "debtorId" | "claimId" | "sessionId">;

export const debtorActor = ({ sessionId }: Pick<DebtorScope, "sessionId">): string => `debtor:${sessionId}`;
