import type { LocalDate } from "#app/domain/calendar.ts";
import type { DisputeOutcome, DisputeStatus } from "#app/domain/dispute/dispute-state.ts";
import type { DisputeGround } from "#app/domain/dispute/grounds.ts";
import { disputeNumber } from "#app/domain/spoken-number.ts";
import { type DisputeScope, totalDisputed } from "#app/domain/dispute/scope.ts";
import { type Cents, ZERO } from "#app/domain/money.ts";
import type { CreditorGrant } from "#app/server/access/creditor-session.server.ts";
import { findClaim } from "#app/server/claims/claim-record.server.ts";
import { findDisputeDetails } from "#app/server/disputes/dispute-details.server.ts";
import type { DisputeMessage } from "#app/server/disputes/dispute-messages.server.ts";
import type { DisputeAnswers } from "#app/server/disputes/dispute-record.server.ts";
import { creditToPayBack } from "#app/server/payments/pay-back-credit.server.ts";
import { dayInAmsterdam } from "#app/server/platform/clock/clock.server.ts";
import { newId } from "#app/server/platform/crypto/random-id.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { type DecidedBy, decidedByOf } from "./decided-by.server.ts";
import { loadOwedClaims, loadOwingDebtor, type OwedClaim, type OwingDebtor } from "./who-owes.server.ts";

/** A dispute as somebody who decides about it sees it, as of today. */
export type InboxDispute = {
  readonly debtor: OwingDebtor;
  readonly claims: readonly OwedClaim[];
  readonly id: string;
  readonly number: string;
  readonly status: DisputeStatus;
  readonly ground: DisputeGround;
  readonly scope: DisputeScope;
  readonly invoiceNumbers: readonly string[];
  readonly answers: DisputeAnswers;
  /** When it was opened, and the most that a decision takes off. */
  readonly amount: Cents;
  readonly disputedNow: Cents;
  readonly undisputedNow: Cents;
  readonly openedOn: LocalDate;
  readonly answerBefore: LocalDate;
  readonly debtorAnswerBefore: LocalDate | null;
  readonly messages: readonly DisputeMessage[];
  readonly decision: {
    readonly outcome: DisputeOutcome | null;
    readonly by: DecidedBy;
    readonly on: LocalDate;
    readonly explanation: string;
    readonly credited: Cents;
    /** What the debtor has paid too much on the claim now. */
    readonly toPayBack: Cents;
  } | null;
  /** For the next message: the same form twice is one message. */
  readonly messageId: string;
};

/** A dispute of the user's creditor; null: somebody else's is as absent as one that never was. */
export async function loadInboxDispute(
  services: Services,
  { grant, disputeId }: { grant: CreditorGrant; disputeId: string },
): Promise<InboxDispute | null> {
  const { creditorId, userId } = grant;
  const details = await findDisputeDetails(services, { creditorId, disputeId });
  if (!details) return null;
  const { dispute, disputedNow, undisputedNow, messages } = details;
  const { prisma } = services.database;
  const { claimId, debtorId, scope, endedAt } = dispute;
  const invoices = await prisma.invoice.findMany({
    where: { creditorId, claimId, id: { in: scope.kind === "parts" ? [...scope.invoices] : [] } },
    orderBy: { dueOn: "asc" },
    select: { number: true },
  });
  const claim = await findClaim(prisma, { creditorId, claimId });
  return {
    id: dispute.id,
    number: disputeNumber(dispute.id),
    status: dispute.status,
    ground: dispute.ground,
    scope,
    invoiceNumbers: invoices.map(({ number }) => number),
    answers: dispute.answers,
    amount: totalDisputed(dispute.disputed),
    disputedNow,
    undisputedNow,
    openedOn: dispute.openedOn,
    answerBefore: dispute.answerBefore,
    debtorAnswerBefore: dispute.debtorAnswerBefore,
    messages,
    decision: endedAt && {
      outcome: dispute.outcome,
      by: await decidedByOf(prisma, { actor: dispute.decidedBy ?? "debtor", creditorId, userId }),
      on: dayInAmsterdam(endedAt),
      explanation: dispute.explanation ?? "",
      credited: dispute.credited,
      toPayBack: claim ? await creditToPayBack(services, claim) : ZERO,
    },
    debtor: await loadOwingDebtor(services, { creditorId, debtorId }),
    claims: await loadOwedClaims(services, { creditorId, claimIds: [claimId] }),
    messageId: newId("msg", services.clock.now()),
  };
}
