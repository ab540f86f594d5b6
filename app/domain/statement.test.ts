import { expect, test } from "vitest";
import { addDays, day } from "./calendar.ts";
import type { ClaimTerms } from "./claim-terms.ts";
import { INTEREST_RATES } from "./law/interest-rates.ts";
import type { LedgerEntry } from "./ledger.ts";
import { asCents, parseDecimal, toDecimal } from "./money.ts";
import { percent } from "./rate.ts";
import { statementJson } from "./statement-json.ts";
import { type Statement, statementAsOf, statementWithNextDay } from "./statement.ts";

const CONSUMER: ClaimTerms = {
  kind: "consumer",
  interest: { type: "statutory" },
  collectionCosts: { type: "statutory", noticeDeliveredOn: day("2026-06-20") },
  canDeductVat: true,
  waiveCostsIfRemainderBelow: asCents(500n),
  interestFrozen: [],
  costsHeld: [],
};

const COMMERCIAL: ClaimTerms = {
  ...CONSUMER,
  kind: "commercial",
  collectionCosts: { type: "statutory", noticeDeliveredOn: null },
};

function euro(text: string) {
  const parsed = parseDecimal(text);
  if (!parsed.ok) throw new RangeError(text);
  return parsed.value;
}

function invoice(id: string, amount: string, dueOn: string): LedgerEntry {
  const issuedOn = addDays(day(dueOn), -30);
  const common = { valueDate: issuedOn, sequence: 0, amount: euro(amount) };
  return { type: "principal", factKey: `${id}:charged`, invoiceId: id, issuedOn, dueOn: day(dueOn), ...common };
}

function payment(id: string, amount: string, on: string, designation: string[] = []): LedgerEntry {
  const common = { valueDate: day(on), sequence: 0, amount: euro(amount) };
  return { type: "payment", factKey: id, via: "provider", designation, ...common };
}

function back(
  type: "refund" | "refund_failed" | "chargeback" | "chargeback_reversed",
  { id, of, amount, on }: { id: string; of: string; amount: string; on: string },
): LedgerEntry {
  return { type, factKey: id, undoes: of, valueDate: day(on), sequence: 0, amount: euro(amount) };
}

function creditNote(amount: string, on: string, invoiceId: string | null = null): LedgerEntry {
  return { type: "credit", factKey: `crn_${on}`, invoiceId, valueDate: day(on), sequence: 0, amount: euro(amount) };
}

function state(entries: LedgerEntry[], asOf: string, terms: ClaimTerms = CONSUMER): Statement {
  return statementAsOf({ terms, entries, asOf: day(asOf), rates: INTEREST_RATES });
}

function opens({ principal, interest, costs, vat, open, credit }: Statement) {
  const parts = [principal.open, interest.open, costs.open, vat.open, open, credit];
  return parts.map(toDecimal).join(" ");
}

const nursery = invoice("inv_1", "120.00", "2026-05-30");

test("the statement of the API's own example", () => {
  expect(statementJson("clm_1", state([nursery], "2026-11-22"))).toEqual({
    claim: "clm_1",
    asOf: "2026-11-22",
    principal: { total: "120.00", credited: "0.00", paid: "0.00", open: "120.00" },
    interest: {
      total: "2.31",
      paid: "0.00",
      open: "2.31",
      lines: [
        {
          invoice: "inv_1",
          from: "2026-05-31",
          to: "2026-11-22",
          days: 176,
          ratePercent: "4.00",
          base: "120.00",
          amount: "2.31",
        },
      ],
    },
    costs: { total: "40.00", paid: "0.00", open: "40.00", state: "due", dueFrom: "2026-07-06" },
    vat: { ratePercent: "21.00", total: "0.00", paid: "0.00", open: "0.00" },
    entries: [],
    open: "162.31",
    credit: "0.00",
  });
});

test.each([
  ["2026-04-29", "none of it exists before the day of issue", "0.00 0.00 0.00 0.00 0.00 0.00", "no_notice", null],
  ["2026-05-30", "no interest on the last day for payment", "120.00 0.00 0.00 0.00 120.00 0.00", "no_notice", null],
  ["2026-05-31", "interest from the day after", "120.00 0.01 0.00 0.00 120.01 0.00", "no_notice", null],
  ["2026-06-19", "the day before the notice", "120.00 0.26 0.00 0.00 120.26 0.00", "no_notice", null],
  ["2026-06-20", "the notice", "120.00 0.28 0.00 0.00 120.28 0.00", "notice_running", "2026-07-06"],
  ["2026-07-05", "the last day without costs", "120.00 0.47 0.00 0.00 120.47 0.00", "notice_running", "2026-07-06"],
  ["2026-07-06", "the first day with costs", "120.00 0.49 40.00 0.00 160.49 0.00", "due", "2026-07-06"],
])("consumer on %s: %s", (asOf, _why, amounts, costsState, dueFrom) => {
  const statement = state([nursery], asOf);
  expect(opens(statement)).toBe(amounts);
  expect([statement.costs.state, statement.costs.dueFrom]).toEqual([costsState, dueFrom]);
});

