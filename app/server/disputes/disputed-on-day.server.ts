import { sharesNow } from "#app/domain/dispute/scope.ts";
import type { Cents } from "#app/domain/money.ts";
import type { Statement } from "#app/domain/statement.ts";
import type { ClaimRecord } from "#app/server/claims/claim-record.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { findDisputes } from "./dispute-record.server.ts";

/** How much of a statement a dispute that runs is about; null without one, or before it was opened. */
export async function disputedOnDay(
  services: Pick<Services, "database">,
  { claim, statement }: { claim: Pick<ClaimRecord, "id" | "creditorId">; statement: Statement },
): Promise<Cents | null> {
  const { id: claimId, creditorId } = claim;
  const [dispute] = await findDisputes(services.database.prisma, { creditorId, claimId, endedAt: null }, 1);
  if (!dispute || statement.asOf < dispute.openedOn) return null;
  return sharesNow(statement, { kind: dispute.scope.kind, amount: dispute.amount }).disputed;
}
