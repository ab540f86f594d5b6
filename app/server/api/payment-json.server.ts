import type { Allocation } from "#app/domain/account.ts";
import { asCents, plus, toDecimal } from "#app/domain/money.ts";
import type { PaymentDetails } from "#app/server/payments/payment-details.server.ts";
import { moneyJson } from "./money-json.server.ts";
import type { PaymentJson } from "./schemas/payment-schemas.server.ts";

type AllocationJson = Record<keyof Allocation, string>;

export function allocationJson({ costs, vat, interest, principal, credit }: Allocation): AllocationJson {
  return {
    costs: toDecimal(costs),
    vat: toDecimal(vat),
    interest: toDecimal(interest),
    principal: toDecimal(principal),
    credit: toDecimal(credit),
  };
}

export function paymentJson(payment: PaymentDetails): PaymentJson {
  const { shares } = payment;
  const allocated = shares.flatMap((share) => (share.allocation ? [share.allocation] : []));
  return {
    id: payment.id,
    status: statusJson(payment.status),
    method: payment.method,
    amount: moneyJson(asCents(payment.amount)),
    amountRefunded: moneyJson(asCents(payment.amountRefunded)),
    amountChargedBack: moneyJson(asCents(payment.amountChargedBack)),
    receivedOn: shares.find((share) => share.receivedOn !== null)?.receivedOn ?? null,
    ...(payment.reference === null ? {} : { reference: payment.reference }),
    ...(payment.providerId === null ? {} : { providerId: payment.providerId }),
    allocation: allocated.length === 0 ? null : allocationJson(allocated.reduce(together)),
    claims: shares.map((share) => ({
      id: share.claimId,
      reference: share.reference,
      amount: moneyJson(share.amount),
      allocation: share.allocation && allocationJson(share.allocation),
    })),
    mismatches: payment.quarantined.map(mismatchJson),
    createdAt: payment.createdAt.toISOString(),
    paidAt: payment.paidAt?.toISOString() ?? null,
  };
}

function mismatchJson({ reason, expected, received, createdAt }: PaymentDetails["quarantined"][number]) {
  const of = (side: unknown) => (side as Record<string, string>)[reason] ?? "";
  return { of: reason, expected: of(expected), received: of(received), seenAt: createdAt.toISOString() };
}

/** An attempt that is being made is open to the outside; one whose making got no answer has failed. */
function statusJson(status: PaymentDetails["status"]): PaymentJson["status"] {
  if (status === "creating") return "open";
  return status === "abandoned" ? "failed" : status;
}

function together(left: Allocation, right: Allocation): Allocation {
  return {
    costs: plus(left.costs, right.costs),
    vat: plus(left.vat, right.vat),
    interest: plus(left.interest, right.interest),
    principal: plus(left.principal, right.principal),
    credit: plus(left.credit, right.credit),
  };
}
