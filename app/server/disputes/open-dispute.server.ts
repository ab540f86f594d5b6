import { addDays } from "#app/domain/calendar.ts";
import type { DisputeGround } from "#app/domain/dispute/grounds.ts";
import { disputeNumber } from "#app/domain/spoken-number.ts";
import { disputedOf, type DisputeScope, type ScopeFault, totalDisputed } from "#app/domain/dispute/scope.ts";
import { toDecimal } from "#app/domain/money.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import { withdrawProposal } from "#app/server/arrangements/withdraw-proposal.server.ts";
import { actorOf, type DebtorSessionScope } from "#app/server/arrangements/own-arrangement.server.ts";
import { appendAudit } from "#app/server/audit/append-audit.server.ts";
import { type ClaimRecord, lockClaim } from "#app/server/claims/claim-record.server.ts";
import { claimStatement } from "#app/server/claims/claim-statement.server.ts";
import { holdClaimCosts } from "#app/server/claims/hold-costs.server.ts";
import { refreshClaimStatus } from "#app/server/claims/refresh-claim-status.server.ts";
import { attachUploads } from "#app/server/evidence/attach-uploads.server.ts";
import { toDateColumn } from "#app/server/platform/clock/clock.server.ts";
import { crashPoint } from "#app/server/platform/crash-point/crash-point.server.ts";
import { derivedId } from "#app/server/platform/crypto/derived-id.server.ts";
import { isId } from "#app/server/platform/crypto/random-id.server.ts";
import type { Transaction } from "#app/server/platform/database/client.server.ts";
import { inTransaction } from "#app/server/platform/database/transaction.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { appendDisputeEvent } from "./dispute-events.server.ts";
import {
  answersColumn,
  type DisputeAnswers,
  disputedColumn,
  findDispute,
  findDisputes,
  scopeColumn,
} from "./dispute-record.server.ts";
import { nextReminder } from "./next-reminder.server.ts";
import { storyText } from "./story-text.server.ts";
import { tellCreditorOfDispute, tellDebtorOfDispute } from "./tell-of-dispute.server.ts";

export type DisputeOrder = {
  readonly debtor: DebtorSessionScope;
  /** Made when the form was shown: the same form twice is one dispute. */
  readonly disputeId: string;
  readonly claimId: string;
  readonly ground: DisputeGround;
  readonly scope: DisputeScope;
  readonly answers: DisputeAnswers;
  readonly text: string;
  /** Files of this session that go along. */
  readonly uploadIds: readonly string[];
  readonly language: string;
};

export type OpenDisputeRefusal =
  | { readonly kind: "claim_not_found" | "claim_closed" | "invalid_request" }
  /** One at a time: what is new goes into the one that runs. */
  | { readonly kind: "dispute_open"; readonly disputeId: string }
  | ScopeFault;

const LONGEST_TEXT = 4_000;

/**
 * Files a dispute. From now on no further costs fall due, a proposal that waits falls away, and a plan waits; what is not
 * disputed can be paid, and so can what is. The creditor answers within its term. Interest runs on by law and goes with what
 * the creditor turns out to have asked wrongly.
 */
export async function openDispute(
  services: Services,
  order: DisputeOrder,
): Promise<Result<{ disputeId: string }, OpenDisputeRefusal>> {
  if (!isId("dsp", order.disputeId) || order.text.length > LONGEST_TEXT) return err({ kind: "invalid_request" });
  return inTransaction(services.database, async (tx) => {
    const { creditorId, debtorId } = order.debtor;
    const claim = await lockClaim(tx, { creditorId, claimId: order.claimId });
    if (claim?.debtorId !== debtorId) return err({ kind: "claim_not_found" });
    const same = await findDispute(tx, { creditorId, disputeId: order.disputeId });
    if (same) return same.claimId === claim.id ? ok({ disputeId: same.id }) : err({ kind: "invalid_request" });
    if (claim.status === "closed") return err({ kind: "claim_closed" });
    const [running] = await findDisputes(tx, { creditorId, claimId: claim.id, endedAt: null }, 1);
    if (running) return err({ kind: "dispute_open", disputeId: running.id });
    return write(tx, services, { claim, order });
  });
}

async function write(
  tx: Transaction,
  services: Services,
  { claim, order }: { claim: ClaimRecord; order: DisputeOrder },
): Promise<Result<{ disputeId: string }, OpenDisputeRefusal>> {
  const { disputeId: id, ground, scope, answers, language } = order;
  const { creditorId, debtorId, sessionId } = order.debtor;
  const today = services.clock.today();
  const at = services.clock.now();
  const disputed = disputedOf(await claimStatement(tx, claim, today), scope);
  if (!disputed.ok) return disputed;
  const amount = totalDisputed(disputed.value);
  const creditor = await tx.creditor.findUniqueOrThrow({
    where: { id: creditorId },
    select: { disputeAnswerDays: true },
  });
  const answerBefore = addDays(today, creditor.disputeAnswerDays);

  const { count } = await tx.dispute.createMany({
    skipDuplicates: true,
    data: {
      id,
      creditorId,
      claimId: claim.id,
      debtorId,
      ground,
      scope: scopeColumn(scope),
      disputed: disputedColumn(disputed.value),
      amount,
      openedOn: toDateColumn(today),
      answers: answersColumn(answers),
      text: order.text,
      language,
      answerBefore: toDateColumn(answerBefore),
      createdAt: at,
      checkAt: nextReminder({ answerBefore, creditorTold: 0 }),
    },
  });
  // The id is somebody else's.
  if (count === 0) return err({ kind: "invalid_request" });
  const dispute = await findDispute(tx, { creditorId, disputeId: id });
  if (!dispute) throw new Error("a dispute vanished while it was filed");

  await holdClaimCosts(tx, { claimIds: [claim.id], creditorId, source: id, on: today });
  await withdrawProposal(tx, services, { claim, actor: actorOf(order.debtor), reason: "dispute" });
  await refreshClaimStatus(tx, claim, at);

  const messageId = derivedId("msg", `${id} story`);
  await tx.message.create({
    data: {
      id: messageId,
      creditorId,
      claimId: claim.id,
      direction: "inbound",
      channel: "portal",
      ...storyText(dispute, language),
      sentAt: at,
      createdAt: at,
      disputeId: id,
    },
  });
  const files = await attachUploads(tx, {
    session: { sessionId, creditorId, claimId: claim.id },
    uploadIds: order.uploadIds,
    messageId,
  });
  await appendDisputeEvent(tx, dispute, { type: "dispute.opened", at, data: { files: files.length } });
  await tellDebtorOfDispute(tx, services, { dispute, claim, news: { kind: "opened" } });
  await tellCreditorOfDispute(tx, services, { dispute, kind: "opened", key: id });
  const data = { claim: claim.id, ground, amount: toDecimal(amount), number: disputeNumber(id) };
  appendAudit(tx, creditorId, { at, actor: actorOf(order.debtor), action: "dispute.opened", subject: id, data });
  crashPoint("dispute:before-commit");
  return ok({ disputeId: id });
}
