import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { chooseCreditor, ownCreditors } from "#app/server/access/creditor-session.server.ts";
import { pageLanguage, pagePath } from "#app/server/access/page-language.server.ts";
import { inboxCookie } from "#app/server/access/session-cookie.server.ts";
import { INBOX, signInPath } from "#app/server/access/sign-in-path.server.ts";
import { readForm } from "#app/server/platform/http/read-form.server.ts";
import { pageTitle } from "#app/ui/page-title.ts";
import { InboxChoosePage } from "#app/ui/pages/inbox-choose-page.tsx";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { app, inboxToken: token } = context;
  const creditors = token === null ? null : await ownCreditors(app, token);
  if (creditors === null) throw redirect(signInPath({ to: null }), 303);
  return {
    language: pageLanguage(context),
    title: "inbox.choose.title" as const,
    path: pagePath(request),
    creditors,
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { app, inboxToken: token } = context;
  if (token === null) return redirect(signInPath({ to: null }), 303);
  const creditorId = (await readForm(request)).get("creditor") ?? "";
  const chosen = await chooseCreditor(app, { token, creditorId });
  if (!chosen.ok) throw new Response(null, { status: 404 });
  const cookie = inboxCookie.write(chosen.value, { keys: app.keys, now: app.clock.now() });
  return redirect(INBOX, { status: 303, headers: { "Set-Cookie": cookie } });
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageTitle(page);

export default function ChooseCreditor() {
  const { path, creditors } = useLoaderData<typeof loader>();
  return <InboxChoosePage path={path} creditors={creditors} />;
}
