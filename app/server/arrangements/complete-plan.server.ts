import type { FollowedPlan } from "#app/domain/arrangement/follow-plan.ts";
import type { LocalDate } from "#app/domain/calendar.ts";
import { INTEREST_RATES } from "#app/domain/law/interest-rates.ts";
import { type CreditEntry, isReversal, type LedgerEntry, type WaiverEntry } from "#app/domain/ledger.ts";
import { type Cents, minus, plus, smallest, toDecimal, ZERO } from "#app/domain/money.ts";
import { statementAsOf } from "#app/domain/statement.ts";
import { appendAudit } from "#app/server/audit/append-audit.server.ts";
import type { ClaimRecord } from "#app/server/claims/claim-record.server.ts";
import { claimStatement } from "#app/server/claims/claim-statement.server.ts";
import { followLedger } from "#app/server/claims/follow-ledger.server.ts";
import { book, loadLedger } from "#app/server/claims/ledger-store.server.ts";
import { appendEvents } from "#app/server/events/append-event.server.ts";
import type { Transaction } from "#app/server/platform/database/client.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { type ArrangementRecord, lockClaims, type LockedArrangement } from "./arrangement-record.server.ts";
import { endArrangement } from "./end-arrangement.server.ts";

/**
 * Ends a plan that is paid: what the creditor gives up for that is booked, the collection costs as of the day of
 * acceptance and the rest today, so that nothing is left open, and then the arrangement is completed.
 */
export async function completePlan(
  tx: Transaction,
  services: Pick<Services, "clock">,
  { locked, plan }: { locked: LockedArrangement; plan: FollowedPlan },
): Promise<void> {
  const { arrangement, claims } = locked;
  const promised = { costs: arrangement.waivedCosts, all: plus(arrangement.waivedCosts, arrangement.discount) };
  let left: Promised = promised;
  for (const claim of claims) left = await giveUp(tx, services, { arrangement, claim, left });
  const now = await lockClaims(tx, arrangement);
  const data = { paid: toDecimal(plan.paid), givenUp: toDecimal(minus(promised.all, left.all)) };
  await endArrangement(tx, services, {
    locked: { arrangement, claims: now },
    ending: { act: "complete", actor: "ledger", data },
  });
}

/** What is given up for a plan that is paid: of the collection costs, and with the discount in all. */
type Promised = { readonly costs: Cents; readonly all: Cents };

/** Books what one claim is let off, and answers how much of the promise is left for the others. */
async function giveUp(
  tx: Transaction,
  services: Pick<Services, "clock">,
  { arrangement, claim, left }: { arrangement: ArrangementRecord; claim: ClaimRecord; left: Promised },
): Promise<Promised> {
  const { id, acceptedOn } = arrangement;
  const at = services.clock.now();
  const today = services.clock.today();
  const before = await claimStatement(tx, claim, today);
  if (before.open === 0n || claim.status === "closed") return left;
  const costs = acceptedOn === null ? ZERO : smallest(left.costs, await costsOn(tx, claim, acceptedOn));
  if (costs > 0n && acceptedOn !== null) {
    const entry: WaiverEntry = { type: "costs_waived", factKey: `${id}:costs_waived`, valueDate: acceptedOn, sequence: 0, amount: costs }; // prettier-ignore
    await book(tx, claim, { at, bookings: [{ entry, reason: id }] });
  }
  const between = await claimStatement(tx, claim, today);
  const rest = smallest(between.open, minus(left.all, smallest(left.all, minus(before.open, between.open))));
  if (rest > 0n) {
    const entry: CreditEntry = { type: "credit", factKey: `${id}:discount`, valueDate: today, sequence: 0, amount: rest, invoiceId: null }; // prettier-ignore
    await book(tx, claim, { at, bookings: [{ entry, reason: id }] });
  }
  const after = await claimStatement(tx, claim, today);
  const waived = minus(before.open, after.open);
  await appendEvents(tx, claim.id, await followLedger(tx, claim, { before, after, at }));
  appendAudit(tx, claim.creditorId, { at, actor: "ledger", action: "arrangement.given_up", subject: id, data: { waived: toDecimal(waived) } }); // prettier-ignore
  return { costs: minus(left.costs, costs), all: minus(left.all, smallest(left.all, waived)) };
}

/** The costs with their VAT as they were open when the plan was accepted, before money of that day. */
async function costsOn(tx: Transaction, claim: ClaimRecord, acceptedOn: LocalDate): Promise<Cents> {
  const ledger = await loadLedger(tx, claim);
  const entries = ledger.filter((entry) => entry.valueDate < acceptedOn || !isMoney(entry));
  if (entries.length === 0) return ZERO;
  const { costs, vat } = statementAsOf({ terms: claim.terms, entries, asOf: acceptedOn, rates: INTEREST_RATES });
  return plus(costs.open, vat.open);
}

const isMoney = (entry: LedgerEntry): boolean => entry.type === "payment" || isReversal(entry);
