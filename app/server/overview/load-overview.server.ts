import type { AppLoadContext } from "@remix-run/node";
import { asCents } from "#app/domain/money.ts";
import { readStoredPolicy } from "#app/server/arrangements/arrangement-policy.server.ts";
import { loadDebtorArrangement } from "#app/server/arrangements/debtor-arrangement.server.ts";
import { debtorClaimsOf, debtorClaimsQuery, type DebtorClaimsRow } from "#app/server/claims/debtor-claims.server.ts";
import { dayInAmsterdam } from "#app/server/platform/clock/clock.server.ts";
import { hashSecret } from "#app/server/platform/crypto/secret-hash.server.ts";
import { ADDRESSEE_COLUMN, type AddresseeRow } from "./addressee.server.ts";
import { LATEST_LETTERS_COLUMN, type LatestLetterRow, toLatestLetter } from "./latest-letters.server.ts";

/** Column: the payments that came in, of the claim in `$3` or of all, newest first. */
const RECEIPTS_COLUMN = `
  (SELECT coalesce(json_agg(json_build_object('id', p.id, 'amount', p.amount::text, 'paidAt', p.paid_at) ORDER BY p.paid_at DESC, p.id DESC), '[]')
    FROM payment p
    WHERE p.creditor_id = s.creditor_id AND p.debtor_id = s.debtor_id AND p.status = 'paid'
      AND ($3::text IS NULL OR EXISTS (SELECT FROM payment_part pp WHERE pp.payment_id = p.id AND pp.claim_id = $3))) AS receipts`;

/** Column: what arrangements the creditor agrees to; null for what everybody starts with. */
const POLICY_COLUMN = `cr.arrangement_policy AS "arrangementPolicy"`;

/** Column: whether an arrangement over the claim in `$3`, or over any, waits or runs. */
const ARRANGED_COLUMN = `
  EXISTS (SELECT FROM arrangement_claim ac JOIN claim c ON c.id = ac.claim_id AND c.creditor_id = ac.creditor_id
    WHERE c.creditor_id = s.creditor_id AND c.debtor_id = s.debtor_id AND ac.open
      AND ($3::text IS NULL OR c.id = $3)) AS "hasArrangement"`;

/** `$1` the hash of the session's token, `$2` the time, `$3` the claim to show or null. */
export const OVERVIEW_QUERY = debtorClaimsQuery([
  ADDRESSEE_COLUMN,
  LATEST_LETTERS_COLUMN,
  RECEIPTS_COLUMN,
  POLICY_COLUMN,
  ARRANGED_COLUMN,
]);

type OverviewRow = DebtorClaimsRow & {
  addressee: AddresseeRow;
  letters: LatestLetterRow[];
  receipts: { id: string; amount: string; paidAt: string }[];
  arrangementPolicy: unknown;
  hasArrangement: boolean;
};

/**
 * Everything the overview shows, in one query in the session's name; only where an arrangement waits or runs in a few
 * more. Null when the session is over.
 */
export async function loadOverview(context: AppLoadContext, { claimId }: { claimId: string | null }) {
  const { app: services, sessionToken: token } = context;
  if (token === null) return null;
  const { rows } = await services.database.pool.query<OverviewRow>({
    name: "overview",
    text: OVERVIEW_QUERY,
    values: [hashSecret(token), services.clock.now(), claimId],
  });
  const row = rows[0];
  if (!row) return null;
  const loaded = debtorClaimsOf(row, context);
  return {
    loaded,
    arrangement: row.hasArrangement ? await loadDebtorArrangement(services, loaded, claimId) : null,
    addressee: row.addressee,
    arrangementsOn: readStoredPolicy(row.arrangementPolicy).enabled,
    letters: row.letters.map(toLatestLetter),
    receipts: row.receipts.map(({ id, amount, paidAt }) => ({
      href: `/claim/receipts/${id}`,
      paidOn: dayInAmsterdam(new Date(paidAt)),
      amount: asCents(BigInt(amount)),
    })),
  };
}
