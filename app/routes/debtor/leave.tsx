import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { translatorFor } from "#app/i18n/translator.ts";
import { endDebtorSession } from "#app/server/access/debtor-session.server.ts";
import { pageLanguage } from "#app/server/access/page-language.server.ts";
import { debtorCookie } from "#app/server/access/session-cookie.server.ts";
import { awayPage } from "#app/server/access/away-page.server.ts";
import { readForm } from "#app/server/platform/http/read-form.server.ts";

/** "Klaar": the session ends on the server, and the browser forgets what it showed. In a hurry: on to a harmless site. */
export async function action({ request, context }: ActionFunctionArgs) {
  const form = await readForm(request);
  const { app, sessionToken } = context;
  if (sessionToken !== null) await endDebtorSession(app, sessionToken);
  const headers = { "Set-Cookie": debtorCookie.ended, "Clear-Site-Data": '"cache", "storage"' };
  if (form.get("quick") !== "1") return redirect("/", { status: 303, headers });
  const { body, headers: away } = awayPage(app.config.quickExitUrl, translatorFor(pageLanguage(context)));
  return new Response(body, { headers: { ...headers, ...away } });
}

export function loader() {
  return redirect("/", 303);
}
