import { type ArrangementAct, transition } from "#app/domain/arrangement/arrangement-state.ts";
import { appendAudit } from "#app/server/audit/append-audit.server.ts";
import { refreshClaimStatus } from "#app/server/claims/refresh-claim-status.server.ts";
import type { Transaction } from "#app/server/platform/database/client.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { appendArrangementEvents, type ArrangementNews } from "./arrangement-events.server.ts";
import type { LockedArrangement } from "./arrangement-record.server.ts";
import { endHolds } from "./claim-holds.server.ts";

export type Ending = {
  readonly act: Extract<ArrangementAct, "decline" | "cancel" | "withdraw" | "expire" | "complete" | "break">;
  readonly actor: string;
  /** In the words of the person who decided, for the debtor. */
  readonly text?: string;
  /** Machine readable, for the creditor's systems. */
  readonly data?: ArrangementNews["data"];
};

/**
 * Ends an arrangement: its holds end today, its claims are open again where nothing else holds them, and its creditor's
 * systems are told. The caller holds its claims and checked that the act is possible.
 */
export async function endArrangement(
  tx: Transaction,
  services: Pick<Services, "clock">,
  { locked, ending }: { locked: LockedArrangement; ending: Ending },
): Promise<void> {
  const { arrangement, claims } = locked;
  const { act, actor, text, data } = ending;
  const moved = transition(arrangement.status, act);
  if (!moved.ok) throw new Error(`arrangement ${arrangement.id} is ${arrangement.status}: no ${act}`);
  const status = moved.value;
  const at = services.clock.now();
  const { id, creditorId } = arrangement;
  await tx.arrangement.update({
    where: { id },
    data: { status, endedAt: at, checkAt: null, decidedBy: actor, decisionText: text ?? null },
  });
  await tx.arrangementClaim.updateMany({ where: { arrangementId: id, creditorId }, data: { open: false } });
  await tx.directDebitMandate.updateMany({
    where: { arrangementId: id, creditorId, status: { in: ["pending", "valid"] } },
    data: { status: "withdrawn", withdrawnAt: at, revokeAt: at },
  });
  await endHolds(tx, arrangement, services.clock.today());
  for (const claim of claims) await refreshClaimStatus(tx, claim, at);
  const type = `arrangement.${status}` as ArrangementNews["type"];
  await appendArrangementEvents(tx, arrangement, { news: [{ type, ...(data ? { data } : {}) }], at });
  appendAudit(tx, creditorId, { at, actor, action: type, subject: id });
}
