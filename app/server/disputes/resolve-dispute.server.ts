import { creditEntries, divideReduction, type Reduction, waiverEntries } from "#app/domain/dispute/reduction.ts";
import { disputeAfter, type DisputeOutcome, type DisputeStatus } from "#app/domain/dispute/dispute-state.ts";
import { disputedAtDecision, totalDisputed } from "#app/domain/dispute/scope.ts";
import { collectionCosts, vatOnCosts } from "#app/domain/law/collection-costs.ts";
import { INTEREST_RATES } from "#app/domain/law/interest-rates.ts";
import type { LedgerEntry } from "#app/domain/ledger.ts";
import { asCents, type Cents, plus, ZERO } from "#app/domain/money.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import { type Statement, statementAsOf } from "#app/domain/statement.ts";
import { resumePlans } from "#app/server/arrangements/resume-plan.server.ts";
import { type ClaimRecord, findClaim } from "#app/server/claims/claim-record.server.ts";
import { claimStatement } from "#app/server/claims/claim-statement.server.ts";
import { followLedger } from "#app/server/claims/follow-ledger.server.ts";
import { book, loadLedger } from "#app/server/claims/ledger-store.server.ts";
import { appendEvents } from "#app/server/events/append-event.server.ts";
import { crashPoint } from "#app/server/platform/crash-point/crash-point.server.ts";
import type { Transaction } from "#app/server/platform/database/client.server.ts";
import { inTransaction } from "#app/server/platform/database/transaction.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { type DisputeRecord, type LockedDispute, lockDispute } from "./dispute-record.server.ts";
import { endDispute } from "./end-dispute.server.ts";
import { tellDebtorOfDispute } from "./tell-of-dispute.server.ts";

export type Resolution = {
  readonly creditorId: string;
  readonly disputeId: string;
  readonly outcome: DisputeOutcome;
  /** For the debtor: why. */
  readonly explanation: string;
  /** What comes off. Of an upheld dispute absent: all that was disputed. */
  readonly credit?: Cents;
  readonly actor: string;
};

export type ResolutionRefusal =
  | { readonly kind: "dispute_not_found" }
  /** It has ended: another person decided, the debtor withdrew it, or the claim was closed. */
  | { readonly kind: "not_possible"; readonly status: DisputeStatus; readonly decidedBy: string | null }
  /** Partly upheld says how much. */
  | { readonly kind: "credit_required" }
  /** Nothing comes off when it is rejected. */
  | { readonly kind: "credit_not_allowed" }
  | { readonly kind: "credit_exceeds_disputed"; readonly allowed: Cents };

/**
 * Decides a dispute. What comes off is booked in entries that name the dispute: principal as of the day it was charged, so
 * that interest and costs over it go too; costs and interest that were disputed by themselves are given up. What was paid
 * too much becomes credit of the debtor. The debtor is told, with the explanation and where to complain.
 */
export async function resolveDispute(
  services: Services,
  resolution: Resolution,
): Promise<Result<null, ResolutionRefusal>> {
  return inTransaction(services.database, async (tx) => {
    const { creditorId, disputeId, outcome, explanation, actor } = resolution;
    const locked = await lockDispute(tx, { creditorId, disputeId });
    if (!locked) return err({ kind: "dispute_not_found" });
    const { dispute, claim } = locked;
    const moved = disputeAfter(dispute.status, "resolve");
    if (!moved.ok) return err({ ...moved.error, decidedBy: dispute.decidedBy });
    const statement = await claimStatement(tx, claim, services.clock.today());
    const reduction = reductionOf({ ...dispute, disputed: disputedAtDecision(statement, dispute) }, resolution);
    if (!reduction.ok) return reduction;

    const credited =
      reduction.value === null ? ZERO : await reduce(tx, services, { locked, reduction: reduction.value });
    await endDispute(tx, services, { locked, ending: { status: "resolved", actor, outcome, explanation, credited } });
    const news = { kind: "resolved", outcome, explanation, credited } as const;
    const now = { ...dispute, status: moved.value };
    await tellDebtorOfDispute(tx, services, { dispute: now, claim, news });
    await resumePlans(tx, services, claim);
    crashPoint("dispute:resolved-before-commit");
    return ok(null);
  });
}

