import { type ArrangementAct, type ArrangementStatus, transition } from "#app/domain/arrangement/arrangement-state.ts";
import type { Rhythm } from "#app/domain/arrangement/plan-changes.ts";
import { checkSchedule, type Schedule, type ScheduleProblem } from "#app/domain/arrangement/schedule.ts";
import { addDays, type LocalDate } from "#app/domain/calendar.ts";
import { type Cents, toDecimal, ZERO } from "#app/domain/money.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import { appendAudit } from "#app/server/audit/append-audit.server.ts";
import { claimStatements } from "#app/server/claims/claim-statement.server.ts";
import { toDateColumn } from "#app/server/platform/clock/clock.server.ts";
import type { Transaction } from "#app/server/platform/database/client.server.ts";
import { inTransaction } from "#app/server/platform/database/transaction.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { appendArrangementEvents } from "./arrangement-events.server.ts";
import { findArrangement, lockArrangement, type LockedArrangement } from "./arrangement-record.server.ts";
import { endArrangement } from "./end-arrangement.server.ts";
import { openingOf } from "./next-check.server.ts";
import { payDayText, scheduleJson } from "./offer-json.server.ts";
import { planTotalOf } from "./open-amounts.server.ts";
import { startPlan } from "./start-plan.server.ts";
import { tellDebtor } from "./tell-debtor.server.ts";

export type Deciding = {
  readonly creditorId: string;
  readonly arrangementId: string;
  /** The version that was looked at; without it, whatever is newest. */
  readonly version?: number;
  readonly actor: string;
};

export type DecisionRefusal =
  | { readonly kind: "arrangement_not_found" }
  /** Somebody else decided, or it ended: the status that it has now. */
  | { readonly kind: "not_possible"; readonly status: ArrangementStatus; readonly decidedBy: string | null }
  /** There is a newer offer than the one that was looked at. */
  | { readonly kind: "newer_offer"; readonly version: number }
  /** Only a wish was sent, without a schedule: it takes a counter-offer. */
  | { readonly kind: "no_schedule" }
  | { readonly kind: "nothing_open" };

/** The creditor agrees to the debtor's proposal: the plan runs from today. */
export async function acceptProposal(services: Services, deciding: Deciding): Promise<Result<null, DecisionRefusal>> {
  return decide(services, deciding, "accept_by_creditor", async (tx, locked) => {
    const { arrangement, claims } = locked;
    if (arrangement.offer.schedule.length === 0) return err({ kind: "no_schedule" });
    if ((await openTotal(tx, services, locked)) <= ZERO) return err({ kind: "nothing_open" });
    const acceptance = { act: "accept_by_creditor", by: "creditor", actor: deciding.actor } as const;
    await startPlan(tx, services, { locked: { arrangement, claims }, acceptance });
    await tellNow(tx, services, { arrangement, news: { kind: "accepted", by: "creditor" } });
    return ok(null);
  });
}

export type CounterOffer = Deciding & {
  readonly schedule: Schedule;
  /** How often it is paid, where that is known: an instalment that is put off moves by it. */
  readonly rhythm?: Rhythm;
  /** For the debtor: why something else is offered. */
  readonly reason: string;
  /** The last day on which the debtor can accept; absent: as the policy says. */
  readonly validUntil?: LocalDate;
};

export type CounterRefusal =
  | DecisionRefusal
  | { readonly kind: "schedule_wrong"; readonly problems: readonly ScheduleProblem[]; readonly total: Cents }
  | { readonly kind: "valid_until_past"; readonly today: LocalDate };

