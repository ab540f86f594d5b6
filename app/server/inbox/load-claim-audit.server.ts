import type { CreditorGrant } from "#app/server/access/creditor-session.server.ts";
import type { ClaimRecord } from "#app/server/claims/claim-record.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { type DecidedBy, decidedByOf } from "./decided-by.server.ts";

/** A line of the audit log about a claim. */
export type AuditLine = {
  /** RFC 3339. */
  readonly at: string;
  readonly action: string;
  readonly by: DecidedBy;
};

const MOST_LINES = 40;

/** What the audit log says of a claim and of what belongs to it, the newest first. */
export async function loadClaimAudit(
  services: Services,
  { grant, claim }: { grant: CreditorGrant; claim: ClaimRecord },
): Promise<readonly AuditLine[]> {
  const { creditorId, id: claimId, debtorId } = claim;
  const { pool, prisma } = services.database;
  const { rows } = await pool.query<{ at: Date; action: string; actor: string }>(
    // Each half by an index of its own: the log of all claims is not read for that of one.
    `SELECT at, action, actor FROM (
       SELECT sequence, at, action, actor FROM audit_entry WHERE creditor_id = $1 AND subject = ANY (ARRAY(
         SELECT $2::text UNION ALL SELECT $3::text
         UNION ALL SELECT id FROM link WHERE claim_id = $2 UNION ALL SELECT id FROM pause WHERE claim_id = $2
         UNION ALL SELECT id FROM dispute WHERE claim_id = $2 UNION ALL SELECT arrangement_id FROM arrangement_claim WHERE claim_id = $2
         UNION ALL SELECT payment_id FROM payment_part WHERE claim_id = $2))
       UNION
       SELECT sequence, at, action, actor FROM audit_entry WHERE creditor_id = $1 AND claim_id = $2
     ) AS lines ORDER BY sequence DESC LIMIT $4`,
    [creditorId, claimId, debtorId, MOST_LINES],
  );
  const known = new Map<string, DecidedBy>();
  const lines: AuditLine[] = [];
  for (const { at, action, actor } of rows) {
    const by = known.get(actor) ?? (await decidedByOf(prisma, { actor, creditorId, userId: grant.userId }));
    known.set(actor, by);
    lines.push({ at: at.toISOString(), action, by });
  }
  return lines;
}
