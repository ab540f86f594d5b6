import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { pagePath, pageVoice } from "#app/server/access/page-language.server.ts";
import { requireDebtor } from "#app/server/access/require-debtor.server.ts";
import { debtorCookie } from "#app/server/access/session-cookie.server.ts";
import { readForm } from "#app/server/platform/http/read-form.server.ts";
import { findOwnLink } from "#app/server/wrong-person/find-own-link.server.ts";
import { isWrongPersonAnswer, reportWrongPerson } from "#app/server/wrong-person/report-wrong-person.server.ts";
import { pageTitle } from "#app/ui/page-title.ts";
import { NOT_ME_FIELD, NotMePage } from "#app/ui/pages/not-me-page.tsx";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const debtor = await requireDebtor(context);
  return {
    language: pageVoice(context, debtor.language),
    title: "specialCase.notMe.title" as const,
    path: pagePath(request),
  };
}

/** The session ends with its link; what comes after shows nothing any more. */
export async function action({ request, context }: ActionFunctionArgs) {
  const debtor = await requireDebtor(context);
  const answer = (await readForm(request)).get(NOT_ME_FIELD);
  if (!isWrongPersonAnswer(answer)) return data({ wrong: true }, { status: 422 });
  const link = await findOwnLink(context.app, debtor);
  if (link) await reportWrongPerson(context.app, { link, answer });
  return redirect("/not-me", {
    status: 303,
    headers: { "Set-Cookie": debtorCookie.ended, "Clear-Site-Data": '"cache", "storage"' },
  });
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageTitle(page);

export default function NotMe() {
  const { path } = useLoaderData<typeof loader>();
  return <NotMePage path={path} backHref="/help" wrong={useActionData<typeof action>()?.wrong ?? false} />;
}
