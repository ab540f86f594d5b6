import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { day } from "#app/domain/calendar.ts";
import type { ClaimTerms } from "#app/domain/claim-terms.ts";
import { INTEREST_RATES } from "#app/domain/law/interest-rates.ts";
import type { LedgerEntry } from "#app/domain/ledger.ts";
import { asCents } from "#app/domain/money.ts";
import { statementJson } from "#app/domain/statement-json.ts";
import { statementAsOf } from "#app/domain/statement.ts";

const PAGE = readFileSync(new URL("../../docs/integrators/statement.md", import.meta.url), "utf8");

const terms: ClaimTerms = {
  kind: "consumer",
  interest: { type: "statutory" },
  collectionCosts: { type: "statutory", noticeDeliveredOn: day("2026-01-08") },
  canDeductVat: false,
  waiveCostsIfRemainderBelow: asCents(500n),
  interestFrozen: [],
  costsHeld: [],
};

const entries: readonly LedgerEntry[] = [
  { type: "principal", factKey: "inv_1:charged", sequence: 1, invoiceId: "inv_1", amount: asCents(300_00n), issuedOn: day("2025-10-31"), valueDate: day("2025-10-31"), dueOn: day("2025-11-14") }, // prettier-ignore
  { type: "principal", factKey: "inv_2:charged", sequence: 2, invoiceId: "inv_2", amount: asCents(200_00n), issuedOn: day("2025-11-30"), valueDate: day("2025-11-30"), dueOn: day("2025-12-14") }, // prettier-ignore
  { type: "payment", factKey: "pay_1:received", sequence: 3, amount: asCents(150_00n), valueDate: day("2026-03-31"), via: "bank", designation: [] }, // prettier-ignore
];

const statement = statementJson("clm_1", statementAsOf({ terms, entries, asOf: day("2026-05-15"), rates: INTEREST_RATES })); // prettier-ignore

test("the example of a statement is what the code answers", () => {
  const example = /```json\n([\s\S]*?)```/.exec(PAGE)?.[1] ?? "";
  expect(JSON.parse(example)).toEqual(statement);
});

test("the sums of the example can be done again by hand", () => {
  const worked = [...PAGE.matchAll(/\|\s+([\d.]+) × (\d+) % × (\d+) ÷ 365\s+\|\s+([\d.]+) \|/g)].map(
    ([, base = "", percent = "", days = "", amount = ""]) => ({ base, percent, days, amount }),
  );
  expect(worked).toEqual(
    statement.interest.lines.map((line) => ({
      base: line.base,
      percent: line.ratePercent.replace(".00", ""),
      days: String(line.days),
      amount: line.amount,
    })),
  );
});
