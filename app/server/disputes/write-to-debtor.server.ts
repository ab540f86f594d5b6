import { addDays } from "#app/domain/calendar.ts";
import { disputeAfter, type DisputeStatus } from "#app/domain/dispute/dispute-state.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import { appendAudit } from "#app/server/audit/append-audit.server.ts";
import { toDateColumn } from "#app/server/platform/clock/clock.server.ts";
import { inTransaction } from "#app/server/platform/database/transaction.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { appendDisputeEvent } from "./dispute-events.server.ts";
import { lockDispute } from "./dispute-record.server.ts";
import { tellDebtorOfDispute } from "./tell-of-dispute.server.ts";

export type CreditorMessage = {
  readonly creditorId: string;
  readonly disputeId: string;
  /** Made by the caller: the same id again changes nothing. */
  readonly messageId: string;
  readonly body: string;
  /** Whether an answer is waited for. */
  readonly asks: boolean;
  readonly actor: string;
};

export type CreditorMessageRefusal =
  { readonly kind: "dispute_not_found" } | { readonly kind: "not_possible"; readonly status: DisputeStatus };

const DEBTOR_ANSWERS_WITHIN_DAYS = 14;

/** The creditor asks or tells something: the debtor gets it by mail, with a link where an answer is waited for. */
export async function writeToDebtor(
  services: Services,
  { creditorId, disputeId, messageId, body, asks, actor }: CreditorMessage,
): Promise<Result<null, CreditorMessageRefusal>> {
  return inTransaction(services.database, async (tx) => {
    const locked = await lockDispute(tx, { creditorId, disputeId });
    if (!locked) return err({ kind: "dispute_not_found" });
    const { dispute, claim } = locked;
    const moved = disputeAfter(dispute.status, asks ? "ask" : "write");
    if (!moved.ok) return moved;
    const at = services.clock.now();
    const before = addDays(services.clock.today(), DEBTOR_ANSWERS_WITHIN_DAYS);
    const known = await tx.auditEntry.findFirst({
      where: { creditorId, subject: messageId },
      select: { sequence: true },
    });
    if (known) return ok(null);
    await tx.dispute.update({
      where: { id: disputeId },
      data: { status: moved.value, ...(asks ? { debtorAnswerBefore: toDateColumn(before) } : {}) },
    });
    const now = { ...dispute, status: moved.value };
    const news = asks ? ({ kind: "question", body, before, messageId } as const) : ({ kind: "remark", body, messageId } as const); // prettier-ignore
    await tellDebtorOfDispute(tx, services, { dispute: now, claim, news });
    const message = { id: messageId, direction: "outbound", ...(asks ? { answerBefore: before } : {}) };
    await appendDisputeEvent(tx, now, { type: "dispute.message", at, data: { message } });
    appendAudit(tx, creditorId, { at, actor, action: asks ? "dispute.asked" : "dispute.written", subject: messageId, data: { dispute: disputeId } }); // prettier-ignore
    return ok(null);
  });
}
