import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { pageLanguage } from "#app/server/access/page-language.server.ts";
import { mayDecide, requireHandler, requireUser } from "#app/server/access/require-user.server.ts";
import { answerComplaint } from "#app/server/complaints/answer-complaint.server.ts";
import { doneMark } from "#app/server/inbox/done-mark.server.ts";
import { inboxUser } from "#app/server/inbox/inbox-user.server.ts";
import { loadInboxComplaint } from "#app/server/inbox/load-inbox-complaint.server.ts";
import { readAnswerText } from "#app/server/inbox/read-answer-text.server.ts";
import { readForm } from "#app/server/platform/http/read-form.server.ts";
import { complaintHref } from "#app/ui/inbox/inbox-addresses.ts";
import { pageTitle } from "#app/ui/page-title.ts";
import { InboxComplaintPage } from "#app/ui/pages/inbox-complaint-page.tsx";

const MOST_KEPT = 5_000;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const grant = await requireUser(context, request);
  const complaint = await loadInboxComplaint(context.app, { grant, complaintId: params["complaintId"] ?? "" });
  if (!complaint) throw new Response(null, { status: 404 });
  return {
    language: pageLanguage(context),
    title: "complaint.inbox.title" as const,
    values: { debtor: complaint.debtor.name },
    path: complaintHref(complaint.id),
    user: inboxUser(grant),
    complaint,
    mayDecide: mayDecide(grant),
    today: context.app.clock.today(),
    done: doneMark({ request, context }) !== null && complaint.answer !== null,
  };
}

/** Done: the page again, saying so. Not done: the page as it is now, with why. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { creditorId, userId } = await requireHandler(context, request);
  const typed = (await readForm(request)).get("answer") ?? "";
  const complaintId = params["complaintId"] ?? "";
  const text = readAnswerText(typed);
  if (!text.ok) return data({ error: text.error, typed: typed.slice(0, MOST_KEPT) }, { status: 422 });
  const answered = await answerComplaint(context.app, { creditorId, complaintId, text: text.value, actor: `user:${userId}` }); // prettier-ignore
  if (answered.ok) return redirect(`${complaintHref(complaintId)}?done=1`, 303);
  if (answered.error.kind === "complaint_not_found") throw new Response(null, { status: 404 });
  return data({ refused: true }, { status: 409 });
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageTitle(page);

export default function Complaint() {
  const { user, path, complaint, mayDecide, today, done } = useLoaderData<typeof loader>();
  return <InboxComplaintPage {...{ user, path, complaint, mayDecide, today, done }} {...useActionData<typeof action>()} />; // prettier-ignore
}
