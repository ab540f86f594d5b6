import type { AppLoadContext } from "@remix-run/node";
import { type HelperRights, mayHelper } from "#app/domain/access.ts";

/** A request as the browser made it. */
export type Visit = { readonly method: string; readonly path: string };

/** Of a session that a helper's link opened; null in a debtor's own. */
export type SessionHelper = { readonly id: string; readonly rights: HelperRights; readonly debtorName: string };

/** With whom somebody looks along, and what they may do. */
export type HelperView = Pick<SessionHelper, "rights" | "debtorName">;

/**
 * The one place that says what somebody who helps a debtor may do. Every page with a session comes by here with whose
 * session it is; what is not allowed ends in a page that says so, and on what is, the page names whom they look along with.
 */
export function admitHelper(context: AppLoadContext, helper: SessionHelper | null): void {
  if (helper === null) return;
  const { rights, debtorName } = helper;
  context.helper = { rights, debtorName };
  const { method, path } = context.visit;
  if (!mayHelper(rights, method, path)) throw new Response(null, { status: 403, statusText: HELPER_REFUSED });
}

/** Tells the page of the refusal from that of other refusals. */
export const HELPER_REFUSED = "not for helpers";

/** SQL: a session of a helper holds as long as what the debtor allowed. `s` the session, `$2` the time. */
export const HELPER_HOLDS = `
(s.helper_id IS NULL OR EXISTS (SELECT FROM helper_grant hg WHERE hg.id = s.helper_id AND hg.creditor_id = s.creditor_id
  AND hg.debtor_id = s.debtor_id AND hg.revoked_at IS NULL AND hg.expires_at > $2))`;

/** SQL column: `SessionHelper` or null. `s` the session, `d` the debtor. */
export const HELPER_COLUMN = `
(SELECT json_build_object('id', hg.id, 'rights', hg.rights, 'debtorName', d.name)
  FROM helper_grant hg WHERE hg.id = s.helper_id) AS helper`;
