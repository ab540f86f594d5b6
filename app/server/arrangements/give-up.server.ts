import type { LocalDate } from "#app/domain/calendar.ts";
import { INTEREST_RATES } from "#app/domain/law/interest-rates.ts";
import { isReversal, type LedgerEntry } from "#app/domain/ledger.ts";
import { type Cents, minus, plus, smallest, toDecimal, ZERO } from "#app/domain/money.ts";
import { type Statement, statementAsOf } from "#app/domain/statement.ts";
import { appendAudit } from "#app/server/audit/append-audit.server.ts";
import type { ClaimRecord } from "#app/server/claims/claim-record.server.ts";
import { claimStatement } from "#app/server/claims/claim-statement.server.ts";
import { followLedger } from "#app/server/claims/follow-ledger.server.ts";
import { book, loadLedger } from "#app/server/claims/ledger-store.server.ts";
import { appendEvents } from "#app/server/events/append-event.server.ts";
import type { Transaction } from "#app/server/platform/database/client.server.ts";
import type { Services } from "#app/server/services.server.ts";
import type { ArrangementRecord } from "./arrangement-record.server.ts";

/** What is given up for a plan that is paid: of the collection costs, and with the discount in all. */
export type Promised = { readonly costs: Cents; readonly all: Cents };

type OfClaim = { readonly arrangement: ArrangementRecord; readonly claim: ClaimRecord; readonly left: Promised };

/** Books what one claim is let off of what is open on it, and answers how much of the promise is left for the others. */
export async function giveUpOpen(
  tx: Transaction,
  services: Pick<Services, "clock">,
  { arrangement, claim, left }: OfClaim,
): Promise<Promised> {
  const today = services.clock.today();
  const before = await claimStatement(tx, claim, today);
  if (before.open === 0n || claim.status === "closed") return left;
  const costs = await waiveCosts(tx, services, { arrangement, claim, most: left.costs });
  const between = await claimStatement(tx, claim, today);
  const rest = smallest(between.open, minus(left.all, smallest(left.all, letOff(before, between))));
  await credit(tx, services, { arrangement, claim, amount: rest, what: "discount" });
  const after = await claimStatement(tx, claim, today);
  const waived = letOff(before, after);
  await appendEvents(tx, claim.id, await followLedger(tx, claim, { before, after, at: services.clock.now() }));
  noteInAudit(tx, services, { arrangement, claim, waived });
  return { costs: minus(left.costs, costs), all: minus(left.all, smallest(left.all, waived)) };
}

/** What is open less, and what is credit more. */
const letOff = (before: Statement, after: Statement): Cents =>
  plus(minus(before.open, after.open), minus(after.credit, before.credit));

/**
 * Books what was promised and paid all the same, on a claim with nothing open: it becomes credit, at most what came for the
 * plan on that claim and is no credit yet. Answers how much of the promise is left.
 */
export async function giveUpPaid(
  tx: Transaction,
  services: Pick<Services, "clock">,
  { arrangement, claim, left, paid }: OfClaim & { readonly paid: Cents },
): Promise<Promised> {
  const today = services.clock.today();
  const before = await claimStatement(tx, claim, today);
  const most = smallest(left.all, minus(paid, smallest(paid, before.credit)));
  if (most === ZERO || claim.status === "closed") return left;
  const costs = await waiveCosts(tx, services, { arrangement, claim, most: smallest(left.costs, most) });
  await credit(tx, services, { arrangement, claim, amount: minus(most, costs), what: "paid_too_much" });
  noteInAudit(tx, services, { arrangement, claim, waived: most });
  return { costs: minus(left.costs, costs), all: minus(left.all, most) };
}

type Booked = { readonly arrangement: ArrangementRecord; readonly claim: ClaimRecord };

/** Answers what was waived: no more than the costs that were open when the plan was accepted. */
async function waiveCosts(
  tx: Transaction,
  services: Pick<Services, "clock">,
  { arrangement: { id, acceptedOn }, claim, most }: Booked & { readonly most: Cents },
): Promise<Cents> {
  const amount = acceptedOn === null ? ZERO : smallest(most, await costsOn(tx, claim, acceptedOn));
  if (amount === ZERO || acceptedOn === null) return ZERO;
  const factKey = `${id}:costs_waived`;
  const entry = { type: "costs_waived", factKey, valueDate: acceptedOn, sequence: 0, amount } as const;
  const booked = await book(tx, claim, { at: services.clock.now(), bookings: [{ entry, reason: id }] });
  return booked.length > 0 ? amount : ZERO;
}

async function credit(
  tx: Transaction,
  services: Pick<Services, "clock">,
  { arrangement: { id }, claim, amount, what }: Booked & { amount: Cents; what: "discount" | "paid_too_much" },
): Promise<void> {
  if (amount === ZERO) return;
  const base = { factKey: `${id}:${what}`, valueDate: services.clock.today(), sequence: 0, amount };
  const entry = { ...base, type: "credit", invoiceId: null } as const;
  await book(tx, claim, { at: services.clock.now(), bookings: [{ entry, reason: id }] });
}

function noteInAudit(
  tx: Transaction,
  services: Pick<Services, "clock">,
  { arrangement, claim, waived }: Booked & { readonly waived: Cents },
): void {
  const data = { waived: toDecimal(waived) };
  const at = services.clock.now();
  appendAudit(tx, claim.creditorId, {
    at,
    actor: "ledger",
    action: "arrangement.given_up",
    subject: arrangement.id,
    data,
  });
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
