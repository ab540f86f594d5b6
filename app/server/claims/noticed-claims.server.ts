import type { LocalDate } from "#app/domain/calendar.ts";
import { asCents } from "#app/domain/money.ts";
import type { NoticedClaim } from "#app/domain/noticed-together.ts";
import type { Transaction } from "#app/server/platform/database/client.server.ts";

type Wanted = {
  readonly creditorId: string;
  /** The debtors by the creditor's references. */
  readonly references: readonly string[];
  readonly days: readonly LocalDate[];
};

export type KnownNoticed = NoticedClaim & { readonly claimId: string };

/** The consumers' claims that still ask, with collection costs and a notice of one of these days: by the debtor's reference. */
export async function loadNoticedClaims(
  tx: Transaction,
  { creditorId, references, days }: Wanted,
): Promise<Map<string, KnownNoticed[]>> {
  const found = new Map<string, KnownNoticed[]>();
  if (references.length === 0 || days.length === 0) return found;
  const rows = await tx.$queryRaw<{ claimId: string; reference: string; day: LocalDate; principal: bigint }[]>`
    SELECT claim.id AS "claimId", debtor.reference, claim.notice_delivered_on::text AS day, sum(invoice.amount)::bigint AS principal
    FROM debtor
      JOIN claim ON claim.creditor_id = debtor.creditor_id AND claim.debtor_id = debtor.id
      JOIN invoice ON invoice.creditor_id = claim.creditor_id AND invoice.claim_id = claim.id
    WHERE debtor.creditor_id = ${creditorId} AND debtor.reference = ANY(${references}::text[])
      AND claim.kind = 'consumer' AND claim.costs_type <> 'none' AND claim.status NOT IN ('settled', 'closed')
      AND claim.notice_delivered_on = ANY(${days}::date[]) AND invoice.due_on < claim.notice_delivered_on
    GROUP BY debtor.reference, claim.id ORDER BY claim.id`;
  for (const { claimId, reference, day, principal } of rows) {
    noteNoticed(found, reference, { claimId, noticeDeliveredOn: day, principal: asCents(principal) });
  }
  return found;
}

/** From here on this one is known too. */
export function noteNoticed(known: Map<string, KnownNoticed[]>, reference: string, claim: KnownNoticed): void {
  known.set(reference, [...(known.get(reference) ?? []), claim]);
}