test.each([
  ["paid in time", "120.28", "2026-06-20", "none", "0.00 0.00 0.00 0.00 0.00 0.00"],
  ["paid on the last day of grace", "120.47", "2026-07-05", "none", "0.00 0.00 0.00 0.00 0.00 0.00"],
  ["the invoice amount alone", "120.00", "2026-06-20", "waived", "0.28 0.00 0.00 0.00 0.28 0.00"],
  ["a remainder of 4.99 with its interest", "115.30", "2026-06-20", "waived", "4.98 0.01 0.00 0.00 4.99 0.00"],
  ["a remainder of 5.00 with its interest", "115.29", "2026-06-20", "due", "4.99 0.01 40.00 0.00 45.00 0.00"],
  ["paid on the day of the costs", "120.49", "2026-07-06", "due", "40.00 0.00 0.00 0.00 40.00 0.00"],
])("a payment within the term of the notice: %s", (_case, amount, on, costsState, amounts) => {
  const statement = state([nursery, payment("tr_1", amount, on)], "2026-07-06");
  expect([statement.costs.state, opens(statement)]).toEqual([costsState, amounts]);
});

test("a small invoice of which nothing was paid is no remainder", () => {
  expect(opens(state([invoice("inv_1", "4.50", "2026-05-30")], "2026-07-06"))).toBe("4.50 0.02 40.00 0.00 44.52 0.00");
});

test("without a notice a consumer owes no costs", () => {
  const statement = state([nursery], "2026-11-22", {
    ...CONSUMER,
    collectionCosts: { type: "statutory", noticeDeliveredOn: null },
  });
  expect([statement.costs.state, statement.costs.dueFrom, toDecimal(statement.open)]).toEqual([
    "no_notice",
    null,
    "122.31",
  ]);
});

test("a notice counts only for invoices that were late when it came", () => {
  const later = invoice("inv_2", "500.00", "2026-06-20");
  const statement = state([nursery, later], "2026-07-06");
  expect([statement.costs.base, statement.costs.total]).toEqual([12000n, 4000n]);
  expect(state([later], "2026-07-06").costs).toMatchObject({ state: "no_notice", total: 0n, dueFrom: null });
});

test("VAT comes on the costs of a creditor who cannot deduct it, and is paid after them", () => {
  const terms = { ...CONSUMER, canDeductVat: false };
  const statement = state([nursery, payment("tr_1", "45.00", "2026-07-06")], "2026-07-06", terms);
  expect(opens(statement)).toBe("120.00 0.49 0.00 3.40 123.89 0.00");
  expect(statement.entries[0]?.allocation).toEqual({
    costs: 4000n,
    vat: 500n,
    interest: 0n,
    principal: 0n,
    credit: 0n,
  });
});

test("fixed costs of a consumer never exceed the tariff over what was open when they fell due", () => {
  const terms: ClaimTerms = {
    ...CONSUMER,
    collectionCosts: { type: "fixed", amount: asCents(7500n), noticeDeliveredOn: day("2026-06-20") },
  };
  const entries = [invoice("inv_1", "500.00", "2026-05-30")];
  expect(state(entries, "2026-07-06", terms).costs.total).toBe(7500n);
  expect(state([...entries, payment("tr_1", "201.15", "2026-06-20")], "2026-07-06", terms).costs).toMatchObject({
    base: 30000n,
    total: 4500n,
    tariff: 4500n,
  });
});

test("a business owes costs from the day after the term of each invoice, added up", () => {
  const entries = [invoice("inv_1", "1250.00", "2026-03-31"), invoice("inv_2", "900.50", "2026-06-30")];
  const costsOn = (asOf: string) => {
    const { state: costsState, dueFrom, total } = state(entries, asOf, COMMERCIAL).costs;
    return [costsState, dueFrom, total];
  };
  expect(costsOn("2026-03-31")).toEqual(["none", "2026-04-01", 0n]);
  expect(costsOn("2026-04-01")).toEqual(["due", "2026-04-01", 18750n]);
  expect(costsOn("2026-06-30")).toEqual(["due", "2026-04-01", 18750n]);
  expect(costsOn("2026-07-01")).toEqual(["due", "2026-04-01", 32258n]);
});

