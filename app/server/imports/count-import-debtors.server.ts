import { isStoppedAddress } from "#app/server/messages/stopped-address.server.ts";
import type { Services } from "#app/server/services.server.ts";

/** The debtors of the claims that an import made, each counted once. */
export type ImportDebtors = {
  /** Who would get a link. */
  readonly toMail: number;
  /** Who got a link to a claim of this import by mail already. */
  readonly mailedBefore: number;
  /** Of whom no mail address is known. */
  readonly withoutAddress: number;
  /** At whose address somebody said that it is not for them. */
  readonly addressStopped: number;
  /** Of whom nothing is open: a claim rests, or is in an arrangement. */
  readonly atRest: number;
  /** Of whom nothing is open or at rest: they dispute a claim. */
  readonly disputed: number;
  /** Of whom all is paid or closed. */
  readonly over: number;
};

type Kind = Exclude<keyof ImportDebtors, "addressStopped">;

/** `debtorId` and `email`: of one at whom an address was stopped, this one or another; else null, and many are one row. */
type Counted = {
  readonly kind: Kind;
  readonly debtorId: string | null;
  readonly email: string | null;
  readonly count: number;
};

const NOBODY: ImportDebtors = { toMail: 0, mailedBefore: 0, withoutAddress: 0, addressStopped: 0, atRest: 0, disputed: 0, over: 0 }; // prettier-ignore

/** Whom a link would be mailed to now, and why not the others. */
export async function countImportDebtors(
  { database: { pool, prisma } }: Services,
  { creditorId, importId }: { readonly creditorId: string; readonly importId: string },
): Promise<ImportDebtors> {
  const { rows } = await pool.query<Counted>(
    `SELECT kind, stopped_id AS "debtorId", CASE WHEN stopped_id IS NOT NULL THEN email END AS email, count(*)::int AS count
     FROM (
       SELECT debtor.email, CASE
           WHEN is_mailed THEN 'mailedBefore' WHEN is_open AND debtor.email IS NOT NULL THEN 'toMail'
           WHEN is_open THEN 'withoutAddress' WHEN rests THEN 'atRest' WHEN is_disputed THEN 'disputed' ELSE 'over' END AS kind,
         CASE WHEN is_open AND NOT is_mailed THEN
           (SELECT min(debtor_id) FROM stopped_address WHERE creditor_id = $1 AND debtor_id = debtor.id) END AS stopped_id
       FROM (
         SELECT claim.debtor_id, bool_or(claim.status = 'open') AS is_open,
           bool_or(claim.status IN ('paused', 'arranged')) AS rests, bool_or(claim.status = 'disputed') AS is_disputed,
           bool_or(EXISTS (SELECT FROM link WHERE link.creditor_id = $1 AND link.claim_id = claim.id
             AND link.channel = 'email' AND link.helper_id IS NULL)) AS is_mailed
         FROM import_row JOIN claim ON claim.creditor_id = $1 AND claim.id = import_row.claim_id
         WHERE import_row.import_id = $2 AND import_row.result = 'created' GROUP BY claim.debtor_id
       ) AS owing JOIN debtor ON debtor.creditor_id = $1 AND debtor.id = owing.debtor_id
     ) AS named GROUP BY kind, stopped_id, CASE WHEN stopped_id IS NOT NULL THEN email END`,
    [creditorId, importId],
  );
  const debtors: Record<keyof ImportDebtors, number> = { ...NOBODY };
  for (const { kind, debtorId, email, count } of rows) {
    const asked = kind === "toMail" && debtorId !== null && email !== null;
    const isStopped = asked && (await isStoppedAddress(prisma, { owner: { creditorId, debtorId }, address: email }));
    debtors[isStopped ? "addressStopped" : kind] += count;
  }
  return debtors;
}
