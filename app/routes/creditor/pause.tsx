import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { pageLanguage } from "#app/server/access/page-language.server.ts";
import { mayDecide, requireHandler, requireUser } from "#app/server/access/require-user.server.ts";
import { actOnPause } from "#app/server/inbox/act-on-pause.server.ts";
import { doneMark } from "#app/server/inbox/done-mark.server.ts";
import { inboxUser } from "#app/server/inbox/inbox-user.server.ts";
import { loadInboxPause } from "#app/server/inbox/load-inbox-pause.server.ts";
import { readForm } from "#app/server/platform/http/read-form.server.ts";
import { pauseHref } from "#app/ui/inbox/inbox-addresses.ts";
import { DONE_ON_PAUSE } from "#app/ui/inbox/pause-view.ts";
import { pageTitle } from "#app/ui/page-title.ts";
import { InboxPausePage } from "#app/ui/pages/inbox-pause-page.tsx";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const grant = await requireUser(context, request);
  const pause = await loadInboxPause(context.app, { grant, pauseId: params["pauseId"] ?? "" });
  if (!pause) throw new Response(null, { status: 404 });
  const named = doneMark({ request, context });
  return {
    language: pageLanguage(context),
    title: pause.ended ? ("inboxPause.titleEnded" as const) : ("inboxPause.title" as const),
    values: { debtor: pause.debtor.name },
    path: pauseHref(pause.id),
    user: inboxUser(grant),
    pause,
    mayDecide: mayDecide(grant),
    done: DONE_ON_PAUSE.find((act) => act === named) ?? null,
  };
}

/** Done: the page again, saying so. Not done: the page as it is now, with why. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const grant = await requireHandler(context, request);
  const form = await readForm(request);
  const pauseId = params["pauseId"] ?? "";
  const acted = await actOnPause(context.app, { grant, pauseId, form });
  if (acted.ok) return redirect(`${pauseHref(pauseId)}?done=${acted.value}`, 303);
  const { error } = acted;
  if (error.kind === "incomplete") return data({ errors: error.errors, answers: error.answers }, { status: 422 });
  if (error.kind === "ended") return data({ ended: true }, { status: 409 });
  throw new Response(null, { status: 404 });
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageTitle(page);

export default function Pause() {
  const { user, path, pause, mayDecide, done } = useLoaderData<typeof loader>();
  return <InboxPausePage {...{ user, path, pause, mayDecide, done }} {...useActionData<typeof action>()} />;
}
