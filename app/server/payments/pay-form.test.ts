import { expect, test } from "vitest";
import { day } from "#app/domain/calendar.ts";
import { asCents } from "#app/domain/money.ts";
import type { DebtorClaim } from "#app/server/claims/debtor-claims.server.ts";
import { payChoices, sharesFromAnswers } from "./pay-form.server.ts";

const claim = (id: string, open: bigint, dueOn = "2026-05-30") =>
  ({
    id,
    statement: {
      asOf: day("2026-11-22"),
      open: asCents(open),
      principal: { open: asCents(open) },
      interest: { open: asCents(0n), lines: [] },
      costs: { open: asCents(0n) },
      vat: { open: asCents(0n) },
      invoices: [{ invoiceId: `inv_${id}`, dueOn: day(dueOn), open: asCents(open), interestOpen: asCents(0n) }],
    },
    interestPerDay: asCents(0n),
    dispute: null,
  }) as unknown as DebtorClaim;

const instalment = { seq: 2, dueOn: day("2026-12-01"), amount: asCents(120_00n) };
const minimumPart = asCents(10_00n);
const answer = (amount: string, part = "") => ({ amount, part, chosen: [] });

test("everything in a plan is what the plan asks, not the costs that are given up when it is paid", () => {
  const claims = [claim("clm_1", 190_00n)];
  const plan = { instalment, open: asCents(150_00n) };
  expect(payChoices(claims, { minimumPart, plan })).toMatchObject({ all: 150_00n, part: { maximum: 150_00n } });
  const shares = sharesFromAnswers(claims, { answers: answer("all"), minimumPart, plan });
  expect(shares).toEqual({ ok: true, value: [{ claimId: "clm_1", amount: 150_00n, invoiceIds: [] }] });
  expect(sharesFromAnswers(claims, { answers: answer("part", "160"), minimumPart, plan })).toEqual({
    ok: false,
    error: { kind: "amountTooHigh", maximum: 150_00n },
  });
});

test("an instalment goes to the claims of the plan, the oldest first", () => {
  const claims = [claim("clm_1", 80_00n), claim("clm_2", 100_00n, "2026-06-30")];
  const plan = { instalment, open: asCents(180_00n) };
  const shares = sharesFromAnswers(claims, { answers: answer("instalment"), minimumPart, plan });
  expect(shares).toEqual({
    ok: true,
    value: [
      { claimId: "clm_1", amount: 80_00n, invoiceIds: [] },
      { claimId: "clm_2", amount: 40_00n, invoiceIds: [] },
    ],
  });
});

test("without a plan everything is all that is open, and there is no instalment to pay", () => {
  const claims = [claim("clm_1", 80_00n), claim("clm_2", 100_00n)];
  expect(payChoices(claims, { minimumPart, plan: null })).toMatchObject({ all: 180_00n, instalment: null });
  const asked = { answers: answer("instalment"), minimumPart, plan: null };
  expect(sharesFromAnswers(claims, asked)).toEqual({ ok: false, error: { kind: "amountMissing" } });
});

test("of a claim with a disputed part, the rest can be paid; named invoices are left out of it", () => {
  const disputed = (dispute: object) =>
    [
      { ...claim("clm_1", 100_00n), invoices: [{ id: "inv_1" }, { id: "inv_2" }], dispute },
    ] as unknown as readonly DebtorClaim[];
  const claims = disputed({ undisputed: asCents(60_00n), invoiceIds: ["inv_2"] });
  expect(payChoices(claims, { minimumPart, plan: null }).undisputed).toBe(60_00n);
  expect(sharesFromAnswers(claims, { answers: answer("undisputed"), minimumPart, plan: null })).toEqual({
    ok: true,
    value: [{ claimId: "clm_1", amount: 60_00n, invoiceIds: ["inv_1"] }],
  });
  for (const undisputed of [0n, 100_00n]) {
    const others = disputed({ undisputed: asCents(undisputed), invoiceIds: [] });
    expect(payChoices(others, { minimumPart, plan: null }).undisputed).toBe(null);
    expect(sharesFromAnswers(others, { answers: answer("undisputed"), minimumPart, plan: null }).ok).toBe(false);
  }
});

