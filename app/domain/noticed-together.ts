import type { LocalDate } from "./calendar.ts";
import { isCovered } from "./costs-due.ts";
import type { ClaimIntake, IntakeWarning } from "./intake-check.ts";
import { collectionCosts, collectionCostsOfInvoices } from "./law/collection-costs.ts";
import { type Cents, largest, minus, sum, ZERO } from "./money.ts";

/** The day of the notice of a claim, and the principal that it covers. */
export type NoticedClaim = { readonly noticeDeliveredOn: LocalDate; readonly principal: Cents };

/** A claim as its notice has it; null of a business's, one that asks no collection costs, and one without a notice. */
export function noticedClaim(
  claim: Pick<ClaimIntake, "kind" | "collectionCosts"> & {
    readonly invoices: readonly { readonly dueOn: LocalDate; readonly amount: Cents }[];
  },
): NoticedClaim | null {
  const { kind, collectionCosts: asked, invoices } = claim;
  if (kind !== "consumer" || asked.type === "none" || asked.noticeDeliveredOn === null) return null;
  const noticeDeliveredOn = asked.noticeDeliveredOn;
  const covered = invoices.filter((invoice) => isCovered(invoice, noticeDeliveredOn));
  return { noticeDeliveredOn, principal: sum(covered.map(({ amount }) => amount)) };
}

/**
 * Warns of a claim whose notice came on one day with the notices of other claims of the debtor: the law adds the principals
 * up and applies the tariff once (BW 6:96 lid 7). Allowed is what this claim may add to the costs of the others, in cents
 * and without VAT.
 */
export function noticedTogether(
  own: NoticedClaim | null,
  others: readonly NoticedClaim[],
  today: LocalDate,
): IntakeWarning[] {
  const together = own ? others.filter(({ noticeDeliveredOn }) => noticeDeliveredOn === own.noticeDeliveredOn) : [];
  if (own === null || together.length === 0) return [];
  const principals = together.map(({ principal }) => principal);
  const askedByOthers = sum(principals.map((principal) => collectionCosts(principal, today)));
  const ofAll = collectionCostsOfInvoices([...principals, own.principal], today);
  const allowed = largest(ZERO, minus(ofAll, askedByOthers));
  return [{ path: ["collectionCosts", "noticeDeliveredOn"], code: "noticed_together", allowed }];
}
