import type { Cents } from "#app/domain/money.ts";
import type { StatementEntry } from "#app/domain/statement-entries.ts";
import type { Services } from "#app/server/services.server.ts";
import { findPaid, type FoundPayment } from "./find-paid.server.ts";
import type { DisputeJourney } from "./journey.server.ts";

/** A payment that the debtor means and the creditor already has, and where it went. */
export type PaymentFound = {
  readonly payment: FoundPayment;
  /** As it stands in the statement of the claim; null when it does not stand there as one payment. */
  readonly entry: StatementEntry | null;
  readonly openNow: Cents;
};

/** Looks for the payment that the draft speaks of. */
export async function findPaidOfDraft(
  services: Services,
  { loaded, claim, draft }: DisputeJourney,
): Promise<PaymentFound | null> {
  const { paidOn, paidAmount } = draft.paid ?? {};
  if (paidOn === undefined || paidAmount === undefined) return null;
  const { creditorId, debtorId } = loaded.session;
  const payment = await findPaid(services, { creditorId, debtorId, claimId: claim.id, paidOn, amount: paidAmount });
  if (payment === null) return null;
  const entry = claim.statement.entries.find(
    ({ type, date, amount }) => type === "payment" && date === payment.on && amount === payment.amount,
  );
  return { payment, entry: entry ?? null, openNow: claim.statement.open };
}