test("a business that paid in time owes no costs", () => {
  const entries = [invoice("inv_1", "1250.00", "2026-03-31"), payment("tr_1", "1250.00", "2026-03-31")];
  const statement = state(entries, "2026-11-22", COMMERCIAL);
  expect([statement.costs.state, opens(statement)]).toEqual(["none", "0.00 0.00 0.00 0.00 0.00 0.00"]);
});

test("fixed costs agreed with a business are asked once, as agreed", () => {
  const terms: ClaimTerms = {
    ...COMMERCIAL,
    collectionCosts: { type: "fixed", amount: asCents(99_00n), noticeDeliveredOn: null },
  };
  const entries = [invoice("inv_1", "100.00", "2026-03-31"), invoice("inv_2", "100.00", "2026-04-30")];
  expect(state(entries, "2026-11-22", terms).costs).toMatchObject({
    total: 9900n,
    base: 20000n,
    dueFrom: "2026-04-01",
  });
});

test("the order of the law: costs, oldest interest, oldest principal", () => {
  const entries = [invoice("inv_2", "300.00", "2026-05-31"), invoice("inv_1", "200.00", "2026-03-31")];
  const statement = state([...entries, payment("tr_1", "100.00", "2026-11-22")], "2026-11-22");
  expect(statement.entries[0]?.allocation).toEqual({
    costs: 7500n,
    vat: 0n,
    interest: 1092n,
    principal: 1408n,
    credit: 0n,
  });
  expect(statement.invoices.map(({ invoiceId, paid, open }) => [invoiceId, paid, open])).toEqual([
    ["inv_1", 1408n, 18592n],
    ["inv_2", 0n, 30000n],
  ]);
});

test("the debtor's choice of invoice: its interest and principal before those of others", () => {
  const entries = [invoice("inv_1", "200.00", "2026-03-31"), invoice("inv_2", "300.00", "2026-05-31")];
  const paid = payment("tr_1", "380.75", "2026-11-22", ["inv_2"]);
  const statement = state([...entries, paid], "2026-11-22");
  expect(statement.invoices.map(({ invoiceId, open, interestOpen }) => [invoiceId, open, interestOpen])).toEqual([
    ["inv_1", 20000n, 517n],
    ["inv_2", 0n, 0n],
  ]);
});

test("invoices with the same term are paid in proportion", () => {
  const entries = [invoice("inv_1", "100.00", "2026-05-30"), invoice("inv_2", "200.00", "2026-05-30")];
  const statement = state([...entries, payment("tr_1", "50.00", "2026-05-30")], "2026-05-30");
  expect(statement.invoices.map(({ paid }) => paid)).toEqual([1667n, 3333n]);
});

test("what is overpaid is the debtor's, and is set against a later invoice", () => {
  const entries = [nursery, payment("tr_1", "150.00", "2026-05-30")];
  expect(opens(state(entries, "2026-05-30"))).toBe("0.00 0.00 0.00 0.00 0.00 30.00");
  const further = [...entries, invoice("inv_2", "50.00", "2026-08-31")];
  const statement = state(further, "2026-08-01");
  expect(opens(statement)).toBe("20.00 0.00 0.00 0.00 20.00 0.00");
  expect(statement.entries[0]?.allocation).toEqual({ costs: 0n, vat: 0n, interest: 0n, principal: 15000n, credit: 0n });
});

test("a chargeback counts as if the money had never come, from its own day", () => {
  const entries = [nursery, payment("tr_1", "120.28", "2026-06-20")];
  const chargeback = back("chargeback", { id: "chb_1", of: "tr_1", amount: "120.28", on: "2026-08-10" });
  const reversed = back("chargeback_reversed", {
    id: "chb_1:reversed",
    of: "chb_1",
    amount: "120.28",
    on: "2026-09-01",
  });
  const all = [...entries, chargeback, reversed];
  expect(opens(state(all, "2026-08-09"))).toBe("0.00 0.00 0.00 0.00 0.00 0.00");
  expect(opens(state(all, "2026-08-10"))).toBe(opens(state([nursery], "2026-08-10")));
  expect(opens(state(all, "2026-09-01"))).toBe("0.00 0.00 0.00 0.00 0.00 0.00");
  const allocations = state(all, "2026-09-01").entries.map(({ type, allocation }) => [
    type,
    allocation.interest,
    allocation.principal,
  ]);
  expect(allocations).toEqual([
    ["payment", 28n, 12000n],
    ["chargeback", -28n, -12000n],
    ["chargeback_reversed", 28n, 12000n],
  ]);
});

