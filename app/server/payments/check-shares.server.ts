import { asCents, type Cents, smallest, sum, ZERO } from "#app/domain/money.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import type { ClaimRecord } from "#app/server/claims/claim-record.server.ts";
import { claimStatement } from "#app/server/claims/claim-statement.server.ts";
import type { Transaction } from "#app/server/platform/database/client.server.ts";
import type { Services } from "#app/server/services.server.ts";
import type { PaymentShare } from "./payment-facts.server.ts";

/** What iDEAL carries in one payment: € 50.000,00. */
export const IDEAL_MAXIMUM = asCents(5_000_000n);

export type ShareRefusal =
  /** Ids that are not of this debtor, a claim named twice, no claim at all: no form of ours asks that. */
  | { readonly kind: "invalid_request" }
  /** Closed, or nothing is open any more. */
  | { readonly kind: "not_payable"; readonly claimId: string }
  /** All together less than the creditor's minimum for a part; the whole open amount may always be paid. */
  | { readonly kind: "amount_too_low"; readonly claimId: string; readonly minimum: Cents }
  | { readonly kind: "amount_too_high"; readonly claimId: string; readonly maximum: Cents }
  /** More than the method carries in one payment. */
  | { readonly kind: "amount_over_limit"; readonly maximum: Cents };

/** May these amounts be paid on these claims today? The caller holds the claims. */
export async function checkShares(
  tx: Transaction,
  services: Pick<Services, "clock">,
  {
    claims,
    shares,
    minimumPart,
  }: { claims: readonly ClaimRecord[]; shares: readonly PaymentShare[]; minimumPart: Cents },
): Promise<Result<Cents, ShareRefusal>> {
  const opens: Cents[] = [];
  for (const share of shares) {
    const claim = claims.find(({ id }) => id === share.claimId);
    if (!claim) return err({ kind: "invalid_request" });
    const { claimId } = share;
    if (claim.status === "closed" || claim.status === "settled") return err({ kind: "not_payable", claimId });
    const { open, invoices } = await claimStatement(tx, claim, services.clock.today());
    if (!share.invoiceIds.every((id) => invoices.some(({ invoiceId }) => invoiceId === id))) {
      return err({ kind: "invalid_request" });
    }
    if (open === 0n) return err({ kind: "not_payable", claimId });
    if (share.amount > open) return err({ kind: "amount_too_high", claimId, maximum: open });
    if (share.amount <= ZERO) return err({ kind: "amount_too_low", claimId, minimum: smallest(minimumPart, open) });
    opens.push(open);
  }
  const total = sum(shares.map((share) => share.amount));
  const minimum = smallest(minimumPart, sum(opens));
  const [first] = shares;
  if (first && total < minimum) return err({ kind: "amount_too_low", claimId: first.claimId, minimum });
  return total > IDEAL_MAXIMUM ? err({ kind: "amount_over_limit", maximum: IDEAL_MAXIMUM }) : ok(total);
}

/** The same claims, amounts and chosen invoices, in whatever order. */
export function sameShares(left: readonly PaymentShare[], right: readonly PaymentShare[]): boolean {
  const written = (shares: readonly PaymentShare[]) =>
    shares.map(({ claimId, amount, invoiceIds }) => `${claimId} ${amount} ${[...invoiceIds].sort().join(" ")}`).sort();
  return written(left).join("\n") === written(right).join("\n");
}
