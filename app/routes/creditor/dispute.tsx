import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { pageLanguage } from "#app/server/access/page-language.server.ts";
import { mayDecide, requireHandler, requireUser } from "#app/server/access/require-user.server.ts";
import { actOnDispute } from "#app/server/inbox/act-on-dispute.server.ts";
import { doneMark } from "#app/server/inbox/done-mark.server.ts";
import { inboxUser } from "#app/server/inbox/inbox-user.server.ts";
import { loadInboxDispute } from "#app/server/inbox/load-inbox-dispute.server.ts";
import { readForm } from "#app/server/platform/http/read-form.server.ts";
import { DONE_ON_DISPUTE } from "#app/ui/inbox/dispute-notice.tsx";
import { disputeHref } from "#app/ui/inbox/inbox-addresses.ts";
import { pageTitle } from "#app/ui/page-title.ts";
import { InboxDisputePage } from "#app/ui/pages/inbox-dispute-page.tsx";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const grant = await requireUser(context, request);
  const dispute = await loadInboxDispute(context.app, { grant, disputeId: params["disputeId"] ?? "" });
  if (!dispute) throw new Response(null, { status: 404 });
  const named = doneMark({ request, context });
  return {
    language: pageLanguage(context),
    title: "inboxDispute.title" as const,
    values: { debtor: dispute.debtor.name },
    path: disputeHref(dispute.id),
    user: inboxUser(grant),
    dispute,
    mayDecide: mayDecide(grant),
    done: DONE_ON_DISPUTE.find((act) => act === named) ?? null,
  };
}

/** Done: the page again, saying so. Not done: the page as it is now, with why. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const grant = await requireHandler(context, request);
  const form = await readForm(request);
  const disputeId = params["disputeId"] ?? "";
  const acted = await actOnDispute(context.app, { grant, disputeId, form });
  if (acted.ok) return redirect(`${disputeHref(disputeId)}?done=${acted.value}`, 303);
  const { error } = acted;
  if (error.kind === "incomplete") return data({ errors: error.errors, answers: error.answers }, { status: 422 });
  if (error.kind === "ended") return data({ ended: true }, { status: 409 });
  throw new Response(null, { status: 404 });
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageTitle(page);

export default function Dispute() {
  const { user, path, dispute, mayDecide, done } = useLoaderData<typeof loader>();
  return <InboxDisputePage {...{ user, path, dispute, mayDecide, done }} {...useActionData<typeof action>()} />;
}
