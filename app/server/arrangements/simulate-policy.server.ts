import { setImmediate as turn } from "node:timers/promises";
import type { ArrangementPolicy, Frequency, PayDay } from "#app/domain/arrangement/policy.ts";
import { type SimulatedCase, type Simulation, simulate } from "#app/domain/arrangement/simulate.ts";
import { perInstalmentOf, type Wish } from "#app/domain/arrangement/wish.ts";
import type { LocalDate } from "#app/domain/calendar.ts";
import { INTEREST_RATES } from "#app/domain/law/interest-rates.ts";
import type { PrincipalEntry } from "#app/domain/ledger.ts";
import { asCents, type Cents } from "#app/domain/money.ts";
import { type Statement, statementAsOf } from "#app/domain/statement.ts";
import { toTerms } from "#app/server/claims/claim-record.server.ts";
import { dayInAmsterdam, fromDateColumn } from "#app/server/platform/clock/clock.server.ts";
import type { Transaction } from "#app/server/platform/database/client.server.ts";
import { planTotalOf } from "./open-amounts.server.ts";

const MOST_CLAIMS = 500;

export type PolicyTrial = {
  readonly creditorId: string;
  readonly policy: ArrangementPolicy;
  /** Each is tried on every claim. */
  readonly perMonth: readonly Cents[];
  readonly downPayment: Cents;
  readonly frequency: Frequency;
  readonly payDay: PayDay | null;
};

export type PolicyTried = {
  readonly claims: number;
  readonly results: readonly (Simulation & { readonly perMonth: Cents })[];
};

/** What a policy would have answered on the last 500 claims of a creditor, each on the day it came in. Reads only. */
export async function simulatePolicy(tx: Transaction, trial: PolicyTrial): Promise<PolicyTried> {
  const { policy, downPayment, frequency, payDay } = trial;
  const openings = await openingStatements(tx, trial.creditorId);
  const cases = openings
    .map((statement) => ({ total: planTotalOf(policy, [statement]).total, today: statement.asOf }))
    .filter(({ total }) => total > 0n);
  const results: PolicyTried["results"][number][] = [];
  for (const perMonth of trial.perMonth) {
    const perInstalment = perInstalmentOf(perMonth, frequency);
    const wish: Wish = { downPayment, perInstalment, frequency, payDay, firstOn: null, budgetUsed: true, settlement: false }; // prettier-ignore
    const wished = cases.map((one) => ({ ...one, wish }));
    results.push({ perMonth, ...(await simulateInTurns(policy, wished)) });
  }
  return { claims: cases.length, results };
}

/** Lets the process answer others in between: a generous policy with many small instalments takes its time. */
async function simulateInTurns(policy: ArrangementPolicy, cases: readonly SimulatedCase[]): Promise<Simulation> {
  let whole: Simulation = simulate(policy, []);
  for (const one of cases) {
    whole = together(whole, simulate(policy, [one]));
    await turn();
  }
  return whole;
}

function together(left: Simulation, right: Simulation): Simulation {
  const codes = Object.keys({ ...left.byReason, ...right.byReason }) as (keyof Simulation["byReason"])[];
  return {
    accepted: left.accepted + right.accepted,
    countered: left.countered + right.countered,
    person: left.person + right.person,
    byReason: Object.fromEntries(codes.map((code) => [code, (left.byReason[code] ?? 0) + (right.byReason[code] ?? 0)])),
  };
}

/** The amounts of the newest claims as of the end of the day on which each came in: what was charged, and nothing after. */
async function openingStatements(tx: Transaction, creditorId: string): Promise<Statement[]> {
  const claims = await tx.claim.findMany({
    where: { creditorId },
    orderBy: { id: "desc" },
    take: MOST_CLAIMS,
    select: {
      kind: true,
      interestType: true,
      interestRate: true,
      costsType: true,
      fixedCosts: true,
      noticeDeliveredOn: true,
      createdAt: true,
      waiveRemainderBelow: true,
      creditor: { select: { canDeductVat: true } },
      invoices: { select: { id: true, issuedOn: true, dueOn: true, amount: true } },
    },
  });
  return claims.map(({ creditor, invoices, createdAt, ...claim }) => {
    const terms = toTerms({ ...claim, holds: [] }, creditor);
    const entries = invoices.map((invoice, index) => chargedEntry(invoice, index));
    return statementAsOf({ terms, entries, asOf: dayInAmsterdam(createdAt), rates: INTEREST_RATES });
  });
}

function chargedEntry(
  { id, issuedOn, dueOn, amount }: { id: string; issuedOn: Date; dueOn: Date; amount: bigint },
  sequence: number,
): PrincipalEntry {
  const charged: LocalDate = fromDateColumn(issuedOn);
  return {
    type: "principal",
    factKey: `${id}:charged`,
    valueDate: charged,
    sequence,
    amount: asCents(amount),
    invoiceId: id,
    issuedOn: charged,
    dueOn: fromDateColumn(dueOn),
  };
}
