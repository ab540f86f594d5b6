import { addDays, addMonths, day } from "#app/domain/calendar.ts";
import { INTEREST_RATES } from "#app/domain/law/interest-rates.ts";
import type { LedgerEntry } from "#app/domain/ledger.ts";
import { asCents, ZERO } from "#app/domain/money.ts";
import type { StatementInput } from "#app/domain/replay.ts";
import { type InterestLine, statementAsOf } from "#app/domain/statement.ts";

const INVOICES = 10;
const PAYMENTS = 40;
const FIRST_DUE = day("2019-11-22");
const AS_OF = day("2026-11-22");

/** By turns, so that whatever else the machine does slows both. */
const ROUNDS = 6;

/** Statements of a long-running claim beside a loop that does the sums of the same periods and nothing else. */
export function statements(): void {
  const input = longClaim();
  const { interest, costs, open } = statementAsOf(input);
  const expected = interest.total;
  if (costs.total === 0n || open === 0n || plainLoop(interest.lines) !== expected)
    throw new Error("not the same claim");

  timesPerSecond(() => statementAsOf(input), 1);
  timesPerSecond(() => plainLoop(interest.lines), 1);
  let ours = 0;
  let bare = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    ours += timesPerSecond(() => statementAsOf(input), 0.5) / ROUNDS;
    bare += timesPerSecond(() => plainLoop(interest.lines), 0.5) / ROUNDS;
  }
  console.log(
    `\nStatements (${INVOICES} invoices, 7 years, ${PAYMENTS} payments, ${interest.lines.length} periods of interest)`,
  );
  console.log(`  portal        ${ours.toFixed(0)} statements/s, ${(1_000 / ours).toFixed(2)} ms each`);
  console.log(`  plain loop    ${bare.toFixed(0)} times/s, ${(1_000 / bare).toFixed(3)} ms each`);
  console.log(`  ratio         ${(ours / bare).toFixed(4)}`);
}

/** Invoices that fell due in the first year, and a payment every 54 days after it, too small to settle all. */
function longClaim(): StatementInput {
  const invoices = Array.from({ length: INVOICES }, (_, index): LedgerEntry => {
    const dueOn = addMonths(FIRST_DUE, index);
    const issuedOn = addDays(dueOn, -30);
    const invoiceId = `inv_${index}`;
    const amount = asCents(100_000n + 1_337n * BigInt(index));
    return { type: "principal", factKey: `${invoiceId}:charged`, valueDate: issuedOn, sequence: 0, amount, invoiceId, issuedOn, dueOn }; // prettier-ignore
  });
  const payments = Array.from({ length: PAYMENTS }, (_, index): LedgerEntry => {
    const valueDate = addDays(FIRST_DUE, 360 + 54 * index);
    return { type: "payment", factKey: `tr_${index}:paid`, valueDate, sequence: index + 1, amount: asCents(20_011n), via: "provider", designation: [] }; // prettier-ignore
  });
  return {
    terms: {
      kind: "consumer",
      interest: { type: "statutory" },
      collectionCosts: { type: "statutory", noticeDeliveredOn: addMonths(FIRST_DUE, 11) },
      canDeductVat: true,
      waiveCostsIfRemainderBelow: ZERO,
      interestFrozen: [],
      costsHeld: [],
    },
    entries: [...invoices, ...payments],
    asOf: AS_OF,
    rates: INTEREST_RATES,
  };
}

function plainLoop(lines: readonly InterestLine[]): bigint {
  let total = 0n;
  for (const { base, rate, days, yearDays } of lines) {
    const denominator = rate.denominator * BigInt(yearDays);
    total += (base * rate.numerator * BigInt(days) * 2n + denominator) / (denominator * 2n);
  }
  return total;
}

function timesPerSecond(work: () => unknown, seconds: number): number {
  const started = performance.now();
  let times = 0;
  let elapsed = 0;
  while (elapsed < seconds * 1_000) {
    for (let turn = 0; turn < 10; turn += 1) work();
    times += 10;
    elapsed = performance.now() - started;
  }
  return (times * 1_000) / elapsed;
}
