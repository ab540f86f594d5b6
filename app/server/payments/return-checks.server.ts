import type { Services } from "#app/server/services.server.ts";
import { findPayment } from "./payment-store.server.ts";
import { settlePayment } from "./settle-payment.server.ts";

/** The page that waits refreshes every few seconds; every process asks at most this often about one payment. */
const ASK_EVERY_MS = 3_000;
const MOST_REMEMBERED = 10_000;

export type ReturnChecks = {
  /** Asks the provider about a payment whose debtor is back from the bank, unless that was done a moment ago. */
  check(paymentId: string): void;
  /** Done when no question is under way. */
  idle(): Promise<void>;
};

export function createReturnChecks(services: Services): ReturnChecks {
  const askedAt = new Map<string, number>();
  const running = new Set<Promise<void>>();

  async function ask(paymentId: string): Promise<void> {
    const payment = await findPayment(services.database.prisma, { id: paymentId });
    if (!payment?.providerId || payment.status === "paid") return;
    await settlePayment(services, { providerId: payment.providerId, attemptId: null });
  }

  return {
    check(paymentId) {
      const now = services.clock.now().getTime();
      if (paymentId === "" || now - (askedAt.get(paymentId) ?? 0) < ASK_EVERY_MS) return;
      if (askedAt.size >= MOST_REMEMBERED) askedAt.clear();
      askedAt.set(paymentId, now);
      const asking = ask(paymentId)
        .catch((error: unknown) => services.log.warn({ err: error }, "asking after a return failed"))
        .finally(() => running.delete(asking));
      running.add(asking);
    },
    async idle() {
      await Promise.all(running);
    },
  };
}
