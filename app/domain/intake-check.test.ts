import { expect, test } from "vitest";
import { day } from "./calendar.ts";
import { checkIntake, type ClaimIntake, INTAKE_PROBLEMS, INTAKE_WARNINGS } from "./intake-check.ts";
import { INTEREST_RATES } from "./law/interest-rates.ts";
import { asCents } from "./money.ts";
import { percent } from "./rate.ts";

const TODAY = day("2026-11-22");

const nursery = { number: "F-1", issuedOn: day("2026-04-30"), dueOn: day("2026-05-30"), amount: asCents(12_000n) };

const claim: ClaimIntake = {
  kind: "consumer",
  invoices: [nursery],
  interest: { type: "statutory" },
  collectionCosts: { type: "statutory", noticeDeliveredOn: day("2026-06-20") },
  canDeductVat: true,
};

function fixed(amount: bigint, noticeDeliveredOn: string | null = "2026-06-20"): Partial<ClaimIntake> {
  const notice = noticeDeliveredOn === null ? null : day(noticeDeliveredOn);
  return { collectionCosts: { type: "fixed", amount: asCents(amount), noticeDeliveredOn: notice } };
}

function found(change: Partial<ClaimIntake>) {
  const { problems, warnings } = checkIntake({ ...claim, ...change }, { today: TODAY, rates: INTEREST_RATES });
  const written = ({ path, code, allowed }: (typeof problems)[number] | (typeof warnings)[number]) =>
    `${path.join(".")} ${code}${allowed === null ? "" : ` ${allowed}`}`;
  return { problems: problems.map(written), warnings: warnings.map(written) };
}

const costsAt = "collectionCosts.amount";
const noticeAt = "collectionCosts.noticeDeliveredOn";

const REFUSED: [what: string, change: Partial<ClaimIntake>, problems: string[]][] = [
  ["no invoices", { invoices: [] }, ["invoices invoices_missing"]],
  [
    "an amount of nothing",
    { invoices: [{ ...nursery, amount: asCents(0n) }] },
    ["invoices.0.amount amount_not_positive"],
  ],
  [
    "an amount below nothing",
    { invoices: [{ ...nursery, amount: asCents(-1n) }] },
    ["invoices.0.amount amount_not_positive"],
  ],
  [
    "an absurd amount",
    { invoices: [{ ...nursery, amount: asCents(100_000_000_000n) }] },
    ["invoices.0.amount amount_too_large 99999999999"],
  ],
  [
    "an absurd total",
    { invoices: [nursery, { ...nursery, number: "F-2", amount: asCents(99_999_999_999n) }] },
    ["invoices amount_too_large 99999999999"],
  ],
  [
    "due before issued",
    { invoices: [{ ...nursery, dueOn: day("2026-04-29") }] },
    ["invoices.0.dueOn due_before_issued"],
  ],
  [
    "the same number twice",
    { invoices: [nursery, { ...nursery, number: " F-1" }] },
    ["invoices.1.number duplicate_invoice_number"],
  ],
  ["a cent too much", fixed(4001n), [`${costsAt} costs_exceed_legal_maximum 4000`]],
  [
    "VAT that may not be asked",
    fixed(4840n),
    [`${costsAt} costs_exceed_legal_maximum 4000`, `${costsAt} vat_not_allowed 0`],
  ],
  [
    "VAT that comes on top by itself",
    { ...fixed(4840n), canDeductVat: false },
    [`${costsAt} costs_exceed_legal_maximum 4000`],
  ],
  ["costs without a notice", fixed(4000n, null), [`${noticeAt} costs_before_notice_term 0`]],
  ["a notice to come", fixed(4000n, "2026-11-23"), [`${noticeAt} costs_before_notice_term 0`]],
  ["a notice before the default", fixed(4000n, "2026-05-30"), [`${noticeAt} costs_before_notice_term 0`]],
  [
    "too much and without a notice",
    fixed(5000n, null),
    [`${costsAt} costs_exceed_legal_maximum 4000`, `${noticeAt} costs_before_notice_term 0`],
  ],
  [
    "the tariff over each invoice apart",
    {
      ...fixed(8500n),
      invoices: [
        { ...nursery, amount: asCents(20_000n) },
        { ...nursery, number: "F-2", amount: asCents(30_000n) },
      ],
    },
    [`${costsAt} costs_exceed_legal_maximum 7500`],
  ],
  [
    "costs over an invoice that was not late when the notice came",
    {
      ...fixed(7500n),
      invoices: [
        { ...nursery, amount: asCents(20_000n) },
        { ...nursery, number: "F-2", dueOn: day("2026-06-20"), amount: asCents(30_000n) },
      ],
    },
    [`${costsAt} costs_exceed_legal_maximum 4000`],
  ],
  ["costs below nothing", fixed(-1n), [`${costsAt} costs_negative 0`]],
  [
    "absurd costs of a business",
    { ...fixed(100_000_000_000n, null), kind: "commercial" },
    [`${costsAt} amount_too_large 99999999999`],
  ],
];

