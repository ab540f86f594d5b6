import { asCents } from "#app/domain/money.ts";
import { dayInAmsterdam } from "#app/server/platform/clock/clock.server.ts";
import type { Services } from "#app/server/services.server.ts";

/** The payments of a debtor that came in, newest first, each with the address of its receipt. */
export async function loadReceipts(
  services: Services,
  { debtor, claimId }: { debtor: { creditorId: string; debtorId: string }; claimId: string | null },
) {
  const payments = await services.database.prisma.payment.findMany({
    where: {
      creditorId: debtor.creditorId,
      debtorId: debtor.debtorId,
      status: "paid",
      ...(claimId === null ? {} : { parts: { some: { claimId } } }),
    },
    orderBy: [{ paidAt: "desc" }, { id: "desc" }],
    select: { id: true, amount: true, paidAt: true },
  });
  return payments.flatMap(({ id, amount, paidAt }) =>
    paidAt ? [{ href: `/claim/receipts/${id}`, paidOn: dayInAmsterdam(paidAt), amount: asCents(amount) }] : [],
  );
}
