import type { FollowedPlan } from "#app/domain/arrangement/follow-plan.ts";
import type { Answer } from "#app/domain/arrangement/negotiate.ts";
import type { Schedule } from "#app/domain/arrangement/schedule.ts";
import type { Wish } from "#app/domain/arrangement/wish.ts";
import { plus } from "#app/domain/money.ts";
import type { ArrangementDetails } from "#app/server/arrangements/arrangement-details.server.ts";
import type { ArrangementRecord } from "#app/server/arrangements/arrangement-record.server.ts";
import { reasonJson } from "#app/server/arrangements/reason-json.server.ts";
import { decidedByKind } from "./decided-by.server.ts";
import { moneyJson } from "./money-json.server.ts";
import type { ArrangementJson } from "./schemas/arrangement-schemas.server.ts";

/** An arrangement as the API gives it to its creditor. */
export function arrangementJson(details: ArrangementDetails): ArrangementJson {
  const { arrangement, claims, total, wish, advice, plan } = details;
  const { decidedBy, decisionText } = arrangement;
  return {
    id: arrangement.id,
    status: arrangement.status,
    version: arrangement.version,
    claims: [...claims],
    debtor: arrangement.debtorId,
    total: total && moneyJson(total),
    discount: moneyJson(plus(arrangement.discount, arrangement.waivedCosts)),
    offer: offerJson(arrangement),
    wish: wish && wishJson(wish),
    reviewReasons: arrangement.reviewReasons.map(({ code, params }) => ({ code, params: { ...params } })),
    advice: advice && adviceJson(advice),
    decideBefore: arrangement.decideBefore,
    validUntil: arrangement.validUntil,
    decision: decidedBy === null ? null : { by: decidedByKind(decidedBy), text: decisionText },
    acceptedOn: arrangement.acceptedOn,
    method: arrangement.method,
    reason: arrangement.reason,
    plan: plan && planJson(plan, arrangement),
    createdAt: arrangement.createdAt.toISOString(),
    endedAt: arrangement.endedAt?.toISOString() ?? null,
  };
}

function offerJson({ offer }: ArrangementRecord): ArrangementJson["offer"] {
  const { version, by, frequency, payDay, message, validUntil } = offer;
  return {
    version,
    by,
    schedule: scheduleJson(offer.schedule),
    total: moneyJson(offer.total),
    frequency,
    payDay,
    message,
    validUntil,
    createdAt: offer.createdAt.toISOString(),
  };
}

function scheduleJson(schedule: Schedule): ArrangementJson["offer"]["schedule"] {
  return schedule.map(({ seq, dueOn, amount }) => ({ seq, dueOn, amount: moneyJson(amount) }));
}

function wishJson({ downPayment, perInstalment, ...wish }: Wish): ArrangementJson["wish"] {
  return { ...wish, downPayment: moneyJson(downPayment), perInstalment: moneyJson(perInstalment) };
}

function adviceJson(advice: Answer): ArrangementJson["advice"] {
  if (advice.kind === "accepted") return { answer: advice.kind, reasons: [], options: [] };
  return {
    answer: advice.kind,
    reasons: advice.reasons.map(reasonJson),
    options: advice.options.map(({ kind, decidedBy, wish, discount, schedule }) => ({
      kind,
      decidedBy,
      frequency: wish.settlement ? null : wish.frequency,
      payDay: wish.settlement ? null : wish.payDay,
      discount: moneyJson(discount),
      schedule: scheduleJson(schedule),
    })),
  };
}

function planJson(
  { instalments, paid, open, behind, next }: FollowedPlan,
  { lastLetterOn }: ArrangementRecord,
): ArrangementJson["plan"] {
  return {
    paid: moneyJson(paid),
    open: moneyJson(open),
    behind: moneyJson(behind),
    next: next && { seq: next.seq, dueOn: next.dueOn, open: moneyJson(next.open) },
    lastLetterOn,
    instalments: instalments.map(
      ({ seq, dueOn, originalDueOn, state, paidOn, postponed, skipped, movedFrom, ...instalment }) => ({
        seq,
        dueOn,
        originalDueOn,
        amount: moneyJson(instalment.amount),
        planned: moneyJson(instalment.planned),
        paid: moneyJson(instalment.paid),
        open: moneyJson(instalment.open),
        state,
        paidOn,
        postponed,
        skipped,
        movedFrom,
      }),
    ),
  };
}
