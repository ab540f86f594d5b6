import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { pagePath, pageVoice } from "#app/server/access/page-language.server.ts";
import { chosenClaim, creditorView, requireDebtorClaims } from "#app/server/claims/debtor-page.server.ts";
import { loadComplaintDraft, readComplaintForm, saveComplaintDraft } from "#app/server/complaints/complaint-draft.server.ts"; // prettier-ignore
import { listOwnComplaints } from "#app/server/complaints/own-complaints.server.ts";
import { readForm } from "#app/server/platform/http/read-form.server.ts";
import { PageScript } from "#app/ui/page-script.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { ComplaintPage } from "#app/ui/pages/complaint-page.tsx";
import { ComplaintsPage } from "#app/ui/pages/complaints-page.tsx";

const MOST_KEPT = 5_000;

/** The complaints there are and how they stand; without any, or for another one, the form. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const loaded = await requireDebtorClaims(context);
  const { searchParams } = new URL(request.url);
  const complaints = await listOwnComplaints(context.app, loaded.session);
  const draft = await loadComplaintDraft(context.app, { sessionId: loaded.session.id });
  const asks = complaints.length === 0 || searchParams.has("new");
  return {
    language: pageVoice(context, loaded.language),
    title: asks ? ("complaint.title" as const) : ("complaint.listTitle" as const),
    path: pagePath(request),
    creditor: creditorView(loaded),
    complaints,
    asks,
    answers: { about: draft?.about ?? "", text: draft?.text ?? "" },
    sent: searchParams.has("sent"),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const loaded = await requireDebtorClaims(context);
  const form = await readForm(request);
  const answers = { about: form.get("about") ?? "", text: (form.get("text") ?? "").slice(0, MOST_KEPT) };
  const claimId = chosenClaim(loaded, request)?.id ?? loaded.session.claimId;
  const draft = readComplaintForm(answers, claimId);
  if (!draft.ok) return data({ answers, errors: draft.error }, { status: 422 });
  await saveComplaintDraft(context.app, { sessionId: loaded.session.id, draft: draft.value });
  return redirect("/claim/complaint/check", 303);
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageTitle(page);

export default function Complaint() {
  const { path, creditor, complaints, asks, answers, sent } = useLoaderData<typeof loader>();
  const typed = useActionData<typeof action>();
  if (!asks && !typed) return <ComplaintsPage {...{ path, creditor, complaints, sent }} />;
  const backHref = complaints.length === 0 ? "/claim" : "/claim/complaint";
  return (
    <>
      <ComplaintPage {...{ path, creditor, answers, backHref }} {...typed} />
      <PageScript name="connection" />
    </>
  );
}
