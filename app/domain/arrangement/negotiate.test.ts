import fc from "fast-check";
import { expect, test } from "vitest";
import { day } from "../calendar.ts";
import { asCents, sum } from "../money.ts";
import { dates, policies, totals, wishes } from "../../../tests/support/arrangement-cases.ts";
import { type Answer, decideBefore, negotiate, suggestOptions } from "./negotiate.ts";
import { MOST_OPTIONS, type Option, sameSchedule } from "./options.ts";
import { type ArrangementPolicy, DEFAULT_POLICY } from "./policy.ts";
import { checkSchedule } from "./schedule.ts";
import type { Wish } from "./wish.ts";

const today = day("2026-11-22");

const WISH: Wish = {
  downPayment: asCents(0n),
  perInstalment: asCents(50_00n),
  frequency: "monthly",
  payDay: 25,
  firstOn: null,
  budgetUsed: false,
  settlement: false,
};

function ask(total: bigint, wish: Partial<Wish> = {}, policy: Partial<ArrangementPolicy> = {}): Answer {
  return negotiate({
    policy: { ...DEFAULT_POLICY, ...policy },
    total: asCents(total),
    wish: { ...WISH, ...wish },
    today,
  });
}

const codes = (answer: Answer) => (answer.kind === "accepted" ? [] : answer.reasons.map(({ code }) => code));

function short({ kind, decidedBy, schedule }: Option) {
  const [first] = schedule;
  return `${kind} ${decidedBy} ${schedule.length} x ${first?.amount} from ${first?.dueOn}`;
}

const options = (answer: Answer) => (answer.kind === "accepted" ? [] : answer.options.map(short));

test("within the policy: accepted at once", () => {
  const answer = ask(187_50n);
  expect(answer).toEqual({
    kind: "accepted",
    discount: 0n,
    schedule: [
      { seq: 1, dueOn: "2026-11-25", amount: 4688n },
      { seq: 2, dueOn: "2026-12-25", amount: 4688n },
      { seq: 3, dueOn: "2027-01-25", amount: 4687n },
      { seq: 4, dueOn: "2027-02-25", amount: 4687n },
    ],
  });
});

test("more instalments than are accepted at once: a person, with what is accepted at once instead", () => {
  const answer = ask(500_00n);
  expect([answer.kind, codes(answer)]).toEqual(["person", ["too_many_instalments", "takes_too_long"]]);
  expect(options(answer)).toEqual([
    "sooner policy 6 x 8334 from 2026-11-25",
    "deposit policy 7 x 20000 from 2026-11-22",
  ]);
  expect(answer.kind === "person" && [answer.asked?.length, answer.decideBefore]).toEqual([10, "2026-11-27"]);
});

test("more than a person may allow: the nearest that can be done, and longer with a person", () => {
  const answer = ask(900_00n, { perInstalment: asCents(45_00n) });
  expect([answer.kind, codes(answer)]).toEqual([
    "counter",
    ["too_many_instalments", "takes_too_long", "budget_form_needed"],
  ]);
  expect(options(answer)).toEqual([
    "longer person 12 x 7500 from 2026-11-25",
    "sooner policy 6 x 15000 from 2026-11-25",
  ]);
});

test("out of all bounds: a person, never a refusal", () => {
  const answer = ask(3000_00n, { budgetUsed: true });
  expect([answer.kind, codes(answer)]).toEqual([
    "person",
    ["too_many_instalments", "takes_too_long", "over_hard_maximum"],
  ]);
  expect(options(answer)).toEqual(["sooner policy 6 x 50000 from 2026-11-25"]);
});

test("what can be spared would not pay it in a lifetime: a person, with nothing drawn up", () => {
  const answer = ask(900_00n, { perInstalment: asCents(0n) });
  expect(answer).toMatchObject({ kind: "person", asked: null, reasons: [{ code: "over_hard_maximum" }] });
  expect(options(answer)).toEqual(["sooner policy 6 x 15000 from 2026-11-25"]);
});

