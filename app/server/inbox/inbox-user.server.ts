import { mayDecide } from "#app/server/access/require-user.server.ts";
import type { CreditorGrant } from "#app/server/access/creditor-session.server.ts";

/** What a page of the inbox says of who is signed in. */
export function inboxUser(grant: CreditorGrant) {
  const { email, creditorName, hasOthers } = grant;
  return { email, creditorName, hasOthers, mayDecide: mayDecide(grant) };
}