test("a partial refund takes back the last cents of the payment", () => {
  const entries = [
    nursery,
    payment("tr_1", "170.49", "2026-07-06"),
    back("refund", { id: "re_1", of: "tr_1", amount: "20.00", on: "2026-07-08" }),
  ];
  const statement = state(entries, "2026-07-08");
  expect(opens(statement)).toBe("10.00 0.00 0.00 0.00 10.00 0.00");
  expect(statement.entries.map(({ allocation }) => allocation)).toEqual([
    { costs: 4000n, vat: 0n, interest: 49n, principal: 12000n, credit: 1000n },
    { costs: 0n, vat: 0n, interest: 0n, principal: -1000n, credit: -1000n },
  ]);
  const failed = back("refund_failed", { id: "re_1:failed", of: "re_1", amount: "20.00", on: "2026-07-09" });
  expect(opens(state([...entries, failed], "2026-07-09"))).toBe("0.00 0.00 0.00 0.00 0.00 10.00");
});

test("what was overpaid goes back without making the debtor late, whichever payment it goes back on", () => {
  const twice = [
    nursery,
    payment("tr_1", "120.00", "2026-05-30"),
    payment("tr_2", "120.00", "2026-08-10"),
    back("refund", { id: "re_1", of: "tr_1", amount: "120.00", on: "2026-09-01" }),
  ];
  expect(opens(state(twice, "2026-08-31"))).toBe("0.00 0.00 0.00 0.00 0.00 120.00");
  const statement = state(twice, "2026-09-01");
  expect(opens(statement)).toBe("0.00 0.00 0.00 0.00 0.00 0.00");
  expect([statement.interest.total, statement.costs.total]).toEqual([0n, 0n]);
  expect(statement.entries.map(({ allocation }) => [allocation.principal, allocation.credit])).toEqual([
    [12000n, 0n],
    [0n, 12000n],
    [0n, -12000n],
  ]);
  const credited = [
    nursery,
    payment("tr_1", "120.00", "2026-05-30"),
    creditNote("20.00", "2026-08-15"),
    back("refund", { id: "re_1", of: "tr_1", amount: "20.00", on: "2026-09-01" }),
  ];
  expect(opens(state(credited, "2026-09-01"))).toBe("0.00 0.00 0.00 0.00 0.00 0.00");
});

test("a refund of more than what was overpaid counts whole as if that money had never come", () => {
  const entries = [
    nursery,
    payment("tr_1", "120.00", "2026-05-30"),
    creditNote("20.00", "2026-06-02"),
    back("refund", { id: "re_1", of: "tr_1", amount: "30.00", on: "2026-06-03" }),
  ];
  const kept = [nursery, payment("tr_1", "90.00", "2026-05-30"), creditNote("20.00", "2026-06-02")];
  expect(opens(state(entries, "2026-06-03"))).toBe(opens(state(kept, "2026-06-03")));
});

test("credit that was paid back is gone when the payment that made it is charged back", () => {
  const entries = [
    nursery,
    payment("tr_1", "150.00", "2026-05-30"),
    back("refund", { id: "re_1", of: "tr_1", amount: "30.00", on: "2026-06-01" }),
    back("chargeback", { id: "chb_1", of: "tr_1", amount: "120.00", on: "2026-06-10" }),
  ];
  expect(opens(state(entries, "2026-06-09"))).toBe("0.00 0.00 0.00 0.00 0.00 0.00");
  expect(opens(state(entries, "2026-06-10"))).toBe(opens(state([nursery], "2026-06-10")));
});

test("credit is used up by a later chargeback of another payment", () => {
  const entries = [
    nursery,
    payment("tr_1", "120.00", "2026-05-29"),
    payment("tr_2", "120.00", "2026-05-30"),
    back("chargeback", { id: "chb_1", of: "tr_1", amount: "120.00", on: "2026-06-30" }),
  ];
  expect(opens(state(entries, "2026-06-29"))).toBe("0.00 0.00 0.00 0.00 0.00 120.00");
  expect(opens(state(entries, "2026-06-30"))).toBe("0.00 0.00 0.00 0.00 0.00 0.00");
});

