import { asCents, type Cents, sum, ZERO } from "#app/domain/money.ts";
import { findClaim } from "#app/server/claims/claim-record.server.ts";
import { claimStatement } from "#app/server/claims/claim-statement.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { outcomeOf, type PaymentOutcome } from "./payment-outcome.server.ts";
import { findPayment, type StoredPayment } from "./payment-store.server.ts";

export type PaymentReturnView = {
  /** For the server's own use; not for a page without a session. */
  readonly paymentId: string;
  readonly state: PaymentOutcome;
  readonly amount: Cents;
  /** Only for the debtor whose payment it is; null in a browser without that session. */
  readonly details: {
    readonly claims: readonly { readonly claimId: string; readonly reference: string; readonly open: Cents }[];
    /** What is asked now on these claims together: of a closed one nothing. */
    readonly open: Cents;
  } | null;
};

/**
 * The page after the bank. The id in its address is all that a browser without session shows, and gets amount and state
 * for it. Only our own record counts, whatever the address says besides.
 */
export async function paymentReturnView(
  services: Pick<Services, "database" | "clock">,
  { returnId, debtor }: { returnId: string; debtor: { creditorId: string; debtorId: string } | null },
): Promise<PaymentReturnView | null> {
  const payment = await findPayment(services.database.prisma, { returnId });
  if (!payment) return null;
  const own = debtor?.creditorId === payment.creditorId && debtor.debtorId === payment.debtorId;
  const details = own ? await detailsOf(services, payment) : null;
  return { paymentId: payment.id, state: outcomeOf(payment), amount: asCents(payment.amount), details };
}

async function detailsOf(services: Pick<Services, "database" | "clock">, payment: StoredPayment) {
  const { prisma } = services.database;
  const claims = await Promise.all(
    payment.parts.map(async ({ claimId }) => {
      const claim = await findClaim(prisma, { creditorId: payment.creditorId, claimId });
      if (!claim) throw new Error(`payment ${payment.id} names a claim that is not its creditor's`);
      const { open } = await claimStatement(prisma, claim, services.clock.today());
      return { claimId, reference: claim.reference, open: claim.status === "closed" ? ZERO : open };
    }),
  );
  return { claims, open: sum(claims.map((claim) => claim.open)) };
}
