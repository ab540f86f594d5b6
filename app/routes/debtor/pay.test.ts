import { join } from "node:path";
import { pathToFileURL } from "node:url";
import fc from "fast-check";
import { expect, test } from "vitest";
import { day } from "#app/domain/calendar.ts";
import { asCents, type Cents, sum } from "#app/domain/money.ts";
import type { DebtorClaim } from "#app/server/claims/debtor-claims.server.ts";
import {
  type PayAnswers,
  payChoices,
  type PlanToPay,
  sharesFromAnswers,
} from "#app/server/payments/pay-form.server.ts";
import { paySums } from "#app/ui/claim/pay-sums.ts";

const SCRIPT = pathToFileURL(join(import.meta.dirname, "..", "..", "..", "public", "scripts", "sums.js")).href;
const { sumOf } = (await import(SCRIPT)) as { sumOf(answers: PayAnswers, sums: unknown): number | null };

type Bill = { readonly open: Cents; readonly interestOpen: Cents };

const cents = (most: number) => fc.integer({ min: 0, max: most }).map((amount) => asCents(BigInt(amount)));
const bill = fc.record<Bill>({ open: cents(50_000), interestOpen: cents(900) });
const claim = fc.record({
  bills: fc.array(bill, { minLength: 1, maxLength: 3 }),
  costs: cents(4_000),
  vat: cents(840),
  disputed: fc.option(cents(20_000)),
});

function claimOf(
  { bills, costs, vat, disputed }: { bills: readonly Bill[]; costs: Cents; vat: Cents; disputed: Cents | null },
  index: number,
): DebtorClaim {
  const id = `clm_${index}`;
  const ids = bills.map((_, place) => `inv_${index}_${place}`);
  const principal = sum(bills.map(({ open }) => open));
  const interest = sum(bills.map(({ interestOpen }) => interestOpen));
  const open = sum([principal, interest, costs, vat]);
  const undisputed = disputed === null || disputed > open ? null : asCents(open - disputed);
  return {
    id,
    description: id,
    invoices: ids.map((invoiceId) => ({ id: invoiceId, number: invoiceId })),
    statement: {
      asOf: day("2026-11-22"),
      open,
      principal: { open: principal },
      interest: { open: interest, lines: [] },
      costs: { open: costs },
      vat: { open: vat },
      invoices: bills.map((one, place) => ({ invoiceId: ids[place] ?? "", dueOn: day("2026-05-30"), ...one })),
    },
    interestPerDay: asCents(0n),
    dispute: undisputed === null ? null : { undisputed, invoiceIds: [] },
  } as unknown as DebtorClaim;
}

/** The plan asks so many thousandths of what is open, and of that so many at once. */
function planOf(claims: readonly DebtorClaim[], parts: { all: number; next: number } | null): PlanToPay | null {
  if (parts === null) return null;
  const open = asCents((sum(claims.map(({ statement }) => statement.open)) * BigInt(parts.all)) / 1_000n);
  const amount = asCents((open * BigInt(parts.next)) / 1_000n);
  return { open, instalment: { seq: 1, dueOn: day("2026-12-01"), amount } };
}

const thousandths = fc.integer({ min: 1, max: 1_000 });
const part = fc.oneof(
  fc.integer({ min: 0, max: 60_000 }).map((amount) => `${Math.trunc(amount / 100)},${String(amount % 100).padStart(2, "0")}`), // prettier-ignore
  fc.constantFrom("", "veel", "0", "10", "9,99", "٢٥", "1.234"),
);

test("what the button says is what the server goes on to ask, and nothing where the server refuses", () => {
  const form = fc.record({
    claims: fc.array(claim, { minLength: 1, maxLength: 3 }),
    plan: fc.option(fc.record({ all: thousandths, next: thousandths })),
    minimum: cents(2_500),
    part,
    ticked: fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }),
  });
  fc.assert(
    fc.property(form, ({ claims: made, plan: parts, minimum: minimumPart, part: typed, ticked }) => {
      const claims = made.map(claimOf).filter(({ statement }) => statement.open > 0n);
      fc.pre(claims.length > 0);
      const plan = planOf(claims, parts);
      const options = payChoices(claims, { minimumPart, plan });
      const chosen = (options.chosen?.items ?? []).map(({ id }) => id).filter((_, place) => ticked[place]);
      const offered = ["all", ...(["undisputed", "instalment", "part", "chosen"] as const).filter((one) => options[one] !== null)]; // prettier-ignore
      for (const amount of offered) {
        const answers = { amount, part: typed, chosen };
        const shares = sharesFromAnswers(claims, { answers, minimumPart, plan });
        const asked = shares.ok ? Number(sum(shares.value.map((share) => share.amount))) : null;
        expect(sumOf(answers, paySums(options)), amount).toBe(asked);
      }
    }),
  );
});
