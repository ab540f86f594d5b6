import { asCents, type Cents } from "#app/domain/money.ts";
import type { Services } from "#app/server/services.server.ts";
import { isCheckoutAddress } from "./checkout-address.server.ts";
import { outcomeOf, type PaymentOutcome } from "./payment-outcome.server.ts";
import { ASK_AGAIN_AFTER_MS } from "./start-payment.server.ts";
import { findDebtorPayment } from "./payment-store.server.ts";

export type CheckoutView = {
  readonly paymentId: string;
  /** For the page that shows what became of it. */
  readonly returnId: string;
  readonly amount: Cents;
  readonly claimIds: readonly string[];
} & (
  | /** The provider has not answered yet: look again in a moment. */
    { readonly state: "waiting" } /** It has not answered for so long that the debtor may ask again. */
  | { readonly state: "stuck" }
  | {
      readonly state: "ready";
      readonly checkoutUrl: string;
      /** An image to scan with the banking app of another device. */
      readonly qrSource: string | null;
      readonly expiresAt: Date | null;
    } /** Nothing to leave for: over, or its time has run out and the outcome is not known yet. */
  | { readonly state: "over"; readonly outcome: PaymentOutcome }
);

/** The page between our form and the bank, for the debtor who started the payment. */
export async function checkoutView(
  services: Pick<Services, "database" | "clock" | "config">,
  scope: { readonly creditorId: string; readonly debtorId: string; readonly paymentId: string },
): Promise<CheckoutView | null> {
  const payment = await findDebtorPayment(services.database.prisma, scope);
  if (!payment?.returnId) return null;
  const { id: paymentId, returnId, checkoutUrl, qrSource, expiresAt } = payment;
  const claimIds = payment.parts.map((part) => part.claimId);
  const view = { paymentId, returnId, amount: asCents(payment.amount), claimIds };
  if (payment.status === "creating") {
    const waited = services.clock.now().getTime() - payment.createdAt.getTime();
    return { ...view, state: waited < ASK_AGAIN_AFTER_MS ? "waiting" : "stuck" };
  }
  const expired = expiresAt !== null && expiresAt <= services.clock.now();
  const { production } = services.config;
  if (payment.status !== "open" || expired || checkoutUrl === null || !isCheckoutAddress(checkoutUrl, { production })) {
    return { ...view, state: "over", outcome: outcomeOf(payment) };
  }
  return { ...view, state: "ready", checkoutUrl, qrSource, expiresAt };
}
