import { disputeNumber } from "#app/domain/spoken-number.ts";
import type { DisputeDetails } from "#app/server/disputes/dispute-details.server.ts";
import { scopeData } from "#app/server/disputes/dispute-events.server.ts";
import { moneyJson } from "./money-json.server.ts";
import type { DisputeJson } from "./schemas/dispute-schemas.server.ts";

/** A dispute as the API gives it to its creditor. */
export function disputeJson({ dispute, reference, disputedNow, undisputedNow, messages }: DisputeDetails): DisputeJson {
  const { paidAmount, ...answers } = dispute.answers;
  return {
    id: dispute.id,
    number: disputeNumber(dispute.id),
    status: dispute.status,
    claim: { id: dispute.claimId, reference },
    debtor: dispute.debtorId,
    ground: dispute.ground,
    scope: scopeData(dispute.scope),
    amount: moneyJson(dispute.amount),
    disputedNow: moneyJson(disputedNow),
    undisputedNow: moneyJson(undisputedNow),
    answers: { ...answers, ...(paidAmount === undefined ? {} : { paidAmount: moneyJson(paidAmount) }) },
    text: dispute.text,
    openedOn: dispute.openedOn,
    answerBefore: dispute.answerBefore,
    debtorAnswerBefore: dispute.debtorAnswerBefore,
    outcome: dispute.outcome,
    explanation: dispute.explanation,
    credited: moneyJson(dispute.credited),
    messages: messages.map(({ on, documents, ...message }) => ({
      ...message,
      date: on,
      documents: documents.map(({ id, fileName, mediaType, size, scan }) => ({ id, fileName, mediaType, size, scan })),
    })),
    createdAt: dispute.createdAt.toISOString(),
    endedAt: dispute.endedAt?.toISOString() ?? null,
  };
}