/** The creditor offers something else: the debtor is told, and accepts, adjusts or lets it go. */
export async function counterProposal(services: Services, offer: CounterOffer): Promise<Result<null, CounterRefusal>> {
  return decide<null, CounterRefusal>(services, offer, "counter_by_creditor", async (tx, locked) => {
    const { arrangement } = locked;
    const { id, creditorId, policy } = arrangement;
    const at = services.clock.now();
    const today = services.clock.today();
    const total = await openTotal(tx, services, locked);
    const problems = checkSchedule(offer.schedule, { total, today });
    if (problems.length > 0) return err({ kind: "schedule_wrong", problems, total });
    const validUntil = offer.validUntil ?? addDays(today, policy.counterOffer.validDays);
    if (validUntil < today) return err({ kind: "valid_until_past", today });

    const version = arrangement.version + 1;
    await tx.arrangementOffer.create({
      data: {
        arrangementId: id,
        creditorId,
        version,
        by: "creditor",
        schedule: scheduleJson(offer.schedule),
        ...(offer.rhythm ? { frequency: offer.rhythm.frequency, payDay: payDayText(offer.rhythm.payDay) } : {}),
        total,
        message: offer.reason,
        validUntil: toDateColumn(validUntil),
        actor: offer.actor,
        createdAt: at,
      },
    });
    const checkAt = openingOf(addDays(validUntil, 1));
    await tx.arrangement.update({
      where: { id },
      data: { status: "countered", version, discount: 0n, decideBefore: null, validUntil: toDateColumn(validUntil), checkAt }, // prettier-ignore
    });
    const countered = await findArrangement(tx, { creditorId, arrangementId: id });
    if (!countered) throw new Error("an arrangement vanished while it was countered");
    await appendArrangementEvents(tx, countered, {
      news: [{ type: "arrangement.countered", data: { validUntil } }],
      at,
    });
    await tellDebtor(tx, services, { arrangement: countered, news: { kind: "countered", message: offer.reason, validUntil }, key: `${id}:${version}` }); // prettier-ignore
    appendAudit(tx, creditorId, { at, actor: offer.actor, action: "arrangement.countered", subject: id, data: { version, total: toDecimal(total) } }); // prettier-ignore
    return ok(null);
  });
}

/** The creditor does not agree, and says why. */
export async function declineProposal(
  services: Services,
  deciding: Deciding & { readonly reason: string },
): Promise<Result<null, DecisionRefusal>> {
  return decide(services, deciding, "decline", async (tx, locked) => {
    const { actor, reason: text } = deciding;
    await endArrangement(tx, services, { locked, ending: { act: "decline", actor, text } });
    await tellNow(tx, services, { arrangement: locked.arrangement, news: { kind: "declined", reason: text } });
    return ok(null);
  });
}

/** The creditor takes back what it offered, or ends a running plan for a reason outside it. What was paid stays paid. */
export async function cancelArrangement(
  services: Services,
  deciding: Deciding & { readonly reason: string },
): Promise<Result<null, DecisionRefusal>> {
  return decide(services, deciding, "cancel", async (tx, locked) => {
    const { actor, reason: text } = deciding;
    await endArrangement(tx, services, {
      locked,
      ending: { act: "cancel", actor, text, data: { reason: "creditor" } },
    });
    await tellNow(tx, services, { arrangement: locked.arrangement, news: { kind: "cancelled", reason: text } });
    return ok(null);
  });
}

/** One decision at a time: the claims and the arrangement are held, so that of two people one wins and the other is told. */
async function decide<T, Refusal>(
  services: Services,
  deciding: Deciding,
  act: ArrangementAct,
  work: (tx: Transaction, locked: LockedArrangement) => Promise<Result<T, Refusal | DecisionRefusal>>,
): Promise<Result<T, Refusal | DecisionRefusal>> {
  return inTransaction(services.database, async (tx) => {
    const locked = await lockArrangement(tx, deciding);
    if (!locked) return err({ kind: "arrangement_not_found" });
    const { status, version, decidedBy } = locked.arrangement;
    const possible = transition(status, act);
    if (!possible.ok) return err({ kind: "not_possible", status, decidedBy });
    if (deciding.version !== undefined && deciding.version !== version) return err({ kind: "newer_offer", version });
    return work(tx, locked);
  });
}

async function openTotal(
  tx: Transaction,
  services: Pick<Services, "clock">,
  { arrangement, claims }: LockedArrangement,
): Promise<Cents> {
  const today = services.clock.today();
  const statements = await claimStatements(tx, claims, today);
  return planTotalOf(arrangement.policy, statements).total;
}

/** Tells the debtor how the arrangement stands after the decision. */
async function tellNow(
  tx: Transaction,
  services: Services,
  { arrangement, news }: Pick<Parameters<typeof tellDebtor>[2], "arrangement" | "news">,
): Promise<void> {
  const { id, creditorId, version } = arrangement;
  const now = await findArrangement(tx, { creditorId, arrangementId: id });
  if (now) await tellDebtor(tx, services, { arrangement: now, news, key: `${id}:${version}:${news.kind}` });
}
