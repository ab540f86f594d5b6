import type { Allocation } from "#app/domain/account.ts";
import type { LocalDate } from "#app/domain/calendar.ts";
import { asCents, type Cents } from "#app/domain/money.ts";
import { findClaim } from "#app/server/claims/claim-record.server.ts";
import { claimStatement } from "#app/server/claims/claim-statement.server.ts";
import { fromDateColumn } from "#app/server/platform/clock/clock.server.ts";
import type { Transaction } from "#app/server/platform/database/client.server.ts";

/** The part of a payment that is for one claim, and where it went as of a day; null while nothing came. */
export type PaymentShareDetails = {
  readonly claimId: string;
  readonly reference: string;
  readonly amount: Cents;
  readonly receivedOn: LocalDate | null;
  readonly allocation: Allocation | null;
};

export type PaymentDetails = NonNullable<Awaited<ReturnType<typeof findPaymentDetails>>>;

/** A payment of this creditor with its shares, or null. */
export async function findPaymentDetails(
  tx: Transaction,
  { creditorId, paymentId, asOf }: { creditorId: string; paymentId: string; asOf: LocalDate },
) {
  const payment = await tx.payment.findFirst({
    where: { id: paymentId, creditorId },
    select: {
      id: true,
      status: true,
      provider: true,
      providerId: true,
      method: true,
      amount: true,
      amountRefunded: true,
      amountChargedBack: true,
      reference: true,
      createdAt: true,
      paidAt: true,
      parts: { select: { claimId: true, amount: true }, orderBy: { claimId: "asc" } },
      quarantined: {
        select: { reason: true, expected: true, received: true, createdAt: true },
        orderBy: { createdAt: "asc" },
      },
    },
  });
  if (!payment) return null;
  const shares = await Promise.all(
    payment.parts.map((part) => shareDetails(tx, { creditorId, paymentId, asOf, ...part })),
  );
  return { ...payment, shares };
}

async function shareDetails(
  tx: Transaction,
  part: { creditorId: string; paymentId: string; claimId: string; amount: bigint; asOf: LocalDate },
): Promise<PaymentShareDetails> {
  const { creditorId, paymentId, claimId, asOf } = part;
  const claim = await findClaim(tx, { creditorId, claimId });
  if (!claim) throw new Error("a payment names a claim that is not its creditor's");
  const { reference } = claim;
  const entry = await tx.ledgerEntry.findFirst({
    where: { creditorId, claimId, paymentId, type: "payment" },
    select: { factKey: true, valueDate: true },
  });
  const amount = asCents(part.amount);
  if (!entry) return { claimId, reference, amount, receivedOn: null, allocation: null };
  const statement = await claimStatement(tx, claim, asOf);
  const allocation = statement.entries.find(({ factKey }) => factKey === entry.factKey)?.allocation ?? null;
  return { claimId, reference, amount, receivedOn: fromDateColumn(entry.valueDate), allocation };
}
