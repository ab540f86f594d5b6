import { repairTime } from "#app/domain/arrangement/plan-changes.ts";
import type { ClaimRecord } from "#app/server/claims/claim-record.server.ts";
import type { ProviderPayment } from "#app/server/payments/payment-provider.server.ts";
import type { StoredPayment } from "#app/server/payments/payment-store.server.ts";
import { toDateColumn } from "#app/server/platform/clock/clock.server.ts";
import type { Transaction } from "#app/server/platform/database/client.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { findArrangement, lockClaims } from "./arrangement-record.server.ts";
import { storeChange } from "./change-plan.server.ts";
import { planNow } from "./plan-now.server.ts";
import { scheduleChecks } from "./start-plan.server.ts";
import { tellDebtor } from "./tell-debtor.server.ts";

/**
 * The first payment came in: with it the debtor gave leave to collect the next ones, as the customer of that payment. Where it was taken back meanwhile, the
 * mandate is kept only to be revoked at the provider.
 */
export async function keepMandate(
  tx: Transaction,
  services: Pick<Services, "clock">,
  { payment, seen }: { payment: StoredPayment; seen: ProviderPayment },
): Promise<void> {
  const { arrangementId, creditorId } = payment;
  if (payment.sequence !== "first" || arrangementId === null) return;
  if (seen.status !== "paid" || seen.mandateId === null) return;
  const given = { mandateId: seen.mandateId, ...(seen.customerId === null ? {} : { customerId: seen.customerId }) };
  await tx.directDebitMandate.updateMany({
    where: { arrangementId, creditorId, status: "pending" },
    data: { ...given, status: "valid", signedOn: toDateColumn(services.clock.today()) },
  });
  await tx.directDebitMandate.updateMany({
    where: { arrangementId, creditorId, status: { in: ["withdrawn", "invalid"] }, mandateId: null },
    data: { ...given, revokeAt: services.clock.now() },
  });
}

/**
 * A collection was refused, failed or was reversed: its instalment gets a week, and the debtor is told how to pay it.
 * After a reversal, a refused mandate, or a second failure of the same instalment nothing is collected under that mandate
 * any more. Of money that went back, the instalment is the one that is open for it now. The caller holds the claims.
 */
export async function debitDidNotCome(
  tx: Transaction,
  services: Services,
  input: { payment: StoredPayment; claims: readonly ClaimRecord[]; mandate: "kept" | "invalid" },
): Promise<void> {
  const { sequence, arrangementId, creditorId, instalmentSeq, id } = input.payment;
  if (sequence !== "recurring" || arrangementId === null || instalmentSeq === null) return;
  const failures = await tx.payment.count({
    where: {
      arrangementId,
      creditorId,
      instalmentSeq,
      sequence,
      status: { in: ["failed", "expired", "cancelled", "abandoned"] },
    },
  });
  if (input.mandate === "invalid" || failures > 1) {
    const at = services.clock.now();
    await tx.directDebitMandate.updateMany({
      where: { arrangementId, creditorId, status: "valid" },
      data: { status: "invalid", withdrawnAt: at, revokeAt: at },
    });
  }
  const arrangement = await findArrangement(tx, { creditorId, arrangementId });
  if (arrangement?.status !== "accepted") return;
  const claims = await lockClaims(tx, arrangement);
  const today = services.clock.today();
  const { plan } = await planNow(tx, { arrangement, claims, today });
  const named = plan.instalments.find(({ seq }) => seq === instalmentSeq);
  const instalment = named && named.open > 0n ? named : plan.next;
  if (instalment === null) return;
  const change = repairTime(plan, instalment.seq, { today });
  if (!change.ok) return;
  await storeChange(tx, arrangement, change.value);
  const news = { kind: "debit_failed" as const, instalment: { ...instalment, dueOn: change.value.dueOn } };
  await tellDebtor(tx, services, { arrangement, news, key: `${id}:debit_failed:${input.mandate}` });
  await scheduleChecks(tx, services, { creditorId, arrangementId, claims });
}
