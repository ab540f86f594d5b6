import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, day } from "../calendar.ts";
import { asCents, sum } from "../money.ts";
import { followPlan, type PlannedInstalment, type Received } from "./follow-plan.ts";

function planned(seq: number, dueOn: string, amount: bigint, more: Partial<PlannedInstalment> = {}): PlannedInstalment {
  const common = { movedFrom: null, postponed: false, skipped: false };
  return { seq, dueOn: day(dueOn), originalDueOn: day(dueOn), amount: asCents(amount), ...common, ...more };
}

const FOUR = [
  planned(1, "2026-12-25", 50_00n),
  planned(2, "2027-01-25", 50_00n),
  planned(3, "2027-02-25", 50_00n),
  planned(4, "2027-03-25", 50_00n),
];

const got = (on: string, amount: bigint): Received => ({ on: day(on), amount: asCents(amount) });

function follow(input: {
  today: string;
  received?: Received[];
  open?: bigint;
  discount?: bigint;
  extraPayments?: "next" | "last";
  instalments?: PlannedInstalment[];
}) {
  const { today, received = [], discount = 0n, extraPayments = "next", instalments = FOUR } = input;
  const paid = sum(received.map(({ amount }) => amount));
  const agreed = sum(instalments.map(({ amount }) => amount));
  return followPlan({
    instalments,
    received,
    open: asCents(input.open ?? agreed - paid + discount),
    discount: asCents(discount),
    today: day(today),
    extraPayments,
  });
}

const states = (plan: ReturnType<typeof follow>) =>
  plan.instalments.map(({ seq, state, open }) => `${seq} ${state} ${open}`);

test("nothing paid: the first is next, and is late after its day", () => {
  const before = follow({ today: "2026-12-24" });
  expect(states(before)).toEqual(["1 upcoming 5000", "2 upcoming 5000", "3 upcoming 5000", "4 upcoming 5000"]);
  expect([before.next?.seq, before.behind, before.paid, before.open]).toEqual([1, 0n, 0n, 200_00n]);
  expect(states(follow({ today: "2026-12-25" }))[0]).toBe("1 due 5000");
  const after = follow({ today: "2027-01-25" });
  expect(states(after).slice(0, 2)).toEqual(["1 late 5000", "2 due 5000"]);
  expect([after.next?.seq, after.behind]).toEqual([1, 50_00n]);
});

test("odd and early amounts go to the next instalment", () => {
  const plan = follow({ today: "2026-12-26", received: [got("2026-12-20", 30_00n), got("2026-12-24", 50_00n)] });
  expect(states(plan)).toEqual(["1 paid 0", "2 partly_paid 2000", "3 upcoming 5000", "4 upcoming 5000"]);
  expect(plan.instalments.map(({ paidOn }) => paidOn)).toEqual(["2026-12-24", null, null, null]);
  expect([plan.next?.seq, plan.behind]).toEqual([2, 0n]);
});

test("or what comes above the due ones and the next goes to the last", () => {
  const received = [got("2026-12-20", 50_00n), got("2026-12-24", 70_00n), got("2027-01-26", 60_00n)];
  const extra = (today: string, count: number) =>
    states(follow({ today, received: received.slice(0, count), extraPayments: "last" }));
  expect(extra("2026-12-24", 2)).toEqual(["1 paid 0", "2 upcoming 5000", "3 partly_paid 3000", "4 paid 0"]);
  expect(extra("2027-01-26", 3)).toEqual(["1 paid 0", "2 paid 0", "3 partly_paid 2000", "4 paid 0"]);
});

test("what was paid at the end stays paid when another moves behind it", () => {
  const instalments = FOUR.map((instalment) =>
    instalment.seq === 1 ? { ...instalment, dueOn: day("2027-04-25"), movedFrom: instalment.dueOn } : instalment,
  );
  const received = [got("2026-12-31", 100_00n)];
  expect(states(follow({ today: "2027-01-02", received, instalments, extraPayments: "last" }))).toEqual([
    "2 paid 0",
    "3 upcoming 5000",
    "4 paid 0",
    "1 upcoming 5000",
  ]);
});

