import type { DebtorGrant } from "#app/server/access/debtor-session.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { findDebtorPayment, sharesOfPayment } from "./payment-store.server.ts";
import { startPayment } from "./start-payment.server.ts";

/** Sends a form again whose payment the provider did not answer for. What is under way stays as it is. */
export async function retryCheckout(
  services: Services,
  { debtor, paymentId }: { debtor: DebtorGrant; paymentId: string },
): Promise<void> {
  const payment = await findDebtorPayment(services.database.prisma, { ...debtor, paymentId });
  if (payment?.status !== "creating") return;
  await startPayment(services, { debtor, paymentId, shares: sharesOfPayment(payment), language: payment.language });
}