test("other days than the policy offers: the same on days that it does", () => {
  const policy: Partial<ArrangementPolicy> = { allowedDays: [1, 15, 28], frequencies: ["monthly"] };
  expect(codes(ask(150_00n, { payDay: 25 }, policy))).toEqual(["pay_day_not_offered"]);
  expect(options(ask(150_00n, { payDay: 25 }, policy))[0]).toBe("other_days policy 3 x 5000 from 2026-11-28");
  const weekly = ask(150_00n, { frequency: "weekly", payDay: null, perInstalment: asCents(25_00n) }, policy);
  expect(codes(weekly)).toEqual(["frequency_not_offered"]);
  expect(options(weekly)[0]).toBe("other_days policy 2 x 7500 from 2026-12-01");
});

test("a first payment that is too late: the same from the first day that fits", () => {
  const answer = ask(150_00n, { firstOn: day("2027-01-25") });
  expect(codes(answer)).toEqual(["first_payment_too_late"]);
  expect(options(answer)[0]).toBe("other_days policy 3 x 5000 from 2026-11-25");
  expect(ask(150_00n, { firstOn: day("2026-12-06") }).kind).toBe("accepted");
  const weekly = { frequency: "weekly", payDay: null, perInstalment: asCents(25_00n) } as const;
  expect(options(ask(150_00n, { ...weekly, firstOn: day("2026-12-07") }))[0]).toBe(
    "other_days policy 6 x 2500 from 2026-12-06",
  );
  expect(options(ask(200_00n, { ...weekly, firstOn: day("2026-12-04") }))[0]).toBe(
    "sooner policy 6 x 3334 from 2026-12-04",
  );
});

test("a deposit that the policy asks", () => {
  const answer = ask(150_00n, {}, { downPaymentPercent: 20 });
  expect(answer).toMatchObject({
    kind: "counter",
    reasons: [{ code: "deposit_too_low", params: { percent: 20, amount: 30_00n } }],
  });
  expect(options(answer)).toContain("deposit policy 4 x 3000 from 2026-11-22");
  expect(ask(150_00n, { downPayment: asCents(30_00n) }, { downPaymentPercent: 20 }).kind).toBe("accepted");
});

test("instalments below the least that is accepted at once go to a person", () => {
  const answer = ask(100_00n, { perInstalment: asCents(20_00n) });
  expect(answer).toMatchObject({
    kind: "person",
    reasons: [{ code: "instalment_too_low", params: { amount: 2000n, min: 2500n } }],
  });
  expect(options(answer)).toEqual([
    "sooner policy 4 x 2500 from 2026-11-25",
    "deposit policy 4 x 2500 from 2026-11-22",
  ]);
});

test("the budget sheet comes first above an amount; a deposit may bring it below", () => {
  const large = { perInstalment: asCents(250_00n) };
  const answer = ask(1200_00n, large);
  expect([answer.kind, codes(answer)]).toEqual(["person", ["budget_form_needed"]]);
  expect(ask(1200_00n, { ...large, budgetUsed: true }).kind).toBe("accepted");
  expect(ask(1200_00n, { ...large, downPayment: asCents(200_00n) }).kind).toBe("accepted");
});

test("without counter-offers a person decides", () => {
  expect(ask(900_00n, {}, { counterOffer: { enabled: false, validDays: 14 } }).kind).toBe("person");
});

test("arrangements off, or a claim too small: a person, and nothing is offered", () => {
  expect(ask(150_00n, {}, { enabled: false })).toMatchObject({
    kind: "person",
    reasons: [{ code: "arrangements_off" }],
    options: [],
  });
  expect(ask(49_99n)).toMatchObject({
    kind: "person",
    reasons: [{ code: "claim_too_small", params: { min: 50_00n } }],
    options: [],
  });
});

test("a settlement, where the creditor offers one", () => {
  const answer = ask(200_00n, { settlement: true }, { settlementDiscountPercent: 15 });
  expect(answer).toEqual({
    kind: "accepted",
    discount: 30_00n,
    schedule: [{ seq: 1, dueOn: "2026-12-06", amount: 170_00n }],
  });
  const stale = ask(200_00n, { settlement: true });
  expect([stale.kind, codes(stale)]).toEqual(["counter", ["settlement_not_offered"]]);
  expect(options(ask(900_00n, {}, { settlementDiscountPercent: 15 }))).toEqual([
    "longer person 12 x 7500 from 2026-11-25",
    "sooner policy 6 x 15000 from 2026-11-25",
    "settlement policy 1 x 76500 from 2026-12-06",
  ]);
});

