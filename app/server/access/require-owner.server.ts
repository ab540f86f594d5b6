import type { AppLoadContext } from "@remix-run/node";
import type { CreditorGrant } from "./creditor-session.server.ts";
import { requireUser } from "./require-user.server.ts";

/** As `requireUser`, and the user may change settings: whoever is no owner gets 403. */
export async function requireOwner(context: AppLoadContext, request: Request): Promise<CreditorGrant> {
  const grant = await requireUser(context, request);
  if (!isOwner(grant)) throw new Response(null, { status: 403, statusText: "only an owner changes settings" });
  return grant;
}

export function isOwner({ role }: Pick<CreditorGrant, "role">): boolean {
  return role === "owner";
}
