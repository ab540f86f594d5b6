import type { ArrangementStatus } from "#app/domain/arrangement/arrangement-state.ts";
import { type ChangeRefused, type InstalmentChange, postpone, skip } from "#app/domain/arrangement/plan-changes.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import { appendAudit } from "#app/server/audit/append-audit.server.ts";
import { toDateColumn } from "#app/server/platform/clock/clock.server.ts";
import type { Transaction } from "#app/server/platform/database/client.server.ts";
import { inTransaction } from "#app/server/platform/database/transaction.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { actorOf, type DebtorSessionScope, lockOwn } from "./own-arrangement.server.ts";
import { appendArrangementEvents } from "./arrangement-events.server.ts";
import { type ArrangementRecord, rhythmOf } from "./arrangement-record.server.ts";
import { collectionsUnderWay } from "./collect-instalment.server.ts";
import { instalmentData } from "./instalment-data.server.ts";
import { planNow } from "./plan-now.server.ts";
import { scheduleChecks } from "./start-plan.server.ts";
import { tellDebtor } from "./tell-debtor.server.ts";

export type PlanChange = {
  readonly debtor: DebtorSessionScope;
  readonly arrangementId: string;
  readonly seq: number;
  /** postpone: fourteen days later, once for each instalment. skip: to the end, once in six months. */
  readonly change: "postpone" | "skip";
};

export type PlanChangeRefusal =
  | { readonly kind: "not_found" | "being_collected" }
  | { readonly kind: "not_running"; readonly status: ArrangementStatus }
  | ChangeRefused;

/** Gives the debtor the air that every plan has, without asking anybody. */
export async function changePlan(services: Services, order: PlanChange): Promise<Result<null, PlanChangeRefusal>> {
  return inTransaction(services.database, async (tx) => {
    const locked = await lockOwn(tx, order);
    if (!locked) return err({ kind: "not_found" });
    const { arrangement, claims } = locked;
    if (arrangement.status !== "accepted") return err({ kind: "not_running", status: arrangement.status });
    const today = services.clock.today();
    const { plan } = await planNow(tx, { arrangement, claims, today });
    const underWay = await collectionsUnderWay(tx, arrangement);
    if (underWay.has(order.seq)) return err({ kind: "being_collected" });
    const { lastSkipOn } = arrangement;
    const changed =
      order.change === "postpone"
        ? postpone(plan, order.seq, { today })
        : skip(plan, order.seq, { today, lastSkipOn, rhythm: rhythmOf(arrangement) });
    if (!changed.ok) return changed;

    const at = services.clock.now();
    const instalment = plan.instalments.find(({ seq }) => seq === order.seq);
    if (!instalment) return err({ kind: "unknown_instalment" });
    await storeChange(tx, arrangement, changed.value);
    if (order.change === "skip") {
      await tx.arrangement.update({ where: { id: arrangement.id }, data: { lastSkipOn: toDateColumn(today) } });
    }
    const { creditorId, id } = arrangement;
    const actor = actorOf(order.debtor);
    const data = { instalment: instalmentData({ ...instalment, dueOn: changed.value.dueOn }), from: instalment.dueOn, how: order.change === "skip" ? "skipped" : "postponed" }; // prettier-ignore
    await appendArrangementEvents(tx, arrangement, { news: [{ type: "instalment.postponed", data }], at });
    const kind = order.change === "skip" ? ("skipped" as const) : ("postponed" as const);
    const news = { kind, instalment, newDueOn: changed.value.dueOn };
    await tellDebtor(tx, services, { arrangement, news, key: `${id}:${kind}:${order.seq}:${instalment.dueOn}` });
    await scheduleChecks(tx, services, { creditorId, arrangementId: id, claims });
    appendAudit(tx, creditorId, { at, actor, action: `instalment.${kind}`, subject: id, data: { seq: order.seq, dueOn: changed.value.dueOn } }); // prettier-ignore
    return ok(null);
  });
}

export async function storeChange(
  tx: Transaction,
  { id: arrangementId }: Pick<ArrangementRecord, "id">,
  { seq, dueOn, movedFrom, postponed, skipped }: InstalmentChange,
): Promise<void> {
  await tx.instalment.update({
    where: { arrangementId_seq: { arrangementId, seq } },
    data: { dueOn: toDateColumn(dueOn), movedFrom: movedFrom && toDateColumn(movedFrom), postponed, skipped },
  });
}
