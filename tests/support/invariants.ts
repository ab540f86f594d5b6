import { expect } from "vitest";
import { toDecimal } from "#app/domain/money.ts";
import { verifyLedger } from "#app/server/claims/verify-ledger.server.ts";
import type { Services } from "#app/server/services.server.ts";
import type { MollieSimulator } from "../../demo/mollie/simulator.ts";

/** What must hold whatever happened: the production check finds nothing, and every booked fact is one of the provider's. */
export async function expectSoundBooks(
  services: Pick<Services, "database" | "clock">,
  simulator?: MollieSimulator,
): Promise<void> {
  expect(await verifyLedger(services)).toEqual([]);
  const [total] = await services.database.prisma.$queryRaw<{ sum: bigint | null }[]>`SELECT sum(amount)::bigint AS sum FROM ledger_posting`; // prettier-ignore
  expect(total?.sum ?? 0n).toBe(0n);
  if (!simulator) return;
  const booked = await services.database.prisma.ledgerEntry.findMany({
    where: { paymentId: { not: null }, factKey: { startsWith: "tr_" } },
    select: { factKey: true, amount: true },
  });
  const byFact = new Map<string, bigint>();
  for (const { factKey, amount } of booked) byFact.set(factKey, (byFact.get(factKey) ?? 0n) + amount);
  for (const [factKey, amount] of byFact) {
    const payment = simulator.control.payment({ paymentId: factKey.replace(/:paid$/, "") });
    expect({ factKey, amount: toDecimal(amount as never) }).toEqual({ factKey, amount: payment.amount.value });
  }
}
