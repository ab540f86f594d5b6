import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { pageLanguage } from "#app/server/access/page-language.server.ts";
import { mayDecide, requireHandler, requireUser } from "#app/server/access/require-user.server.ts";
import { actInInbox } from "#app/server/inbox/act-in-inbox.server.ts";
import { doneMark } from "#app/server/inbox/done-mark.server.ts";
import { inboxUser } from "#app/server/inbox/inbox-user.server.ts";
import { loadInboxArrangement } from "#app/server/inbox/load-inbox-arrangement.server.ts";
import { readForm } from "#app/server/platform/http/read-form.server.ts";
import { DONE_ACTS } from "#app/ui/inbox/act-notice.tsx";
import { arrangementHref } from "#app/ui/inbox/inbox-addresses.ts";
import { pageTitle } from "#app/ui/page-title.ts";
import { InboxArrangementPage } from "#app/ui/pages/inbox-arrangement-page.tsx";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const grant = await requireUser(context, request);
  const arrangement = await loadInboxArrangement(context.app, { grant, arrangementId: params["arrangementId"] ?? "" });
  if (!arrangement) throw new Response(null, { status: 404 });
  const named = doneMark({ request, context });
  const { status } = arrangement;
  return {
    language: pageLanguage(context),
    title: `inbox.item.title.${status}` as const,
    values: { debtor: arrangement.debtor.name },
    path: arrangementHref(arrangement.id),
    user: inboxUser(grant),
    arrangement,
    mayDecide: mayDecide(grant),
    done: DONE_ACTS.find((act) => act === named && act === status) ?? null,
  };
}

/** Done: the page again, saying so. Not done: the page as it is now, with why. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const grant = await requireHandler(context, request);
  const form = await readForm(request);
  const arrangementId = params["arrangementId"] ?? "";
  const acted = await actInInbox(context.app, { grant, arrangementId, form });
  if (acted.ok) return redirect(`${arrangementHref(arrangementId)}?done=${acted.value}`, 303);
  const { error } = acted;
  if (error.kind === "not_found") throw new Response(null, { status: 404 });
  if (error.kind === "refused") return data({ refused: error.why }, { status: 409 });
  return data({ errors: error.errors }, { status: 422 });
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageTitle(page);

export default function Arrangement() {
  const { user, path, arrangement, mayDecide, done } = useLoaderData<typeof loader>();
  return <InboxArrangementPage {...{ user, path, arrangement, mayDecide, done }} {...useActionData<typeof action>()} />;
}
