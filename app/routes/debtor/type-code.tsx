import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { checkTypedCode } from "#app/server/access/check-typed-code.server.ts";
import { pageLanguage, pagePath } from "#app/server/access/page-language.server.ts";
import { readForm } from "#app/server/platform/http/read-form.server.ts";
import { pageTitle } from "#app/ui/page-title.ts";
import { CodePage } from "#app/ui/pages/code-page.tsx";

export function loader({ request, context }: LoaderFunctionArgs) {
  return { language: pageLanguage(context), title: "code.title" as const, path: pagePath(request) };
}

/** A good code leads to its own page, where the same button stands as under a link. */
export async function action({ request, context }: ActionFunctionArgs) {
  const typed = ((await readForm(request)).get("code") ?? "").slice(0, 200);
  const checked = await checkTypedCode(context.app, { typed, from: context.clientAddress });
  if (checked.ok) return redirect(`/c/${checked.value}${new URL(request.url).search}`, 303);
  return data({ code: typed, error: checked.error.kind }, { status: checked.error.kind === "busy" ? 429 : 422 });
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageTitle(page);

export default function TypeCode() {
  const { path } = useLoaderData<typeof loader>();
  return <CodePage path={path} action={path} {...useActionData<typeof action>()} />;
}
