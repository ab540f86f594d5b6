import type { LocalDate } from "#app/domain/calendar.ts";
import type { ClaimTerms } from "#app/domain/claim-terms.ts";
import type { ClaimIntake } from "#app/domain/intake-check.ts";
import { presumedDelivery } from "#app/domain/law/notice.ts";
import { asCents } from "#app/domain/money.ts";
import { percent } from "#app/domain/rate.ts";
import { centsOf } from "#app/server/validation/cents-of.server.ts";
import type { ClaimBody } from "./claim-body.server.ts";

/**
 * Turns a claim that its schema accepted into what the rules of the domain work with. A notice that was sent by post was
 * delivered when the law presumes it, by the creditor's postal days.
 */
export function readClaimBody(
  body: ClaimBody,
  creditor: { canDeductVat: boolean; waiveRemainderBelow: bigint; postalDays: number },
): { intake: ClaimIntake; terms: ClaimTerms } {
  const interest = body.interest.type === "contractual" ? { type: body.interest.type, rate: percent(body.interest.ratePercent) } : body.interest; // prettier-ignore
  const collectionCosts = readCosts(body.collectionCosts, creditor.postalDays);
  const invoices = body.invoices.map((invoice) => ({
    number: invoice.number,
    issuedOn: invoice.issuedOn as LocalDate,
    dueOn: invoice.dueOn as LocalDate,
    amount: centsOf(invoice.amount),
  }));
  const { canDeductVat } = creditor;
  return {
    intake: { kind: body.kind, invoices, interest, collectionCosts, canDeductVat },
    terms: {
      kind: body.kind,
      interest,
      collectionCosts,
      canDeductVat,
      waiveCostsIfRemainderBelow: asCents(creditor.waiveRemainderBelow),
      interestFrozen: [],
      costsHeld: [],
    },
  };
}

function readCosts(costs: ClaimBody["collectionCosts"], postalDays: number): ClaimTerms["collectionCosts"] {
  if (costs.type === "none") return costs;
  const { noticeSentOn, noticeDeliveredOn: delivered = null } = costs;
  const noticeDeliveredOn = noticeSentOn === undefined ? (delivered as LocalDate | null) : presumedDelivery(noticeSentOn as LocalDate, postalDays); // prettier-ignore
  if (costs.type === "statutory") return { type: costs.type, noticeDeliveredOn };
  return { type: costs.type, amount: centsOf(costs.amount), noticeDeliveredOn };
}
