import { type AppLoadContext, redirect } from "@remix-run/node";
import { seeOnlyRowsOf } from "#app/server/platform/database/row-scope.server.ts";
import { type CreditorGrant, findCreditorGrant, ownCreditors } from "./creditor-session.server.ts";
import { CHOOSE_CREDITOR, signInPath } from "./sign-in-path.server.ts";

/** The user whose session this is; else the page to sign in, or to choose a creditor, and from there back to this one. */
export async function requireUser(context: AppLoadContext, request: Request): Promise<CreditorGrant> {
  const { inboxToken: token, app } = context;
  if (token === null) throw toSignIn(request);
  const grant = await findCreditorGrant(app, token);
  if (grant) {
    seeOnlyRowsOf(grant.creditorId);
    return grant;
  }
  throw (await ownCreditors(app, token)) ? redirect(CHOOSE_CREDITOR, 303) : toSignIn(request);
}

/** As `requireUser`, and the user may decide: a reader gets 403. */
export async function requireHandler(context: AppLoadContext, request: Request): Promise<CreditorGrant> {
  const grant = await requireUser(context, request);
  if (!mayDecide(grant)) throw new Response(null, { status: 403, statusText: "a reader decides nothing" });
  return grant;
}

export function mayDecide({ role }: Pick<CreditorGrant, "role">): boolean {
  return role === "owner" || role === "handler";
}

function toSignIn(request: Request): Response {
  return redirect(signInPath({ to: new URL(request.url).pathname }), 303);
}