test("paying everything at once is always fine", () => {
  expect(ask(5000_00n, { downPayment: asCents(6000_00n), perInstalment: asCents(0n), payDay: null })).toEqual({
    kind: "accepted",
    discount: 0n,
    schedule: [{ seq: 1, dueOn: "2026-11-22", amount: 5000_00n }],
  });
});

test("plans to choose from: as asked, then what is near", () => {
  const { perInstalment: perMonth, settlement: _, ...chosen } = WISH;
  const suggest = (total: bigint, perMonthCents: bigint = perMonth) =>
    suggestOptions({
      ...chosen,
      policy: DEFAULT_POLICY,
      total: asCents(total),
      perMonth: asCents(perMonthCents),
      today,
    }).map(short);
  expect(suggest(187_50n)).toEqual([
    "asked policy 4 x 4688 from 2026-11-25",
    "sooner policy 3 x 6250 from 2026-11-25",
    "deposit policy 5 x 4687 from 2026-11-22",
  ]);
  expect(suggest(500_00n)).toEqual([
    "asked person 10 x 5000 from 2026-11-25",
    "sooner policy 6 x 8334 from 2026-11-25",
    "deposit policy 7 x 20000 from 2026-11-22",
  ]);
  expect(suggest(900_00n, 45_00n)).toEqual([
    "longer person 12 x 7500 from 2026-11-25",
    "sooner policy 6 x 15000 from 2026-11-25",
  ]);
});

test("the last day to hear about a decision is in working days", () => {
  expect(decideBefore(DEFAULT_POLICY, day("2026-12-23"))).toBe("2026-12-31");
});

const negotiations = fc.record({ policy: policies, total: totals, wish: wishes, today: dates });

test(
  "every answer is sound: schedules add up, options are what they say and none is twice",
  { timeout: 60_000 },
  () => {
    fc.assert(
      fc.property(negotiations, (input) => {
        const answer = negotiate(input);
        if (answer.kind === "accepted") {
          const left = asCents(input.total - answer.discount);
          expect(checkSchedule(answer.schedule, { total: left, today: input.today })).toEqual([]);
          return;
        }
        expect(answer.reasons.length).toBeGreaterThan(0);
        expect(answer.options.length).toBeLessThanOrEqual(MOST_OPTIONS);
        if (answer.kind === "counter") expect(answer.options.length).toBeGreaterThan(0);
        else expect(answer.options.every(({ decidedBy }) => decidedBy === "policy")).toBe(true);
        for (const [index, option] of answer.options.entries()) {
          expect(sum(option.schedule.map(({ amount }) => amount)) + option.discount).toBe(input.total);
          expect(answer.options.findIndex((other) => sameSchedule(other.schedule, option.schedule))).toBe(index);
          const again = negotiate({ ...input, wish: option.wish });
          if (option.decidedBy === "person") expect(again.kind).toBe("person");
          else expect(again).toEqual({ kind: "accepted", schedule: option.schedule, discount: option.discount });
        }
      }),
    );
  },
);

test("what may be chosen from is what it says, and none is twice", { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(negotiations, ({ policy, total, wish, today: asked }) => {
      const { perInstalment: perMonth, settlement: _, ...chosen } = wish;
      const suggested = suggestOptions({ ...chosen, policy, total, perMonth, today: asked });
      expect(suggested.length).toBeLessThanOrEqual(MOST_OPTIONS);
      for (const [index, option] of suggested.entries()) {
        expect(suggested.findIndex((other) => sameSchedule(other.schedule, option.schedule))).toBe(index);
        const again = negotiate({ policy, total, wish: option.wish, today: asked });
        expect(again.kind).toBe(option.decidedBy === "policy" ? "accepted" : "person");
      }
    }),
  );
});

test("whoever can spare more than what is accepted is accepted as well", { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(negotiations, fc.bigInt({ min: 1n, max: 50_000n }), (input, more) => {
      if (negotiate(input).kind !== "accepted" || input.wish.settlement) return;
      const wish = { ...input.wish, perInstalment: asCents(input.wish.perInstalment + more) };
      expect(negotiate({ ...input, wish }).kind).toBe("accepted");
    }),
  );
});
