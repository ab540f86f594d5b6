import { isStillToCollect } from "#app/server/arrangements/collect-instalment.server.ts";
import { debitDidNotCome } from "#app/server/arrangements/debit-outcome.server.ts";
import { crashPoint } from "#app/server/platform/crash-point/crash-point.server.ts";
import { inTransaction } from "#app/server/platform/database/transaction.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { nextCheck } from "./check-schedule.server.ts";
import { abandonPayment, createAtProvider } from "./create-at-provider.server.ts";
import type { PaymentProvider } from "./payment-provider.server.ts";
import { closeParts } from "./payment-state.server.ts";
import { findPayment, isUnderWay, lockClaims, type StoredPayment } from "./payment-store.server.ts";
import { providerOfPayment } from "./provider-of-payment.server.ts";
import { storeNotice } from "./receive-notice.server.ts";
import { appendFailedEvents, settlePayment } from "./settle-payment.server.ts";

const LOOK_AGAIN_AFTER_MS = 60_000;
/** A provider that cannot be reached so long will not collect on the announced day any more. */
const COLLECTION_HOPELESS_AFTER_MS = 3 * 24 * 60 * 60_000;
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
  const isCollection = attempt.sequence === "recurring" && attempt.status === "creating";
  const age = services.clock.now().getTime() - attempt.createdAt.getTime();
  if (isCollection && age > COLLECTION_HOPELESS_AFTER_MS) return giveUpCollection(services, attempt, "kept");
  const inForce = services.providers.of(attempt.creditor);
  const provider = providerOfPayment(services, attempt.creditor);
  if (!inForce || !provider) return;
  const since = new Date(attempt.createdAt.getTime() - CLOCKS_DIFFER_MS);
  const found = await provider.findByAttempt(attempt.id, since);
  if (!found.ok) return;
  if (found.value) {
    await settlePayment(services, { providerId: found.value.providerId, attemptId: attempt.id });
    return;
  }
  if (isCollection) return collect(services, inForce, attempt);
  await abandonPayment(services, attempt);
}

/** A collection that is stored but not at the provider yet goes there, if it is still to be collected. */
async function collect(services: Services, provider: PaymentProvider, attempt: StoredPayment): Promise<void> {
  crashPoint("collect:row-written");
  const wanted = await inTransaction(services.database, async (tx) => {
    const claims = await lockClaims(tx, attempt);
    return isStillToCollect(tx, services, { payment: attempt, claims });
  });
  if (!wanted) return abandonPayment(services, attempt);
  const created = await createAtProvider(services, provider, { attempt, repeated: true });
  if (created.ok || created.error.kind !== "provider_refused") return;
  const { field } = created.error;
  await giveUpCollection(services, attempt, field === "mandateId" || field === "customerId" ? "invalid" : "kept");
}

/** Nothing will come of a collection: the creditor is told, and the debtor how to pay the instalment in another way. */
async function giveUpCollection(
  services: Services,
  attempt: StoredPayment,
  mandate: "kept" | "invalid",
): Promise<void> {
  const at = services.clock.now();
  await inTransaction(services.database, async (tx) => {
    const claims = await lockClaims(tx, attempt);
    const { count } = await tx.payment.updateMany({
      where: { id: attempt.id, status: "creating", providerId: null },
      data: { status: "abandoned", endedAt: at, checkAt: null },
    });
    if (count === 0) return;
    await closeParts(tx, attempt.id);
    await appendFailedEvents(tx, attempt, { reason: "failed", at });
    await debitDidNotCome(tx, services, { payment: attempt, claims, mandate });
  });
}
