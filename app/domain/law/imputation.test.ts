import fc from "fast-check";
import { expect, test } from "vitest";
import { day } from "../calendar.ts";
import { asCents, sum } from "../money.ts";
import { percent } from "../rate.ts";
import { fill, impute, imputeAcross } from "./imputation.ts";

const amounts = fc.bigInt({ min: 0n, max: 100_000n }).map(asCents);
const open = fc.record({ costs: amounts, interest: amounts, principal: amounts });

function obligation(id: string, dueOn: string, rate = "4") {
  return {
    id,
    dueOn: day(dueOn),
    rate: percent(rate),
    costs: asCents(0n),
    interest: asCents(0n),
    principal: asCents(100n),
  };
}

test("costs, interest, principal and what is over make up the payment", () => {
  fc.assert(
    fc.property(amounts, open, (payment, owed) => {
      const parts = impute(payment, owed);
      expect(sum([parts.costs, parts.interest, parts.principal, parts.overpayment])).toBe(payment);
      if (parts.interest > 0n) expect(parts.costs).toBe(owed.costs);
      if (parts.principal > 0n) expect(parts.interest).toBe(owed.interest);
      if (parts.overpayment > 0n) expect(parts.principal).toBe(owed.principal);
    }),
  );
});

test("over several claims nothing is lost and nothing is paid too much", () => {
  const dueDays = fc.constantFrom(day("2026-01-31"), day("2026-02-28"), day("2027-01-31"));
  const rates = fc.constantFrom(percent("4"), percent("10.4"));
  const claims = fc.array(fc.record({ dueOn: dueDays, rate: rates, owed: open }), { maxLength: 5 });
  fc.assert(
    fc.property(amounts, claims, fc.constantFrom(null, "0", "9"), (payment, list, designated) => {
      const obligations = list.map(({ owed, ...claim }, index) => ({ id: String(index), ...claim, ...owed }));
      const { allocated, overpayment } = imputeAcross({ payment, paidOn: day("2026-11-22"), designated, obligations });
      const parts = [...allocated.values()].flatMap(({ costs, interest, principal }) => [costs, interest, principal]);
      expect(sum([...parts, overpayment])).toBe(payment);
      for (const { id, costs, interest, principal } of obligations) {
        const part = allocated.get(id);
        expect(
          part !== undefined && part.costs <= costs && part.interest <= interest && part.principal <= principal,
        ).toBe(true);
      }
    }),
  );
});

test.each<[rule: string, first: [dueOn: string, rate: string], second: [dueOn: string, rate: string]]>([
  ["what is due goes before what is not, however onerous", ["2026-10-31", "4"], ["2027-01-31", "12"]],
  ["on its last day for payment a claim is not due yet", ["2026-11-21", "4"], ["2026-11-22", "12"]],
  ["of what is due the most onerous goes first, however young", ["2026-10-31", "10.4"], ["2025-10-31", "4"]],
  ["of what is not due the most onerous goes first", ["2027-03-31", "10.4"], ["2027-01-31", "4"]],
  ["at one rate the oldest goes first", ["2026-09-30", "4"], ["2026-10-31", "4"]],
  ["a rate is compared by its value, not by how it is written", ["2026-09-30", "4"], ["2026-10-31", "4.00"]],
])("%s, in whatever order they are listed", (_rule, first, second) => {
  const claims = [obligation("first", ...first), obligation("second", ...second)];
  for (const obligations of [claims, claims.toReversed()]) {
    const input = { payment: asCents(60n), paidOn: day("2026-11-22"), designated: null, obligations };
    const { allocated } = imputeAcross(input);
    expect([allocated.get("first")?.principal, allocated.get("second")?.principal]).toEqual([60n, 0n]);
  }
});

test("what a named claim does not need goes on by the order of the law", () => {
  const obligations = [
    obligation("old", "2026-01-31"),
    obligation("older", "2025-01-31"),
    obligation("named", "2026-10-31"),
  ];
  const input = { payment: asCents(250n), paidOn: day("2026-11-22"), designated: "named", obligations };
  const { allocated, overpayment } = imputeAcross(input);
  expect([...allocated.values()].map(({ principal }) => principal)).toEqual([50n, 100n, 100n]);
  expect(overpayment).toBe(0n);
});

test("tiers fill in order, equals in proportion", () => {
  const tiers = [
    [{ part: "a", open: asCents(10n) }],
    [
      { part: "b", open: asCents(10n) },
      { part: "c", open: asCents(30n) },
    ],
  ];
  expect(fill(asCents(18n), tiers)).toEqual({
    portions: [
      { part: "a", amount: 10n },
      { part: "b", amount: 2n },
      { part: "c", amount: 6n },
    ],
    left: 0n,
  });
  expect(fill(asCents(51n), tiers).left).toBe(1n);
  expect(fill(asCents(11n), tiers).portions).toEqual([
    { part: "a", amount: 10n },
    { part: "c", amount: 1n },
  ]);
  expect(fill(asCents(5n), [[], []])).toEqual({ portions: [], left: 5n });
});
