import type { LocalDate } from "#app/domain/calendar.ts";
import type { DisputeGround } from "#app/domain/dispute/grounds.ts";
import type { DisputeOutcome, DisputeStatus } from "#app/domain/dispute/dispute-state.ts";
import { disputeNumber } from "#app/domain/spoken-number.ts";
import { type DisputeScope, sharesNow } from "#app/domain/dispute/scope.ts";
import type { Cents } from "#app/domain/money.ts";
import type { DebtorClaims } from "#app/server/claims/debtor-claims.server.ts";
import { dayInAmsterdam } from "#app/server/platform/clock/clock.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { type DisputeMessage, loadDisputeMessages } from "./dispute-messages.server.ts";
import { findDisputes } from "./dispute-record.server.ts";

/** What the debtor's pages show of a dispute. */
export type DebtorDispute = {
  readonly id: string;
  readonly number: string;
  readonly claimId: string;
  readonly status: DisputeStatus;
  readonly ground: DisputeGround;
  readonly scope: DisputeScope;
  /** Numbers of the invoices in the scope. */
  readonly invoiceNumbers: readonly string[];
  /** When it was opened. */
  readonly amount: Cents;
  readonly disputedNow: Cents;
  readonly undisputedNow: Cents;
  readonly openedOn: LocalDate;
  readonly answerBefore: LocalDate;
  readonly debtorAnswerBefore: LocalDate | null;
  readonly outcome: DisputeOutcome | null;
  readonly explanation: string | null;
  /** What the decision took off. */
  readonly credited: Cents;
  readonly endedOn: LocalDate | null;
  readonly text: string;
  readonly messages: readonly DisputeMessage[];
};

/** The newest dispute of one of the debtor's claims, with its conversation, oldest first; null without any. */
export async function loadDebtorDispute(
  services: Services,
  loaded: DebtorClaims,
  claimId: string,
): Promise<DebtorDispute | null> {
  const { creditorId, debtorId } = loaded.session;
  const claim = loaded.claims.find(({ id }) => id === claimId);
  if (!claim) return null;
  const [dispute] = await findDisputes(services.database.prisma, { creditorId, debtorId, claimId }, 1);
  if (!dispute) return null;
  const { id, scope, endedAt } = dispute;
  const shares = sharesNow(claim.statement, { kind: scope.kind, amount: dispute.amount });
  const named = scope.kind === "parts" ? scope.invoices : [];
  return {
    id,
    number: disputeNumber(id),
    claimId,
    status: dispute.status,
    ground: dispute.ground,
    scope,
    invoiceNumbers: claim.invoices.filter((invoice) => named.includes(invoice.id)).map(({ number }) => number),
    amount: dispute.amount,
    disputedNow: shares.disputed,
    undisputedNow: shares.undisputed,
    openedOn: dispute.openedOn,
    answerBefore: dispute.answerBefore,
    debtorAnswerBefore: dispute.debtorAnswerBefore,
    outcome: dispute.outcome,
    explanation: dispute.explanation,
    credited: dispute.credited,
    endedOn: endedAt && dayInAmsterdam(endedAt),
    text: dispute.text,
    messages: await loadDisputeMessages(services, { creditorId, disputeId: id }),
  };
}