test.each(REFUSED)("refused: %s", (_case, change, problems) => {
  expect(found(change).problems).toEqual(problems);
});

const NOT_REFUSED: [what: string, change: Partial<ClaimIntake>, warnings: string[]][] = [
  ["the claim of the example", {}, []],
  ["costs at the maximum", fixed(4000n), []],
  ["costs below the minimum", fixed(100n), []],
  ["no costs at all, without a notice", fixed(0n, null), []],
  [
    "a notice delivered today, on the first day it could be",
    fixed(4000n, "2026-11-22"),
    [`${noticeAt} notice_running`],
  ],
  ["a notice on the day after the term", fixed(4000n, "2026-05-31"), []],
  ["issued and due on one day", { invoices: [{ ...nursery, dueOn: nursery.issuedOn }] }, []],
  ["a cent", { invoices: [{ ...nursery, amount: asCents(1n) }] }, []],
  ["the largest amount", { invoices: [{ ...nursery, amount: asCents(99_999_999_999n) }] }, []],
  ["the same number in another case", { invoices: [nursery, { ...nursery, number: "f-1" }] }, []],
  ["agreed costs of a business", { ...fixed(4000n, null), kind: "commercial" }, []],
  [
    "higher agreed costs of a business",
    { ...fixed(4001n, null), kind: "commercial" },
    [`${costsAt} costs_above_tariff 4000`],
  ],
  [
    "no notice yet",
    { collectionCosts: { type: "statutory", noticeDeliveredOn: null } },
    [`${noticeAt} notice_missing`],
  ],
  [
    "a letter that is on its way",
    { collectionCosts: { type: "statutory", noticeDeliveredOn: day("2026-11-24") } },
    [`${noticeAt} notice_not_delivered_yet`],
  ],
  [
    "the last day before costs",
    { collectionCosts: { type: "statutory", noticeDeliveredOn: day("2026-11-07") } },
    [`${noticeAt} notice_running`],
  ],
  ["the first day with costs", { collectionCosts: { type: "statutory", noticeDeliveredOn: day("2026-11-06") } }, []],
  [
    "a notice that was too early",
    { collectionCosts: { type: "statutory", noticeDeliveredOn: day("2026-05-30") } },
    [`${noticeAt} notice_before_due`],
  ],
  ["no costs asked", { collectionCosts: { type: "none" } }, []],
  [
    "a business needs no notice",
    { kind: "commercial", collectionCosts: { type: "statutory", noticeDeliveredOn: null } },
    [],
  ],
  [
    "not due yet, issued tomorrow",
    {
      invoices: [{ ...nursery, issuedOn: day("2026-11-23"), dueOn: day("2026-12-23") }],
      collectionCosts: { type: "none" },
    },
    ["invoices.0.issuedOn issued_in_future", "invoices.0.dueOn not_due_yet"],
  ],
  [
    "two years old",
    { invoices: [{ ...nursery, issuedOn: day("2024-10-22"), dueOn: day("2024-11-21") }] },
    ["invoices.0.dueOn limitation_passed_if_sale"],
  ],
  ["two years old tomorrow", { invoices: [{ ...nursery, issuedOn: day("2024-10-22"), dueOn: day("2024-11-22") }] }, []],
  [
    "two years old, of a business",
    { kind: "commercial", invoices: [{ ...nursery, issuedOn: day("2024-10-22"), dueOn: day("2024-11-21") }] },
    [],
  ],
  [
    "five years old",
    { invoices: [{ ...nursery, issuedOn: day("2021-10-22"), dueOn: day("2021-11-21") }] },
    ["invoices.0.dueOn limitation_passed"],
  ],
  [
    "older than the known rates",
    { invoices: [{ ...nursery, issuedOn: day("2009-05-30"), dueOn: day("2009-06-29") }] },
    ["invoices.0.dueOn limitation_passed", "invoices.0.dueOn interest_rate_unknown"],
  ],
  [
    "a contractual rate needs no table",
    {
      interest: { type: "contractual", rate: percent("8") },
      invoices: [{ ...nursery, issuedOn: day("2009-05-30"), dueOn: day("2009-06-29") }],
    },
    ["invoices.0.dueOn limitation_passed"],
  ],
];

test.each(NOT_REFUSED)("not refused: %s", (_case, change, warnings) => {
  expect(found(change)).toEqual({ problems: [], warnings });
});

test("each code of a refusal and of a warning has its case", () => {
  const codes = (table: typeof REFUSED) =>
    new Set(table.flatMap(([, , found]) => found.map((line) => line.split(" ")[1])));
  expect(codes(REFUSED)).toEqual(new Set(INTAKE_PROBLEMS));
  // What is known of its debtor, a claim does not say by itself.
  const ofTheDebtor = ["debtor_differs", "noticed_together"];
  expect(codes(NOT_REFUSED)).toEqual(new Set(INTAKE_WARNINGS.filter((code) => !ofTheDebtor.includes(code))));
});
