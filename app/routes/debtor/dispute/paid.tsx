import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { languageIn } from "#app/i18n/languages.ts";
import { clearDisputeDraft, saveDisputeDraft } from "#app/server/disputes/dispute-draft.server.ts";
import { claimInAddress, goOn, questionFrame, requireDisputeJourney } from "#app/server/disputes/journey.server.ts";
import { disputePath, overviewPath } from "#app/server/disputes/journey-addresses.server.ts";
import { readPaid } from "#app/server/disputes/journey-answers.server.ts";
import { findPaidOfDraft } from "#app/server/disputes/journey-found.server.ts";
import { readForm } from "#app/server/platform/http/read-form.server.ts";
import { amountText } from "#app/ui/arrangement/amount-text.ts";
import { DISPUTE_FIELDS } from "#app/ui/dispute/dispute-fields.ts";
import { PageScript } from "#app/ui/page-script.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { DisputeFoundPage } from "#app/ui/pages/dispute-found-page.tsx";
import { DisputePaidPage } from "#app/ui/pages/dispute-paid-page.tsx";

const STEP = "paid";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const journey = await requireDisputeJourney(context, { request, step: STEP });
  const frame = questionFrame(journey, { request, context });
  const { paid } = journey.draft;
  const looksAtIt = new URL(request.url).searchParams.has("found");
  return {
    ...frame,
    found: looksAtIt ? await findPaidOfDraft(context.app, journey) : null,
    formHref: disputePath(frame.claim, { step: STEP }),
    answers: {
      paidOn: paid?.paidOn ?? "",
      paidAmount: paid?.paidAmount === undefined ? "" : amountText(paid.paidAmount, languageIn(frame.language)),
      fromAccount: paid?.fromAccount ?? "",
      toAccount: paid?.toAccount ?? "",
    },
    today: journey.today,
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const journey = await requireDisputeJourney(context, { request, step: STEP });
  const { app } = context;
  const { draft, today, loaded, claim, change } = journey;
  const sessionId = loaded.session.id;
  const form = await readForm(request);
  const act = form.get("act");
  if (act === "found") {
    await clearDisputeDraft(app, { sessionId });
    return redirect(overviewPath(claimInAddress(loaded, claim)), 303);
  }
  if (act === "other" && draft.paid !== null) return goOn(app, journey, { ...draft, paidSearched: true });
  const answers = {
    paidOn: typed(form, DISPUTE_FIELDS.paidOn),
    paidAmount: typed(form, DISPUTE_FIELDS.paidAmount),
    fromAccount: typed(form, DISPUTE_FIELDS.fromAccount),
    toAccount: typed(form, DISPUTE_FIELDS.toAccount),
  };
  const paid = readPaid(answers, { today });
  if (!paid.ok) return data({ answers, errors: paid.error }, { status: 422 });
  const answered = { ...draft, paid: paid.value };
  const found = await findPaidOfDraft(app, { ...journey, draft: answered });
  if (found === null) return goOn(app, journey, { ...answered, paidSearched: true });
  await saveDisputeDraft(app, { sessionId, draft: { ...answered, paidSearched: false } });
  const still = change ? { change: "1" } : {};
  return redirect(disputePath(claimInAddress(loaded, claim), { step: STEP, found: "1", ...still }), 303);
}

const typed = (form: URLSearchParams, field: string): string => (form.get(field) ?? "").slice(0, 80);

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageTitle(page);

export default function Paid() {
  const { found, formHref, ...page } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  if (found !== null && sent === undefined) return <DisputeFoundPage {...page} backHref={formHref} found={found} />;
  return (
    <>
      <DisputePaidPage {...page} answers={sent?.answers ?? page.answers} errors={sent?.errors ?? []} />
      <PageScript name="checks" />
    </>
  );
}
