import { err, ok, type Result } from "#app/domain/result.ts";
import { appendAudit } from "#app/server/audit/append-audit.server.ts";
import { inTransaction } from "#app/server/platform/database/transaction.server.ts";
import type { Services } from "#app/server/services.server.ts";

export type QuarantineResolution = {
  readonly creditorId: string;
  readonly quarantineId: string;
  /** What was done about it, for who looks later. */
  readonly resolution: string;
  readonly actor: string;
};

/**
 * Notes that somebody saw to money that the provider and our record disagree about. Nothing is booked by it: what did come in
 * is recorded on its claim. Of two people one does, and the other is told.
 */
export async function resolveQuarantine(
  services: Services,
  { creditorId, quarantineId: id, resolution, actor }: QuarantineResolution,
): Promise<Result<null, { kind: "quarantine_not_found" | "already_resolved" }>> {
  return inTransaction(services.database, async (tx) => {
    const known = await tx.quarantinedPayment.findFirst({ where: { id, creditorId }, select: { paymentId: true } });
    if (!known) return err({ kind: "quarantine_not_found" });
    const at = services.clock.now();
    const { count } = await tx.quarantinedPayment.updateMany({
      where: { id, creditorId, resolvedAt: null },
      data: { resolvedAt: at, resolvedBy: actor, resolution },
    });
    if (count === 0) return err({ kind: "already_resolved" });
    const data = { quarantine: id };
    appendAudit(tx, creditorId, {
      at,
      actor,
      action: "payment.quarantine_resolved",
      subject: known.paymentId ?? id,
      data,
    });
    return ok(null);
  });
}
