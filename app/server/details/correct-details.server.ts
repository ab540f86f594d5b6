import type { ClaimRecord } from "#app/server/claims/claim-record.server.ts";
import { appendAudit } from "#app/server/audit/append-audit.server.ts";
import { appendEvents } from "#app/server/events/append-event.server.ts";
import { resumeAddress } from "#app/server/messages/stopped-address.server.ts";
import type { Transaction } from "#app/server/platform/database/client.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { applyChanges } from "./apply-changes.server.ts";
import { changedFields, type CorrectedDetails, DETAIL_FIELDS, groupsOf } from "./detail-fields.server.ts";

/**
 * The creditor says how its debtor is reached: that holds at once. A mail address or phone that is named is one that the
 * creditor vouches for, also when somebody there said before that it was not for them. The caller holds the claim.
 */
export async function correctDetails(
  tx: Transaction,
  services: Pick<Services, "clock">,
  { claim, wanted, actor }: { claim: ClaimRecord; wanted: CorrectedDetails; actor: string },
): Promise<void> {
  const { creditorId, debtorId, id: claimId } = claim;
  const owner = { creditorId, debtorId };
  await tx.$queryRaw`SELECT id FROM debtor WHERE id = ${debtorId} AND creditor_id = ${creditorId} FOR UPDATE`;
  const columns = Object.fromEntries(DETAIL_FIELDS.map((field) => [field, true])) as Record<(typeof DETAIL_FIELDS)[number], true>; // prettier-ignore
  const known = await tx.debtor.findFirstOrThrow({ where: { id: debtorId, creditorId }, select: { ...columns, country: true } }); // prettier-ignore
  for (const address of [wanted.email, wanted.phone]) if (address) await resumeAddress(tx, { owner, address });
  const moved = wanted.country !== undefined && wanted.country !== known.country ? { country: wanted.country } : {};
  const changes = { ...changedFields(known, { ...known, ...wanted }), ...moved };
  const fields = groupsOf(changes);
  if (fields.length === 0) return;
  await applyChanges(tx, services, { owner, changes, actor });
  const at = services.clock.now();
  const data = { debtor: { id: debtorId }, fields };
  await appendEvents(tx, claimId, [{ type: "debtor.details_changed", occurredAt: at, data }]);
  const noted = { fields: fields.join(" ") };
  appendAudit(tx, creditorId, { at, actor, action: "debtor.details_changed", subject: debtorId, data: noted });
}
