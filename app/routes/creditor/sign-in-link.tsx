import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { pageLanguage, pagePath } from "#app/server/access/page-language.server.ts";
import { inboxCookie } from "#app/server/access/session-cookie.server.ts";
import { signInWithLink } from "#app/server/access/sign-in-code.server.ts";
import { CHOOSE_CREDITOR, nextPage, signInPath } from "#app/server/access/sign-in-path.server.ts";
import { pageTitle } from "#app/ui/page-title.ts";
import { InboxSignInLinkPage } from "#app/ui/pages/inbox-sign-in-link-page.tsx";

/** The same for every link: scanners of mail look at it too. */
export function loader({ request, context }: LoaderFunctionArgs) {
  const to = new URL(request.url).searchParams.get("to");
  return {
    language: pageLanguage(context),
    title: "inbox.signInLink.title" as const,
    path: pagePath(request),
    againHref: signInPath({ to }),
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { app } = context;
  const signedIn = await signInWithLink(app, { token: (params["token"] ?? "").slice(0, 100) });
  if (!signedIn) return data({ over: true }, { status: 410 });
  const to = nextPage(new URL(request.url).searchParams.get("to"));
  const cookie = inboxCookie.write(signedIn.token, { keys: app.keys, now: app.clock.now() });
  return redirect(signedIn.chosen ? to : CHOOSE_CREDITOR, { status: 303, headers: { "Set-Cookie": cookie } });
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageTitle(page);

export default function SignInLink() {
  const { path, againHref } = useLoaderData<typeof loader>();
  return <InboxSignInLinkPage path={path} againHref={againHref} {...useActionData<typeof action>()} />;
}
