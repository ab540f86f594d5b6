import { err, ok, type Result } from "#app/domain/result.ts";
import { appendAudit } from "#app/server/audit/append-audit.server.ts";
import { providerOfPayment } from "#app/server/payments/provider-of-payment.server.ts";
import { newId } from "#app/server/platform/crypto/random-id.server.ts";
import type { Transaction } from "#app/server/platform/database/client.server.ts";
import { inTransaction } from "#app/server/platform/database/transaction.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { actorOf, type DebtorSessionScope, lockOwn } from "./own-arrangement.server.ts";
import type { ArrangementRecord } from "./arrangement-record.server.ts";

/** The debtor chose automatic collection: the mandate itself comes with the first instalment, paid by iDEAL. */
export async function awaitMandate(
  tx: Transaction,
  services: Pick<Services, "clock">,
  { id: arrangementId, creditorId, method }: Pick<ArrangementRecord, "id" | "creditorId" | "method">,
): Promise<void> {
  if (method !== "sepa_dd") return;
  const now = services.clock.now();
  await tx.directDebitMandate.create({
    data: { id: newId("mdt", now), creditorId, arrangementId, provider: "mollie", createdAt: now },
  });
}

/** The debtor takes the mandate back, at once and without a reason; the plan goes on, paid by hand. */
export async function withdrawMandate(
  services: Services,
  { debtor, arrangementId }: { debtor: DebtorSessionScope; arrangementId: string },
): Promise<Result<null, { kind: "not_found" }>> {
  return inTransaction(services.database, async (tx) => {
    const locked = await lockOwn(tx, { debtor, arrangementId });
    if (!locked) return err({ kind: "not_found" });
    const { creditorId } = debtor;
    const at = services.clock.now();
    const { count } = await tx.directDebitMandate.updateMany({
      where: { arrangementId, creditorId, status: { in: ["pending", "valid"] } },
      data: { status: "withdrawn", withdrawnAt: at, revokeAt: at },
    });
    if (count > 0) appendAudit(tx, creditorId, { at, actor: actorOf(debtor), action: "mandate.withdrawn", subject: arrangementId }); // prettier-ignore
    return ok(null);
  });
}

const ASK_AGAIN_AFTER_MS = 5 * 60_000;

/** Tells the provider of mandates that ended here, until it knows. Answers how many it looked at. */
export async function revokeMandates(services: Services, limit: number): Promise<number> {
  const now = services.clock.now();
  const due = await services.database.prisma.directDebitMandate.findMany({
    where: { revokeAt: { lte: now } },
    orderBy: { revokeAt: "asc" },
    take: limit,
    select: {
      id: true,
      creditorId: true,
      customerId: true,
      mandateId: true,
      arrangement: { select: { creditor: { select: { id: true, mollieApiKey: true } } } },
    },
  });
  for (const { id, creditorId, customerId, mandateId, arrangement } of due) {
    const provider = providerOfPayment(services, arrangement.creditor);
    const told =
      customerId === null || mandateId === null || provider === null
        ? ok(null)
        : await provider.revokeMandate({ customerId, mandateId });
    const refused = !told.ok && told.error.kind === "refused";
    const gone = !told.ok && told.error.kind === "not_found";
    if (refused) services.log.warn({ mandateId: id }, "provider refused to revoke a mandate");
    const revokeAt = told.ok || refused || gone ? null : new Date(now.getTime() + ASK_AGAIN_AFTER_MS);
    await services.database.prisma.directDebitMandate.updateMany({ where: { id, creditorId }, data: { revokeAt } });
  }
  return due.length;
}
