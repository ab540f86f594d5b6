import fc from "fast-check";
import { expect, test } from "vitest";
import { day } from "../calendar.ts";
import type { ClaimTerms } from "../claim-terms.ts";
import { INTEREST_RATES } from "../law/interest-rates.ts";
import type { LedgerEntry, PrincipalEntry } from "../ledger.ts";
import { asCents, type Cents, plus } from "../money.ts";
import { type Statement, statementAsOf } from "../statement.ts";
import { creditEntries, divideReduction, waiverEntries } from "./reduction.ts";
import { disputedAtDecision, type DisputeScope, disputedOf, sharesNow, totalDisputed } from "./scope.ts";

const TERMS: ClaimTerms = {
  kind: "consumer",
  interest: { type: "statutory" },
  collectionCosts: { type: "statutory", noticeDeliveredOn: day("2026-08-03") },
  canDeductVat: false,
  waiveCostsIfRemainderBelow: asCents(500n),
  interestFrozen: [],
  costsHeld: [],
};

const invoice = (id: string, amount: bigint, dueOn: string): PrincipalEntry => ({
  type: "principal",
  factKey: `${id}:charged`,
  valueDate: day("2026-05-01"),
  sequence: 0,
  amount: asCents(amount),
  invoiceId: id,
  issuedOn: day("2026-05-01"),
  dueOn: day(dueOn),
});

const ENTRIES: readonly LedgerEntry[] = [
  invoice("inv_a", 100_00n, "2026-05-31"),
  invoice("inv_b", 200_00n, "2026-06-30"),
];

const asOf = (entries: readonly LedgerEntry[], on = "2026-11-22"): Statement =>
  statementAsOf({ terms: TERMS, entries, asOf: day(on), rates: INTEREST_RATES });

const total = (scope: DisputeScope, entries = ENTRIES) => {
  const found = disputedOf(asOf(entries), scope);
  return found.ok ? totalDisputed(found.value) : found.error.kind;
};

test("what is open on the part that is named", () => {
  const statement = asOf(ENTRIES);
  const { open, costs, vat, interest, invoices } = statement;
  expect(total({ kind: "whole" })).toBe(open);
  expect(total({ kind: "parts", invoices: [], interest: false, costs: true })).toBe(plus(costs.open, vat.open));
  expect(total({ kind: "parts", invoices: [], interest: true, costs: false })).toBe(interest.open);
  expect(total({ kind: "parts", invoices: ["inv_b"], interest: false, costs: false })).toBe(200_00n + (invoices[1]?.interestOpen ?? 0n)); // prettier-ignore
  // Interest is named once, however many invoices are.
  expect(total({ kind: "parts", invoices: ["inv_a", "inv_b"], interest: true, costs: true })).toBe(open);
  expect(total({ kind: "amount", amount: asCents(250_00n) })).toBe(250_00n);
});

test("an amount comes from the invoice that was due last", () => {
  const found = disputedOf(asOf(ENTRIES), { kind: "amount", amount: asCents(250_00n) });
  expect(found).toEqual({
    ok: true,
    value: {
      invoices: [
        { id: "inv_b", amount: 200_00n },
        { id: "inv_a", amount: 50_00n },
      ],
      interest: 0n,
      costs: 0n,
    },
  });
});

test("a decision over the whole is about what came open again as well, and about what was paid since", () => {
  const paid: LedgerEntry = { type: "payment", factKey: "tr_1:paid", valueDate: day("2026-05-20"), sequence: 0, amount: asCents(150_00n), via: "provider", designation: [] }; // prettier-ignore
  const back: LedgerEntry = { type: "refund", factKey: "re_1:refunded", undoes: "tr_1:paid", valueDate: day("2026-11-20"), sequence: 0, amount: asCents(150_00n) }; // prettier-ignore
  const whole = { kind: "whole" } as const;
  const filed = disputedOf(asOf([...ENTRIES, paid], "2026-11-10"), whole);
  if (!filed.ok) throw new Error(filed.error.kind);
  expect(filed.value.invoices).toEqual([{ id: "inv_b", amount: 150_00n }]);

  const again = disputedAtDecision(asOf([...ENTRIES, paid, back]), { scope: whole, disputed: filed.value });
  expect(again.invoices).toEqual([
    { id: "inv_b", amount: 200_00n },
    { id: "inv_a", amount: 100_00n },
  ]);
  const later: LedgerEntry = { ...paid, factKey: "tr_2:paid", valueDate: day("2026-11-11"), amount: asCents(500_00n) };
  expect(disputedAtDecision(asOf([...ENTRIES, paid, later]), { scope: whole, disputed: filed.value })).toEqual(filed.value); // prettier-ignore
  const part = { kind: "amount", amount: asCents(50_00n) } as const;
  const disputed = { invoices: [{ id: "inv_b", amount: asCents(50_00n) }], interest: asCents(0n), costs: asCents(0n) };
  expect(disputedAtDecision(asOf([...ENTRIES, paid, back]), { scope: part, disputed })).toBe(disputed);
});

