import type { CreditorGrant } from "#app/server/access/creditor-session.server.ts";

/** What a page of the inbox says of who is signed in. */
export function inboxUser({ email, creditorName, hasOthers }: CreditorGrant) {
  return { email, creditorName, hasOthers };
}