type Wanted = { readonly reduction: Reduction; readonly whole: boolean };

function reductionOf(dispute: DisputeRecord, resolution: Resolution): Result<Wanted | null, ResolutionRefusal> {
  const { outcome, credit } = resolution;
  const { disputed, scope } = dispute;
  if (outcome === "rejected") return credit === undefined ? ok(null) : err({ kind: "credit_not_allowed" });
  if (credit === undefined) {
    return outcome === "upheld" ? ok({ reduction: disputed, whole: true }) : err({ kind: "credit_required" });
  }
  const reduction = divideReduction(disputed, scope, credit);
  if (reduction === null) return err({ kind: "credit_exceeds_disputed", allowed: totalDisputed(disputed) });
  return ok({ reduction, whole: false });
}

/** Books what comes off, and answers how much less the debtor owes as of today, money that comes back included. */
async function reduce(
  tx: Transaction,
  services: Services,
  { locked: { dispute, claim }, reduction: wanted }: { locked: LockedDispute; reduction: Wanted },
): Promise<Cents> {
  const { id, scope, openedOn } = dispute;
  const today = services.clock.today();
  const at = services.clock.now();
  const before = await claimStatement(tx, claim, today);
  const entries = await loadLedger(tx, claim);
  const credits = creditEntries(id, { reduction: wanted.reduction, entries });
  const whole = wanted.whole && scope.kind === "whole";
  const parts = wanted.whole && scope.kind === "parts" ? scope : null;
  const waivers = waiverEntries(id, {
    wanted: {
      // Of a whole claim what was open on costs, or would have fallen due; named ones go in full, also when paid.
      costs:
        parts?.costs || (whole && dispute.disputed.costs === ZERO && before.costs.total === ZERO)
          ? "all"
          : wanted.reduction.costs,
      interest: whole || parts?.interest ? "all" : interestBesides(wanted),
    },
    openedOn,
    statement: statementAsOf({ terms: claim.terms, entries: [...entries, ...credits], asOf: openedOn, rates: INTEREST_RATES }), // prettier-ignore
    announcedCosts: announced(claim, { entries: [...entries, ...credits], on: openedOn }),
  });
  await book(tx, claim, { at, bookings: [...credits, ...waivers].map((entry) => ({ entry, reason: id })) });
  const after = await claimStatement(tx, claim, today);
  const current = await findClaim(tx, { creditorId: claim.creditorId, claimId: claim.id });
  await appendEvents(tx, claim.id, await followLedger(tx, current ?? claim, { before, after, at }));
  return asCents(before.open - after.open + after.credit - before.credit);
}

/** Interest over invoices that are credited goes by itself; what is taken off besides was named. */
function interestBesides({ reduction, whole }: Wanted): Cents {
  const credits = reduction.invoices.some(({ amount }) => amount > 0n);
  return whole && credits ? ZERO : reduction.interest;
}

/** Costs that a statement announces and does not ask yet, with their VAT, by the tariff of the law. */
function announced(
  { terms }: ClaimRecord,
  { entries, on }: { entries: readonly LedgerEntry[]; on: Statement["asOf"] },
): Cents {
  const { costs, principal } = statementAsOf({ terms, entries, asOf: on, rates: INTEREST_RATES });
  if (costs.dueFrom === null || costs.total > 0n || principal.open === ZERO) return ZERO;
  const asked = terms.collectionCosts.type === "fixed" ? terms.collectionCosts.amount : collectionCosts(principal.open, costs.dueFrom); // prettier-ignore
  return terms.canDeductVat ? asked : plus(asked, vatOnCosts(asked, costs.dueFrom));
}
