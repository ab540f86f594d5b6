import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { pageLanguage } from "#app/server/access/page-language.server.ts";
import { mayDecide, requireHandler, requireUser } from "#app/server/access/require-user.server.ts";
import { actOnQuestion } from "#app/server/inbox/act-on-question.server.ts";
import { doneMark } from "#app/server/inbox/done-mark.server.ts";
import { inboxUser } from "#app/server/inbox/inbox-user.server.ts";
import { loadInboxQuestion } from "#app/server/inbox/load-inbox-question.server.ts";
import { readForm } from "#app/server/platform/http/read-form.server.ts";
import { questionHref } from "#app/ui/inbox/inbox-addresses.ts";
import { pageTitle } from "#app/ui/page-title.ts";
import { InboxQuestionPage } from "#app/ui/pages/inbox-question-page.tsx";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const grant = await requireUser(context, request);
  const question = await loadInboxQuestion(context.app, { grant, questionId: params["questionId"] ?? "" });
  if (!question) throw new Response(null, { status: 404 });
  return {
    language: pageLanguage(context),
    title: `inboxQuestion.title.${question.kind}` as const,
    values: { debtor: question.debtor.name },
    path: questionHref(question.id),
    user: inboxUser(grant),
    question,
    mayDecide: mayDecide(grant),
    today: context.app.clock.today(),
    done: doneMark({ request, context }) !== null,
  };
}

/** Done: the page again, saying so. Not done: the page as it is now, with why. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const grant = await requireHandler(context, request);
  const form = await readForm(request);
  const questionId = params["questionId"] ?? "";
  const acted = await actOnQuestion(context.app, { grant, questionId, form });
  if (acted.ok) return redirect(`${questionHref(questionId)}?done=${acted.value}`, 303);
  const { error } = acted;
  if (error.kind === "incomplete") return data({ error: error.error, typed: error.typed }, { status: 422 });
  if (error.kind === "answered") return data({ answered: true }, { status: 409 });
  throw new Response(null, { status: 404 });
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageTitle(page);

export default function Question() {
  const { user, path, question, mayDecide, today, done } = useLoaderData<typeof loader>();
  return (
    <InboxQuestionPage {...{ user, path, question, mayDecide, today, done }} {...useActionData<typeof action>()} />
  );
}
