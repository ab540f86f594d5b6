import type { FollowedPlan } from "#app/domain/arrangement/follow-plan.ts";
import type { CreditEntry, WaiverEntry } from "#app/domain/ledger.ts";
import { type Cents, minus, plus, smallest, toDecimal, ZERO } from "#app/domain/money.ts";
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
 * acceptance and a settlement's discount today, and then the arrangement is completed.
 */
export async function completePlan(
  tx: Transaction,
  services: Pick<Services, "clock">,
  { locked, plan }: { locked: LockedArrangement; plan: FollowedPlan },
): Promise<void> {
  const { arrangement, claims } = locked;
  let discount: Cents = arrangement.discount;
  for (const claim of claims) discount = minus(discount, await giveUp(tx, services, { arrangement, claim, discount }));
  const now = await lockClaims(tx, arrangement);
  const data = { paid: toDecimal(plan.paid), givenUp: toDecimal(plus(arrangement.waivedCosts, arrangement.discount)) };
  await endArrangement(tx, services, {
    locked: { arrangement, claims: now },
    ending: { act: "complete", actor: "ledger", data },
  });
}

/** Books what one claim is let off, and answers how much of the discount that took. */
async function giveUp(
  tx: Transaction,
  services: Pick<Services, "clock">,
  { arrangement, claim, discount }: { arrangement: ArrangementRecord; claim: ClaimRecord; discount: Cents },
): Promise<Cents> {
  const { id, acceptedOn, waivedCosts } = arrangement;
  const at = services.clock.now();
  const today = services.clock.today();
  const before = await claimStatement(tx, claim, today);
  if (before.open === 0n || claim.status === "closed") return ZERO;
  let credited: Cents = ZERO;
  if (waivedCosts > 0n && acceptedOn !== null) {
    const amount = await costsOn(tx, claim, acceptedOn);
    const entry: WaiverEntry = { type: "costs_waived", factKey: `${id}:costs_waived`, valueDate: acceptedOn, sequence: 0, amount }; // prettier-ignore
    if (amount > 0n) await book(tx, claim, { at, bookings: [{ entry, reason: id }] });
  }
  const between = await claimStatement(tx, claim, today);
  if (discount > 0n && between.open > 0n) {
    credited = smallest(discount, between.open);
    const entry: CreditEntry = { type: "credit", factKey: `${id}:discount`, valueDate: today, sequence: 0, amount: credited, invoiceId: null }; // prettier-ignore
    await book(tx, claim, { at, bookings: [{ entry, reason: id }] });
  }
  const after = await claimStatement(tx, claim, today);
  const data = { waived: toDecimal(minus(before.open, after.open)) };
  await appendEvents(tx, claim.id, await followLedger(tx, claim, { before, after, at }));
  await appendAudit(tx, claim.creditorId, { at, actor: "ledger", action: "arrangement.given_up", subject: id, data });
  return credited;
}

/** The costs with their VAT that were open on the day of acceptance. */
async function costsOn(
  tx: Transaction,
  claim: ClaimRecord,
  acceptedOn: NonNullable<ArrangementRecord["acceptedOn"]>,
): Promise<Cents> {
  const entries = await loadLedger(tx, claim);
  if (entries.length === 0) return ZERO;
  const { costs, vat } = await claimStatement(tx, claim, acceptedOn);
  return plus(costs.open, vat.open);
}