test("what goes back beyond the payment stays outside the claim", () => {
  const entries = [
    nursery,
    payment("tr_1", "50.00", "2026-05-30"),
    back("refund", { id: "re_1", of: "tr_1", amount: "50.00", on: "2026-06-01" }),
    back("chargeback", { id: "chb_1", of: "tr_1", amount: "50.00", on: "2026-06-02" }),
  ];
  expect(opens(state(entries, "2026-06-02"))).toBe(opens(state([nursery], "2026-06-02")));
});

test("a credit note lowers its invoice, then what else is open, then becomes credit", () => {
  const entries = [nursery, invoice("inv_2", "30.00", "2026-05-30")];
  const small = state([...entries, creditNote("20.00", "2026-05-30", "inv_1")], "2026-05-31");
  expect(small.principal).toEqual({ total: 15000n, credited: 2000n, paid: 0n, open: 13000n });
  const large = state([...entries, creditNote("200.00", "2026-07-06", "inv_1")], "2026-07-06");
  expect(opens(large)).toBe("0.00 0.00 0.00 0.00 0.00 9.39");
  expect(large.entries[0]?.allocation).toEqual({
    costs: 4000n,
    vat: 0n,
    interest: 61n,
    principal: 15000n,
    credit: 939n,
  });
  expect([large.costs.waived, large.interest.waived, large.principal.credited]).toEqual([4000n, 61n, 15000n]);
});

test("a credit note within the term of the notice lowers the costs", () => {
  const entries = [invoice("inv_1", "500.00", "2026-05-30"), creditNote("200.00", "2026-06-25")];
  expect(state(entries, "2026-07-06").costs.total).toBe(4500n);
});

test("costs given up take their VAT with them, also when given up in advance", () => {
  const terms = { ...CONSUMER, canDeductVat: false };
  const common = { sequence: 0, factKey: "waiver" };
  const all: LedgerEntry = { type: "costs_waived", valueDate: day("2026-06-01"), amount: euro("48.40"), ...common };
  const half: LedgerEntry = { type: "costs_waived", valueDate: day("2026-08-01"), amount: euro("24.20"), ...common };
  expect(opens(state([nursery, all], "2026-07-06", terms))).toBe("120.00 0.49 0.00 0.00 120.49 0.00");
  expect(state([nursery, all], "2026-07-06", terms).costs.state).toBe("waived");
  expect(opens(state([nursery, half], "2026-08-01", terms))).toBe("120.00 0.83 20.00 4.20 145.03 0.00");
});

test("interest given up no longer bears interest", () => {
  const entries = [invoice("inv_1", "1000.00", "2024-12-31")];
  const waiver: LedgerEntry = {
    type: "interest_waived",
    factKey: "waiver",
    valueDate: day("2025-12-31"),
    sequence: 0,
    amount: euro("60.00"),
  };
  const statement = state([...entries, waiver], "2026-01-01");
  expect([statement.interest.total, statement.interest.waived, statement.interest.open]).toEqual([6011n, 6000n, 11n]);
});

test("frozen days bear no interest", () => {
  const frozen = { ...CONSUMER, interestFrozen: [{ from: day("2026-07-01"), to: day("2026-07-31") }] };
  expect(
    state([nursery], "2026-08-01", frozen).interest.lines.map(({ from, to, amount }) => [from, to, amount]),
  ).toEqual([
    ["2026-05-31", "2026-06-30", 41n],
    ["2026-08-01", "2026-08-01", 1n],
  ]);
  const onwards = { ...CONSUMER, interestFrozen: [{ from: day("2026-05-31"), to: null }] };
  expect(state([nursery], "2026-11-22", onwards).interest.total).toBe(0n);
});

test("a contractual rate runs instead of the statutory one, or no interest at all", () => {
  const contractual: ClaimTerms = { ...CONSUMER, interest: { type: "contractual", rate: percent("10") } };
  expect(state([nursery], "2026-11-22", contractual).interest.total).toBe(579n);
  expect(state([nursery], "2026-11-22", { ...CONSUMER, interest: { type: "none" } }).interest.total).toBe(0n);
});

test("what the next day adds", () => {
  const input = { terms: CONSUMER, entries: [nursery], asOf: day("2026-11-22"), rates: INTEREST_RATES };
  expect(statementWithNextDay(input)).toEqual({ statement: statementAsOf(input), interestOfNextDay: 2n });
  expect(statementWithNextDay({ ...input, asOf: day("2026-05-29") }).interestOfNextDay).toBe(0n);
});
