import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { pageLanguage, pagePath } from "#app/server/access/page-language.server.ts";
import { inboxCookie } from "#app/server/access/session-cookie.server.ts";
import { signInWithCode } from "#app/server/access/sign-in-code.server.ts";
import { CHOOSE_CREDITOR, nextPage, signInPath } from "#app/server/access/sign-in-path.server.ts";
import { readForm } from "#app/server/platform/http/read-form.server.ts";
import { pageTitle } from "#app/ui/page-title.ts";
import { InboxCodePage } from "#app/ui/pages/inbox-code-page.tsx";

export function loader({ request, context }: LoaderFunctionArgs) {
  const to = new URL(request.url).searchParams.get("to");
  return {
    language: pageLanguage(context),
    title: "inbox.code.title" as const,
    path: pagePath(request),
    againHref: signInPath({ to }),
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { app, clientAddress: from } = context;
  const typed = ((await readForm(request)).get("code") ?? "").slice(0, 200);
  const signedIn = await signInWithCode(app, { attemptId: params["attemptId"] ?? "", typed, from });
  if (!signedIn.ok) {
    const { kind } = signedIn.error;
    return data({ error: kind }, { status: kind === "busy" ? 429 : 422 });
  }
  const { token, chosen } = signedIn.value;
  const to = nextPage(new URL(request.url).searchParams.get("to"));
  const cookie = inboxCookie.write(token, { keys: app.keys, now: app.clock.now() });
  return redirect(chosen ? to : CHOOSE_CREDITOR, { status: 303, headers: { "Set-Cookie": cookie } });
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageTitle(page);

export default function SignInCode() {
  const { path, againHref } = useLoaderData<typeof loader>();
  return <InboxCodePage path={path} againHref={againHref} {...useActionData<typeof action>()} />;
}
