import { expect, test } from "vitest";
import { day, type LocalDate } from "./calendar.ts";
import type { ClaimTerms } from "./claim-terms.ts";
import type { LedgerEntry } from "./ledger.ts";
import { asCents, toDecimal } from "./money.ts";
import { INTEREST_RATES } from "./law/interest-rates.ts";
import { percent } from "./rate.ts";
import { shareOverClaims } from "./share-over-claims.ts";
import { statementAsOf } from "./statement.ts";

const TODAY = day("2026-11-22");
const ISSUED_ON = day("2026-05-01");

const WITHOUT_INTEREST: ClaimTerms = {
  kind: "consumer",
  interest: { type: "none" },
  collectionCosts: { type: "none" },
  canDeductVat: true,
  waiveCostsIfRemainderBelow: asCents(0n),
  interestFrozen: [],
  costsHeld: [],
};
const TEN_PERCENT: ClaimTerms = { ...WITHOUT_INTEREST, interest: { type: "contractual", rate: percent("10") } };

function claim(id: string, owed: { cents: bigint; dueOn: LocalDate; terms?: ClaimTerms }) {
  const { cents, dueOn, terms = WITHOUT_INTEREST } = owed;
  const charge: LedgerEntry = {
    type: "principal",
    factKey: `inv_${id}:charged`,
    valueDate: ISSUED_ON,
    sequence: 0,
    invoiceId: `inv_${id}`,
    issuedOn: ISSUED_ON,
    dueOn,
    amount: asCents(cents),
  };
  return { id, statement: statementAsOf({ terms, entries: [charge], rates: INTEREST_RATES, asOf: TODAY }) };
}

function shared(claims: Parameters<typeof shareOverClaims>[0], cents: bigint) {
  return shareOverClaims(claims, asCents(cents)).map(({ claimId, amount }) => [claimId, toDecimal(amount)]);
}

const older = claim("older", { cents: 80_00n, dueOn: day("2026-05-30") });
const newer = claim("newer", { cents: 100_00n, dueOn: day("2026-06-30") });

test("of equals the oldest goes first, whatever the order of the list, up to what is open on it", () => {
  expect(shared([newer, older], 120_00n)).toEqual([["newer", "40.00"], ["older", "80.00"]]); // prettier-ignore
  expect(shared([older, newer], 60_00n)).toEqual([["older", "60.00"]]);
  expect(shared([older, newer], 500_00n)).toEqual([["older", "80.00"], ["newer", "100.00"]]); // prettier-ignore
});

test("what bears interest goes before what is older and bears none", () => {
  const onerous = claim("onerous", { cents: 50_00n, dueOn: day("2026-10-31"), terms: TEN_PERCENT });
  expect(shared([older, onerous], 50_00n)).toEqual([["onerous", "50.00"]]);
});

test("what is not due yet comes last", () => {
  const later = claim("later", { cents: 50_00n, dueOn: day("2026-12-31"), terms: TEN_PERCENT });
  expect(shared([later, older], 90_00n)).toEqual([["later", "10.00"], ["older", "80.00"]]); // prettier-ignore
});

test("equals share in proportion, without losing a cent", () => {
  const twin = claim("twin", { cents: 160_00n, dueOn: day("2026-05-30") });
  expect(shared([older, twin], 10_00n)).toEqual([["older", "3.33"], ["twin", "6.67"]]); // prettier-ignore
});

test("nothing is shared over nothing", () => {
  expect(shared([], 10_00n)).toEqual([]);
  expect(shared([older], 0n)).toEqual([]);
});