test("less open than agreed (a credit note): the plan is cut from the end", () => {
  const plan = follow({ today: "2026-12-26", received: [got("2026-12-25", 50_00n)], open: 70_00n });
  expect(states(plan)).toEqual(["1 paid 0", "2 upcoming 5000", "3 upcoming 2000", "4 not_needed 0"]);
  expect(plan.instalments.map(({ planned: agreed, amount }) => [agreed, amount])).toEqual([
    [5000n, 5000n],
    [5000n, 5000n],
    [5000n, 2000n],
    [5000n, 0n],
  ]);
});

test("more open than agreed (interest, an earlier payment that went back): it comes on the last", () => {
  const plan = follow({ today: "2026-12-26", received: [got("2026-12-25", 50_00n)], open: 151_25n });
  expect(states(plan)).toEqual(["1 paid 0", "2 upcoming 5000", "3 upcoming 5000", "4 upcoming 5125"]);
});

test("a payment that went back opens its instalment again, and nothing is added", () => {
  const plan = follow({ today: "2027-01-10", received: [], open: 200_00n });
  expect(states(plan)).toEqual(["1 late 5000", "2 upcoming 5000", "3 upcoming 5000", "4 upcoming 5000"]);
});

test("paid in full outside the plan: nothing is left", () => {
  const plan = follow({ today: "2027-01-10", received: [got("2026-12-28", 200_00n)] });
  expect(states(plan)).toEqual(["1 paid 0", "2 paid 0", "3 paid 0", "4 paid 0"]);
  expect([plan.next, plan.open, plan.behind]).toEqual([null, 0n, 0n]);
  const closed = follow({ today: "2027-01-10", received: [got("2026-12-25", 50_00n)], open: 0n });
  expect(states(closed)).toEqual(["1 paid 0", "2 not_needed 0", "3 not_needed 0", "4 not_needed 0"]);
});

test("what the creditor gives up on completion is not asked", () => {
  const paidUp = follow({ today: "2027-03-25", received: [got("2027-03-25", 200_00n)], discount: 40_00n });
  expect([paidUp.open, paidUp.next]).toEqual([0n, null]);
  const credited = follow({ today: "2026-12-01", open: 30_00n, discount: 40_00n });
  expect([credited.open, credited.next]).toEqual([0n, null]);
});

test("instalments are in the order of their days", () => {
  const instalments = FOUR.map((instalment) =>
    instalment.seq === 2 ? { ...instalment, dueOn: day("2027-03-25") } : instalment,
  );
  expect(follow({ today: "2026-12-01", instalments }).instalments.map(({ seq }) => seq)).toEqual([1, 3, 2, 4]);
});

test("the plan is what is open on the claims, to the cent, whatever happens", () => {
  const days = fc.nat(300).map((count) => addDays(day("2026-11-22"), count));
  const cents = fc.bigInt({ min: 0n, max: 30_000n }).map(asCents);
  const instalment = fc.tuple(days, days, cents);
  const input = fc.record({
    instalments: fc.array(instalment, { minLength: 1, maxLength: 8 }),
    received: fc.array(fc.tuple(days, cents), { maxLength: 8 }),
    open: cents,
    discount: fc.oneof(fc.constant(asCents(0n)), cents),
    today: days,
    extraPayments: fc.constantFrom("next" as const, "last" as const),
  });
  fc.assert(
    fc.property(input, ({ instalments, received, open, discount, ...rest }) => {
      const receipts = received.map(([on, amount]) => ({ on, amount })).sort((a, b) => (a.on < b.on ? -1 : 1));
      const plan = followPlan({
        ...rest,
        instalments: instalments.map(([dueOn, originalDueOn, amount], index) => ({
          ...planned(index + 1, dueOn, amount),
          originalDueOn,
        })),
        received: receipts,
        open,
        discount,
      });
      const left = open > discount ? open - discount : 0n;
      expect(plan.open).toBe(left);
      expect(sum(plan.instalments.map((one) => one.open))).toBe(left);
      expect(sum(plan.instalments.map((one) => one.paid))).toBe(sum(receipts.map(({ amount }) => amount)));
      for (const one of plan.instalments) {
        expect(one.amount).toBe(one.paid + one.open);
        expect([one.amount, one.paid, one.open].every((amount) => amount >= 0n)).toBe(true);
        expect(one.paidOn === null).toBe(one.state !== "paid");
      }
      expect(plan.behind <= left).toBe(true);
      expect(plan.next === null).toBe(left === 0n);
    }),
  );
});
