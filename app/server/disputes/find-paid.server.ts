import { addDays, type LocalDate } from "#app/domain/calendar.ts";
import { asCents, type Cents } from "#app/domain/money.ts";
import { fromDateColumn, toDateColumn } from "#app/server/platform/clock/clock.server.ts";
import type { Services } from "#app/server/services.server.ts";

/** Money that was booked on the claim; without a payment page of our own where it came outside the portal. */
export type FoundPayment = { readonly paymentId: string | null; readonly on: LocalDate; readonly amount: Cents };

/** A bank needs a few days, and people remember the day roughly. */
const DAYS_APART = 5;

/**
 * The payment that somebody remembers, if the claim's ledger has it: the same amount, at most five days from the day named.
 * Of several the nearest day.
 */
export async function findPaid(
  services: Services,
  asked: { creditorId: string; debtorId: string; claimId: string; paidOn: LocalDate; amount: Cents },
): Promise<FoundPayment | null> {
  const { creditorId, debtorId, claimId, paidOn, amount } = asked;
  const rows = await services.database.prisma.ledgerEntry.findMany({
    where: {
      creditorId,
      claimId,
      claim: { debtorId },
      type: "payment",
      amount,
      valueDate: { gte: toDateColumn(addDays(paidOn, -DAYS_APART)), lte: toDateColumn(addDays(paidOn, DAYS_APART)) },
    },
    select: { paymentId: true, valueDate: true, amount: true },
    orderBy: { valueDate: "asc" },
  });
  const distance = ({ valueDate }: { valueDate: Date }) =>
    Math.abs(valueDate.getTime() - toDateColumn(paidOn).getTime());
  const [nearest] = [...rows].sort((left, right) => distance(left) - distance(right));
  if (!nearest) return null;
  const { paymentId, valueDate } = nearest;
  return { paymentId, on: fromDateColumn(valueDate), amount: asCents(nearest.amount) };
}
