import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { complaintAnswerBefore } from "#app/domain/complaint.ts";
import { pageLanguage, pagePath, pageVoice } from "#app/server/access/page-language.server.ts";
import { requireDebtor } from "#app/server/access/require-debtor.server.ts";
import { creditorView, requireDebtorClaims } from "#app/server/claims/debtor-page.server.ts";
import { clearComplaintDraft, loadComplaintDraft } from "#app/server/complaints/complaint-draft.server.ts";
import { openComplaint } from "#app/server/complaints/open-complaint.server.ts";
import { newId } from "#app/server/platform/crypto/random-id.server.ts";
import { readForm } from "#app/server/platform/http/read-form.server.ts";
import { requireAllowed } from "#app/server/platform/rate-limit/require-allowed.server.ts";
import { pageTitle } from "#app/ui/page-title.ts";
import { ComplaintCheckPage } from "#app/ui/pages/complaint-check-page.tsx";

const FORM_PAGE = "/claim/complaint?new=1";
const COMPLAINTS = { name: "complaint", points: 10, seconds: 24 * 60 * 60 };

export async function loader({ request, context }: LoaderFunctionArgs) {
  const loaded = await requireDebtorClaims(context);
  const draft = await loadComplaintDraft(context.app, { sessionId: loaded.session.id });
  if (!draft) throw redirect(FORM_PAGE, 303);
  return {
    language: pageVoice(context, loaded.language),
    title: "complaint.check.title" as const,
    path: pagePath(request),
    creditor: creditorView(loaded),
    complaintId: newId("cpl", context.app.clock.now()),
    about: draft.about,
    text: draft.text,
    answerBefore: complaintAnswerBefore(context.app.clock.today()),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const debtor = await requireDebtor(context);
  const { sessionId, debtorId, language } = debtor;
  const form = await readForm(request);
  const draft = await loadComplaintDraft(context.app, { sessionId });
  // Sent already, perhaps with this very form.
  if (!draft) return redirect("/claim/complaint", 303);
  requireAllowed(await context.app.limiter.count(COMPLAINTS, debtorId));
  const order = { debtor, complaintId: form.get("complaintId") ?? "", language: pageLanguage(context, language) };
  const opened = await openComplaint(context.app, { ...draft, ...order });
  if (!opened.ok) return redirect(FORM_PAGE, 303);
  await clearComplaintDraft(context.app, { sessionId });
  return redirect("/claim/complaint?sent=1", 303);
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageTitle(page);

export default function Check() {
  const { path, creditor, complaintId, about, text, answerBefore } = useLoaderData<typeof loader>();
  return <ComplaintCheckPage {...{ path, creditor, complaintId, about, text, answerBefore }} />;
}
