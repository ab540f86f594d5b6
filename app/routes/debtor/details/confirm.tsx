import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { pageLanguage, pagePath } from "#app/server/access/page-language.server.ts";
import { answerChange, findWaitingChange } from "#app/server/details/answer-change.server.ts";
import { readForm } from "#app/server/platform/http/read-form.server.ts";
import { pageTitle } from "#app/ui/page-title.ts";
import { DetailsConfirmPage } from "#app/ui/pages/details-confirm-page.tsx";

/** Needs no session: the mail may be read on another machine. Says which parts change, and of nobody. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  return {
    language: pageLanguage(context),
    title: "details.confirm.pageTitle" as const,
    path: pagePath(request),
    change: await findWaitingChange(context.app, params["token"] ?? ""),
  };
}

/** Answers on the same page, so that the token goes into no further address. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const answer = (await readForm(request)).get("answer");
  if (answer !== "confirm" && answer !== "refuse") return data({ answered: null, missing: true }, { status: 422 });
  return data({ answered: await answerChange(context.app, { token: params["token"] ?? "", answer }), missing: false });
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageTitle(page);

export default function Confirm() {
  const { path, change } = useLoaderData<typeof loader>();
  const { answered, missing } = useActionData<typeof action>() ?? { answered: null, missing: false };
  return <DetailsConfirmPage {...{ path, change, answered, missing }} />;
}
