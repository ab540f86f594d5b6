import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { endCreditorSession } from "#app/server/access/creditor-session.server.ts";
import { inboxCookie } from "#app/server/access/session-cookie.server.ts";
import { signInPath } from "#app/server/access/sign-in-path.server.ts";

/** The session ends on the server, and the browser forgets what it showed. */
export async function action({ context }: ActionFunctionArgs) {
  if (context.inboxToken !== null) await endCreditorSession(context.app, context.inboxToken);
  return redirect(signInPath({ to: null }), {
    status: 303,
    headers: { "Set-Cookie": inboxCookie.ended, "Clear-Site-Data": '"cache", "storage"' },
  });
}

export function loader() {
  return redirect(signInPath({ to: null }), 303);
}
