import type { Allocation } from "#app/domain/account.ts";
import type { LocalDate } from "#app/domain/calendar.ts";
import { asCents, type Cents } from "#app/domain/money.ts";
import type { Services } from "#app/server/services.server.ts";
import { findPaymentDetails } from "./payment-details.server.ts";
import { findDebtorPayment } from "./payment-store.server.ts";

export type ReceiptView = {
  readonly paymentId: string;
  readonly amount: Cents;
  readonly paidAt: Date;
  readonly method: string;
  /** What went back since, by refund or chargeback: then the receipt says so. */
  readonly wentBack: Cents;
  /** Where the money went, claim by claim, as of today. */
  readonly claims: readonly {
    readonly claimId: string;
    readonly reference: string;
    readonly amount: Cents;
    readonly receivedOn: LocalDate | null;
    readonly allocation: Allocation | null;
  }[];
  readonly creditor: { readonly name: string; readonly iban: string; readonly contact: unknown };
};

/** What the receipt of one paid payment says; null for anything else. It never names who paid: that may be another. */
export async function receiptView(
  services: Pick<Services, "database" | "clock">,
  scope: { readonly creditorId: string; readonly debtorId: string; readonly paymentId: string },
): Promise<ReceiptView | null> {
  const { prisma } = services.database;
  const own = await findDebtorPayment(prisma, scope);
  if (!own?.paidAt) return null;
  const details = await findPaymentDetails(prisma, { ...scope, asOf: services.clock.today() });
  const creditor = await prisma.creditor.findUniqueOrThrow({
    where: { id: own.creditorId },
    select: { name: true, iban: true, contact: true },
  });
  if (!details) return null;
  return {
    paymentId: own.id,
    amount: asCents(own.amount),
    paidAt: own.paidAt,
    method: own.method,
    wentBack: asCents(details.amountRefunded + details.amountChargedBack),
    claims: details.shares,
    creditor,
  };
}
