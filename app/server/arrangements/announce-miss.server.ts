import type { ArrangementStatus } from "#app/domain/arrangement/arrangement-state.ts";
import { announceable } from "#app/domain/arrangement/missed.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import { appendAudit } from "#app/server/audit/append-audit.server.ts";
import { appendEvents } from "#app/server/events/append-event.server.ts";
import { toDateColumn } from "#app/server/platform/clock/clock.server.ts";
import { inTransaction } from "#app/server/platform/database/transaction.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { instalmentData } from "./instalment-data.server.ts";
import { actorOf, type DebtorSessionScope, lockOwn } from "./own-arrangement.server.ts";
import { planNow } from "./plan-now.server.ts";
import { tellCreditor } from "./tell-creditor.server.ts";
import { tellDebtor } from "./tell-debtor.server.ts";

export type AnnounceRefusal =
  | { readonly kind: "not_found" | "unknown_instalment" | "already_paid" | "already_late" }
  | { readonly kind: "not_running"; readonly status: ArrangementStatus };

/**
 * The debtor says beforehand that an instalment will not be paid: the creditor is told, and nobody is reminded of it. What
 * the plan does with a missed instalment stays as it is. Saying it twice is saying it once.
 */
export async function announceMiss(
  services: Services,
  order: { debtor: DebtorSessionScope; arrangementId: string; seq: number },
): Promise<Result<null, AnnounceRefusal>> {
  return inTransaction(services.database, async (tx) => {
    const locked = await lockOwn(tx, order);
    if (!locked) return err({ kind: "not_found" });
    const { arrangement, claims } = locked;
    const { id, creditorId, status, claimIds } = arrangement;
    if (status !== "accepted") return err({ kind: "not_running", status });
    const { plan } = await planNow(tx, { arrangement, claims, today: services.clock.today() });
    const found = announceable(plan, order.seq);
    if (!found.ok) return found;

    const at = services.clock.now();
    const instalment = found.value;
    const about = { arrangementId: id, creditorId, seq: instalment.seq, dueOn: toDateColumn(instalment.dueOn) };
    const { count } = await tx.instalmentNotice.createMany({
      skipDuplicates: true,
      data: { ...about, kind: "announced", sentAt: at },
    });
    if (count === 0) return ok(null);
    const key = `${id}:announced:${instalment.seq}:${instalment.dueOn}`;
    const data = { about: "instalment", arrangement: { id, claims: claimIds }, instalment: instalmentData(instalment) };
    for (const claimId of claimIds) {
      await appendEvents(tx, claimId, [{ type: "debtor.help_requested", occurredAt: at, data }]);
    }
    await tellDebtor(tx, services, { arrangement, news: { kind: "miss_announced", instalment }, key });
    await tellCreditor(tx, services, { arrangement, kind: "miss_announced", key });
    const noted = { seq: instalment.seq, dueOn: instalment.dueOn };
    appendAudit(tx, creditorId, { at, actor: actorOf(order.debtor), action: "instalment.announced", subject: id, data: noted }); // prettier-ignore
    return ok(null);
  });
}
