import { debitDidNotCome } from "#app/server/arrangements/debit-outcome.server.ts";
import { crashPoint } from "#app/server/platform/crash-point/crash-point.server.ts";
import { inTransaction } from "#app/server/platform/database/transaction.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { nextCheck } from "./check-schedule.server.ts";
import { abandonPayment, createAtProvider } from "./create-at-provider.server.ts";
import type { PaymentProvider } from "./payment-provider.server.ts";
import { findPayment, isUnderWay, type StoredPayment } from "./payment-store.server.ts";
import { storeNotice } from "./receive-notice.server.ts";
import { lockClaims, settlePayment } from "./settle-payment.server.ts";

const LOOK_AGAIN_AFTER_MS = 60_000;
/** The provider's clock may differ from ours. */
const CLOCKS_DIFFER_MS = 10 * 60_000;

/**
 * Asks by itself about payments whose time has come, because notices get lost and creations go unanswered: at most
 * `limit`. Answers how many it took.
 */
export async function sweepPayments(services: Services, limit: number): Promise<number> {
  const now = services.clock.now();
  const due = await services.database.prisma.payment.findMany({
    where: { checkAt: { lte: now }, provider: "mollie" },
    orderBy: { checkAt: "asc" },
    take: limit,
    select: { id: true },
  });
  for (const { id } of due) {
    const payment = await findPayment(services.database.prisma, { id });
    if (payment) await checkPayment(services, payment);
  }
  return due.length;
}

async function checkPayment(services: Services, payment: StoredPayment): Promise<void> {
  const { id, providerId, createdAt, checkAt } = payment;
  const now = services.clock.now();
  const planned = nextCheck({ paid: payment.status === "paid", openAtProvider: isUnderWay(payment), createdAt, now });
  const next = providerId === null ? new Date(now.getTime() + LOOK_AGAIN_AFTER_MS) : planned;
  // Stored before anything is asked: of two processes that found it due, one goes on, and a crash asks again later.
  const taken = { ...payment, checkAt: next };
  const { count } = await services.database.prisma.payment.updateMany({
    where: { id, checkAt },
    data: { checkAt: next },
  });
  if (count === 0) return;
  if (providerId === null) return findOrphan(services, taken);
  crashPoint("sweep:taken");
  await storeNotice(services, { providerId, attemptId: null });
}

/** An attempt whose creation got no answer: either the payment is found at the provider, or it never came to be. */
async function findOrphan(services: Services, attempt: StoredPayment): Promise<void> {
  const provider = services.providers.of(attempt.creditor);
  if (!provider) return;
  const since = new Date(attempt.createdAt.getTime() - CLOCKS_DIFFER_MS);
  const found = await provider.findByAttempt(attempt.id, since);
  if (!found.ok) return;
  if (found.value) {
    await settlePayment(services, { providerId: found.value.providerId, attemptId: attempt.id });
    return;
  }
  if (attempt.sequence === "recurring" && attempt.status === "creating") return collect(services, provider, attempt);
  await abandonPayment(services, attempt);
}

/** A collection that is stored but not at the provider yet. What the provider refuses, the debtor pays in another way. */
async function collect(services: Services, provider: PaymentProvider, attempt: StoredPayment): Promise<void> {
  crashPoint("collect:row-written");
  const created = await createAtProvider(services, provider, { attempt, repeated: false });
  if (created.ok || created.error.kind !== "provider_refused") return;
  await inTransaction(services.database, async (tx) => {
    const claims = await lockClaims(tx, attempt);
    await debitDidNotCome(tx, services, { payment: attempt, claims, mandate: "invalid" });
  });
}
