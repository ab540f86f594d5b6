import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { goOn, questionFrame, requireJourney } from "#app/server/arrangements/journey.server.ts";
import { readReason } from "#app/server/arrangements/journey-answers.server.ts";
import { readForm } from "#app/server/platform/http/read-form.server.ts";
import { ARRANGE_FIELDS, REASON_CODES } from "#app/ui/arrangement/arrange-fields.ts";
import { PageScript } from "#app/ui/page-script.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { ArrangementReasonPage } from "#app/ui/pages/arrangement-reason-page.tsx";

const STEP = "reason";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const journey = await requireJourney(context, { request, step: STEP });
  const { code, text } = journey.draft.reason ?? { code: null, text: "" };
  return { ...questionFrame(journey, { request, context }), answers: { code: code ?? "", text } };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const journey = await requireJourney(context, { request, step: STEP });
  const form = await readForm(request);
  const skips = form.get("act") === "skip";
  const answers = {
    code: skips ? "" : (form.get(ARRANGE_FIELDS.reason) ?? ""),
    text: skips ? "" : (form.get(ARRANGE_FIELDS.reasonText) ?? ""),
  };
  const reason = readReason(answers, REASON_CODES);
  if (!reason.ok) return data({ answers, errors: [reason.error] }, { status: 422 });
  return goOn(context.app, journey, { ...journey.draft, reason: reason.value });
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageTitle(page);

export default function Reason() {
  const page = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return (
    <>
      <ArrangementReasonPage {...page} answers={sent?.answers ?? page.answers} errors={sent?.errors ?? []} />
      <PageScript name="connection" />
    </>
  );
}
