import type { LocalDate } from "#app/domain/calendar.ts";
import { type Cents, minus, plus, smallest, sum, ZERO } from "#app/domain/money.ts";
import { parseEuro } from "#app/domain/money-text.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import { shareOverClaims } from "#app/domain/share-over-claims.ts";
import type { DebtorClaim, DebtorClaims } from "#app/server/claims/debtor-claims.server.ts";
import type { PaymentShare } from "./payment-facts.server.ts";

/** What can be chosen on the payment page. */
export type PayChoices = {
  readonly all: Cents;
  /** What is not disputed, where a part is. */
  readonly undisputed: Cents | null;
  /** What is to be paid next in a running plan. */
  readonly instalment: InstalmentToPay | null;
  readonly part: { readonly minimum: Cents; readonly maximum: Cents } | null;
  readonly chosen: {
    readonly of: "invoices" | "claims";
    readonly items: readonly { readonly id: string; readonly name: string; readonly amount: Cents }[];
    /** Part of the amount of each, and asked once: the open costs, which go first. */
    readonly once: Cents;
    /** Less is not taken at once. */
    readonly minimum: Cents;
    /** What all of them ask together. */
    readonly most: Cents;
  } | null;
  readonly interestPerDay: Cents;
};

/** Of a plan that runs: what comes next, null while the plan rests, and all that is still asked: never more is taken. */
export type PlanToPay = { readonly instalment: InstalmentToPay | null; readonly open: Cents };

export type InstalmentToPay = { readonly seq: number; readonly dueOn: LocalDate; readonly amount: Cents };

export type PayAnswers = { readonly amount: string; readonly part: string; readonly chosen: readonly string[] };

export type PayAnswerFault =
  | { readonly kind: "amountMissing" | "partMissing" | "notAnAmount" | "nothingChosen" | "notPayable" }
  | { readonly kind: "amountTooLow" | "chosenTooLow"; readonly minimum: Cents }
  | { readonly kind: "amountTooHigh"; readonly maximum: Cents };

/** Claims that this page asks money for: the one it is about, or with several those nothing holds. */
export function claimsToPay({ claims }: DebtorClaims, chosen: DebtorClaim | null): readonly DebtorClaim[] {
  const payable = claims.filter((claim) => claim.statement.open > 0n && claim.status !== "closed" && claim.status !== "settled"); // prettier-ignore
  if (chosen) return payable.filter((claim) => claim.id === chosen.id);
  const unheld = payable.filter((claim) => claim.status === "open");
  return unheld.length > 0 ? unheld : payable;
}

export function payChoices(
  claims: readonly DebtorClaim[],
  { minimumPart, plan }: { minimumPart: Cents; plan: PlanToPay | null },
): PayChoices {
  const all = plan?.open ?? openOn(claims);
  const most = mostInParts(claims, plan);
  return {
    all,
    undisputed: undisputedOf(claims, plan),
    instalment: plan?.instalment ?? null,
    part: most !== null && minimumPart < most ? { minimum: minimumPart, maximum: most } : null,
    chosen: chosenOf(claims, { minimumPart, plan }),
    interestPerDay: sum(claims.map((claim) => claim.interestPerDay)),
  };
}

const openOn = (claims: readonly DebtorClaim[]): Cents => sum(claims.map((claim) => claim.statement.open));

/**
 * The most that can be paid as a part. Several claims share it as the law does where the debtor names none, so null where
 * one of them is disputed: that would send money to what the debtor objects to. A plan divides all its payments so.
 */
function mostInParts(claims: readonly DebtorClaim[], plan: PlanToPay | null): Cents | null {
  if (claims.length === 0) return null;
  if (plan) return smallest(plan.open, openOn(claims));
  return claims.length === 1 || claims.every(({ dispute }) => dispute === null) ? openOn(claims) : null;
}

/** What can be paid without a disputed part, however little; null where nothing or everything is disputed. */
function undisputedOf(claims: readonly DebtorClaim[], plan: PlanToPay | null): Cents | null {
  if (claims.every(({ dispute }) => dispute === null)) return null;
  const undisputed = sum(atMost(undisputedShares(claims), plan).map(({ amount }) => amount));
  return undisputed === ZERO || undisputed === (plan?.open ?? openOn(claims)) ? null : undisputed;
}

/** A plan that gives something up takes no more than it asks, however much is open on its claims. */
function atMost(shares: readonly PaymentShare[], plan: PlanToPay | null): PaymentShare[] {
  let left = plan?.open ?? sum(shares.map(({ amount }) => amount));
  return shares.flatMap((share) => {
    const amount = smallest(share.amount, left);
    left = minus(left, amount);
    return amount > 0n ? [{ ...share, amount }] : [];
  });
}

/** Of each claim what nobody disputes; where invoices are disputed by name, for the others (BW 6:43 lid 1). */
function undisputedShares(claims: readonly DebtorClaim[]): PaymentShare[] {
  return claims.flatMap(({ id: claimId, dispute, statement, invoices }) => {
    const amount = dispute?.undisputed ?? statement.open;
    const disputed = dispute?.invoiceIds ?? [];
    const invoiceIds = disputed.length === 0 ? [] : invoices.map(({ id }) => id).filter((id) => !disputed.includes(id));
    return amount > 0n ? [{ claimId, amount, invoiceIds }] : [];
  });
}

