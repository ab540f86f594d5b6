import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { endDebtorSession } from "#app/server/access/debtor-session.server.ts";
import { debtorCookie } from "#app/server/access/session-cookie.server.ts";

/** "Klaar": the session ends on the server, and the browser forgets what it showed. */
export async function action({ context }: ActionFunctionArgs) {
  if (context.sessionToken !== null) await endDebtorSession(context.app, context.sessionToken);
  return redirect("/", {
    status: 303,
    headers: { "Set-Cookie": debtorCookie.ended, "Clear-Site-Data": '"cache", "storage"' },
  });
}

export function loader() {
  return redirect("/", 303);
}
