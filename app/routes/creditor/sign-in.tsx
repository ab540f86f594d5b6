import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { pageLanguage, pagePath } from "#app/server/access/page-language.server.ts";
import { requestSignInCode } from "#app/server/access/sign-in-code.server.ts";
import { signInPath } from "#app/server/access/sign-in-path.server.ts";
import { readForm } from "#app/server/platform/http/read-form.server.ts";
import { pageTitle } from "#app/ui/page-title.ts";
import { InboxSignInPage } from "#app/ui/pages/inbox-sign-in-page.tsx";

export function loader({ request, context }: LoaderFunctionArgs) {
  return { language: pageLanguage(context), title: "inbox.signIn.title" as const, path: pagePath(request) };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const typed = ((await readForm(request)).get("email") ?? "").slice(0, 300);
  const language = pageLanguage(context);
  const to = new URL(request.url).searchParams.get("to");
  const asked = await requestSignInCode(context.app, { typed, language, from: context.clientAddress, to });
  if (asked.ok) return redirect(signInPath({ to }, asked.value), 303);
  const { kind } = asked.error;
  return data({ email: typed, error: kind }, { status: kind === "busy" ? 429 : 422 });
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageTitle(page);

export default function SignIn() {
  const { path } = useLoaderData<typeof loader>();
  return <InboxSignInPage path={path} {...useActionData<typeof action>()} />;
}