function chosenOf(
  claims: readonly DebtorClaim[],
  { minimumPart, plan }: { minimumPart: Cents; plan: PlanToPay | null },
): PayChoices["chosen"] {
  const most = smallest(openOn(claims), plan?.open ?? openOn(claims));
  if (claims.length > 1) {
    const items = claims.map((claim) => ({ id: claim.id, name: claim.description || claim.reference, amount: claim.statement.open })); // prettier-ignore
    return { of: "claims", items, once: ZERO, minimum: ZERO, most };
  }
  const [only] = claims;
  const open = only?.statement.invoices.filter((invoice) => invoice.open + invoice.interestOpen > 0n) ?? [];
  if (!only || open.length < 2) return null;
  const items = open.map((invoice) => ({ id: invoice.invoiceId, name: numberOf(only, invoice.invoiceId), amount: payableOn(only, [invoice.invoiceId]) })); // prettier-ignore
  const { costs, vat } = only.statement;
  return { of: "invoices", items, once: plus(costs.open, vat.open), minimum: smallest(minimumPart, most), most };
}

const numberOf = (claim: DebtorClaim, invoiceId: string) => claim.invoices.find(({ id }) => id === invoiceId)?.number ?? ""; // prettier-ignore

/** What the chosen invoices take: their principal and interest, and before them the open costs, which go first (BW 6:44). */
function payableOn({ statement }: DebtorClaim, invoiceIds: readonly string[]): Cents {
  const chosen = statement.invoices.filter(({ invoiceId }) => invoiceIds.includes(invoiceId));
  const amounts = chosen.flatMap((invoice) => [invoice.open, invoice.interestOpen]);
  return smallest(statement.open, sum([...amounts, statement.costs.open, statement.vat.open]));
}

/** Turns what was filled in into amounts for each claim, or says which answer cannot be. */
export function sharesFromAnswers(
  claims: readonly DebtorClaim[],
  { answers, minimumPart, plan }: { answers: PayAnswers; minimumPart: Cents; plan: PlanToPay | null },
): Result<PaymentShare[], PayAnswerFault> {
  if (claims.length === 0) return err({ kind: "notPayable" });
  switch (answers.amount) {
    case "instalment":
      return plan?.instalment ? ok(sharesByLaw(claims, plan.instalment.amount)) : err({ kind: "amountMissing" });
    case "all":
      if (plan) return ok(sharesByLaw(claims, plan.open));
      return ok(claims.map((claim) => ({ claimId: claim.id, amount: claim.statement.open, invoiceIds: [] })));
    case "undisputed":
      return undisputedOf(claims, plan) === null
        ? err({ kind: "amountMissing" })
        : ok(atMost(undisputedShares(claims), plan));
    case "part":
      return partOf(claims, { text: answers.part, minimumPart, most: mostInParts(claims, plan) });
    case "chosen":
      return chosenShares(claims, { ids: answers.chosen, minimumPart, plan });
    default:
      return err({ kind: "amountMissing" });
  }
}

/** An amount over several claims, in the order of the law. */
function sharesByLaw(claims: readonly DebtorClaim[], amount: Cents): PaymentShare[] {
  return shareOverClaims(claims, amount).map((share) => ({ ...share, invoiceIds: [] }));
}

function partOf(
  claims: readonly DebtorClaim[],
  { text, minimumPart, most }: { text: string; minimumPart: Cents; most: Cents | null },
): Result<PaymentShare[], PayAnswerFault> {
  if (most === null) return err({ kind: "amountMissing" });
  if (text.trim() === "") return err({ kind: "partMissing" });
  const amount = parseEuro(text);
  if (!amount.ok) return err({ kind: "notAnAmount" });
  if (amount.value > most) return err({ kind: "amountTooHigh", maximum: most });
  const minimum = smallest(minimumPart, most);
  if (amount.value < minimum) return err({ kind: "amountTooLow", minimum });
  return ok(sharesByLaw(claims, amount.value));
}

function chosenShares(
  claims: readonly DebtorClaim[],
  { ids, minimumPart, plan }: { ids: readonly string[]; minimumPart: Cents; plan: PlanToPay | null },
): Result<PaymentShare[], PayAnswerFault> {
  if (claims.length > 1) {
    const chosen = claims.filter((claim) => ids.includes(claim.id));
    if (chosen.length === 0) return err({ kind: "nothingChosen" });
    const shares = chosen.map((claim) => ({ claimId: claim.id, amount: claim.statement.open, invoiceIds: [] }));
    return ok(atMost(shares, plan));
  }
  const [claim] = claims;
  const invoiceIds = claim?.invoices.map(({ id }) => id).filter((id) => ids.includes(id)) ?? [];
  if (!claim || invoiceIds.length === 0) return err({ kind: "nothingChosen" });
  const most = smallest(claim.statement.open, plan?.open ?? claim.statement.open);
  const amount = smallest(payableOn(claim, invoiceIds), most);
  const minimum = smallest(minimumPart, most);
  if (amount < minimum) return err({ kind: "chosenTooLow", minimum });
  return ok([{ claimId: claim.id, amount, invoiceIds }]);
}