test("what cannot be disputed", () => {
  const { open } = asOf(ENTRIES);
  const none = { kind: "parts", invoices: [], interest: false, costs: false } as const;
  expect(total(none)).toBe("nothing_named");
  expect(total({ ...none, invoices: ["inv_x"] })).toBe("unknown_invoice");
  expect(total({ kind: "amount", amount: asCents(0n) })).toBe("amount_not_positive");
  expect(total({ kind: "amount", amount: asCents(open + 1n) })).toBe("amount_above_open");
  const paid = { type: "payment", factKey: "p", valueDate: day("2026-11-01"), sequence: 0, amount: asCents(500_00n), via: "bank", designation: [] } as const; // prettier-ignore
  expect(total({ kind: "whole" }, [...ENTRIES, paid])).toBe("nothing_open");
});

test("costs that were announced can be disputed before they are due, and paid ones afterwards", () => {
  const costs = { kind: "parts", invoices: [], interest: false, costs: true } as const;
  const announced = disputedOf(asOf(ENTRIES, "2026-08-10"), costs);
  expect(announced.ok && totalDisputed(announced.value)).toBe(0n);
  const paid = { type: "payment", factKey: "p", valueDate: day("2026-11-01"), sequence: 0, amount: asCents(60_00n), via: "bank", designation: [] } as const; // prettier-ignore
  expect(total(costs, [...ENTRIES, paid])).toBe(54_45n);
});

test("how much is disputed now follows what was paid since: the rest first", () => {
  const statement = asOf(ENTRIES);
  const open = statement.open;
  expect(sharesNow(statement, { kind: "whole", amount: asCents(1n) })).toEqual({ disputed: open, undisputed: 0n });
  expect(sharesNow(statement, { kind: "amount", amount: asCents(50_00n) })).toEqual({ disputed: 50_00n, undisputed: open - 50_00n }); // prettier-ignore
  expect(sharesNow(statement, { kind: "parts", amount: asCents(open + 5n) })).toEqual({ disputed: open, undisputed: 0n }); // prettier-ignore
});

test("a reduction takes what was named first, and never more than was disputed", () => {
  const disputed = { invoices: [{ id: "inv_a", amount: asCents(100n) }], interest: asCents(20n), costs: asCents(40n) };
  const named = { kind: "parts", invoices: ["inv_a"], interest: true, costs: true } as const;
  expect(divideReduction(disputed, named, asCents(50n))).toEqual({
    invoices: [{ id: "inv_a", amount: 0n }],
    costs: 40n,
    interest: 10n,
  });
  expect(divideReduction(disputed, { kind: "whole" }, asCents(110n))).toEqual({
    invoices: [{ id: "inv_a", amount: 100n }],
    costs: 10n,
    interest: 0n,
  });
  expect(divideReduction(disputed, { kind: "whole" }, asCents(161n))).toBe(null);
});

test("a decision never makes a claim owe more, and an upheld whole nothing at all", () => {
  const payments = fc.array(
    fc.record({ cents: fc.bigInt({ min: 1n, max: 400_00n }), back: fc.integer({ min: 0, max: 150 }) }),
    { maxLength: 4 },
  );
  fc.assert(
    fc.property(payments, fc.bigInt({ min: 1n, max: 500_00n }), fc.boolean(), (paid, asked, whole) => {
      const entries = [
        ...ENTRIES,
        ...paid.map(({ cents, back }, index) => ({
          type: "payment" as const,
          factKey: `p${index}`,
          valueDate: day(new Date(Date.UTC(2026, 5, 20 + back)).toISOString().slice(0, 10)),
          sequence: index,
          amount: asCents(cents),
          via: "bank" as const,
          designation: [],
        })),
      ];
      const before = asOf(entries);
      const scope: DisputeScope = whole ? { kind: "whole" } : { kind: "amount", amount: asCents(asked) };
      const disputed = disputedOf(before, scope);
      if (!disputed.ok) return;
      const reduction = divideReduction(disputed.value, scope, totalDisputed(disputed.value));
      if (reduction === null) throw new Error("all of it is not more than all of it");
      const credits = creditEntries("dsp_1", { reduction, entries });
      const wanted = whole ? ({ costs: "all", interest: "all" } as const) : reduction;
      const credited = asOf([...entries, ...credits]);
      const waivers = waiverEntries("dsp_1", { wanted, openedOn: before.asOf, statement: credited, announcedCosts: asCents(0n) }); // prettier-ignore
      const after = asOf([...entries, ...credits, ...waivers]);
      const gained: Cents = asCents(before.open - after.open + after.credit - before.credit);
      expect(gained).toBeGreaterThanOrEqual(totalDisputed(disputed.value));
      if (whole) expect(after.open).toBe(0n);
    }),
  );
});