test("what is not disputed can be paid however little it is, also where no part can be", () => {
  for (const open of [100_00n, 8_00n]) {
    const dispute = { undisputed: asCents(5_00n), invoiceIds: [] };
    const claims = [{ ...claim("clm_1", open), invoices: [], dispute }] as unknown as readonly DebtorClaim[];
    expect(payChoices(claims, { minimumPart, plan: null }).undisputed).toBe(5_00n);
    expect(sharesFromAnswers(claims, { answers: answer("undisputed"), minimumPart, plan: null })).toEqual({
      ok: true,
      value: [{ claimId: "clm_1", amount: 5_00n, invoiceIds: [] }],
    });
  }
});

test("a part of several claims, in a plan or not, goes to the oldest first; the limits are for all of them together", () => {
  const claims = [claim("clm_1", 80_00n), claim("clm_2", 100_00n, "2026-06-30")];
  for (const plan of [null, { instalment, open: asCents(170_00n) }]) {
    const maximum = plan?.open ?? asCents(180_00n);
    expect(payChoices(claims, { minimumPart, plan }).part).toEqual({ minimum: minimumPart, maximum });
    expect(sharesFromAnswers(claims, { answers: answer("part", "85,50"), minimumPart, plan })).toEqual({
      ok: true,
      value: [
        { claimId: "clm_1", amount: 80_00n, invoiceIds: [] },
        { claimId: "clm_2", amount: 5_50n, invoiceIds: [] },
      ],
    });
    const refused = (part: string) => sharesFromAnswers(claims, { answers: answer("part", part), minimumPart, plan });
    expect(refused("9,99")).toEqual({ ok: false, error: { kind: "amountTooLow", minimum: minimumPart } });
    expect(refused("180,01")).toEqual({ ok: false, error: { kind: "amountTooHigh", maximum } });
  }
});

test("no part of several claims of which one is disputed, unless a plan divides it", () => {
  const dispute = { undisputed: asCents(0n), invoiceIds: [] };
  const claims = [claim("clm_1", 80_00n), { ...claim("clm_2", 100_00n), dispute }] as unknown as readonly DebtorClaim[];
  expect(payChoices(claims, { minimumPart, plan: null }).part).toBe(null);
  const asked = { answers: answer("part", "50"), minimumPart };
  expect(sharesFromAnswers(claims, { ...asked, plan: null })).toEqual({ ok: false, error: { kind: "amountMissing" } });
  expect(sharesFromAnswers(claims, { ...asked, plan: { instalment, open: asCents(180_00n) } }).ok).toBe(true);
});

test("whatever is chosen, a plan that gives something up takes no more than it asks, also while it rests", () => {
  const disputed = { ...claim("clm_1", 190_00n), dispute: { undisputed: asCents(170_00n), invoiceIds: [] } } as unknown as DebtorClaim; // prettier-ignore
  const both = [claim("clm_1", 110_00n), claim("clm_2", 80_00n)];
  const plan = { instalment: null, open: asCents(150_00n) };
  const given = { minimumPart, plan };
  expect(payChoices(both, given)).toMatchObject({ all: 150_00n, instalment: null, chosen: { most: 150_00n } });
  const amounts = (claims: readonly DebtorClaim[], answers: Parameters<typeof sharesFromAnswers>[1]["answers"]) => {
    const shares = sharesFromAnswers(claims, { answers, ...given });
    return shares.ok ? shares.value.map(({ amount }) => amount) : shares.error.kind;
  };
  expect(amounts(both, { amount: "chosen", part: "", chosen: ["clm_1", "clm_2"] })).toEqual([110_00n, 40_00n]);
  expect(amounts(both, { amount: "chosen", part: "", chosen: ["clm_2"] })).toEqual([80_00n]);
  expect(amounts([disputed], { amount: "all", part: "", chosen: [] })).toEqual([150_00n]);
  expect(amounts(both, answer("instalment"))).toBe("amountMissing");
  // Nothing less than all that the plan asks is left to offer.
  expect(payChoices([disputed], given)).toMatchObject({ undisputed: null });
  const less = { ...plan, open: asCents(180_00n) };
  expect(payChoices([disputed], { minimumPart, plan: less })).toMatchObject({ all: 180_00n, undisputed: 170_00n });
});
