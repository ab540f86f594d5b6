import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { languageIn } from "#app/i18n/languages.ts";
import { goOn, questionFrame, requireDisputeJourney } from "#app/server/disputes/journey.server.ts";
import { readPart } from "#app/server/disputes/journey-answers.server.ts";
import { readForm } from "#app/server/platform/http/read-form.server.ts";
import { DISPUTE_FIELDS } from "#app/ui/dispute/dispute-fields.ts";
import { firstPart, partAnswers, partOptions } from "#app/ui/dispute/part-options.ts";
import { PageScript } from "#app/ui/page-script.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { DisputePartPage } from "#app/ui/pages/dispute-part-page.tsx";

const STEP = "part";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const journey = await requireDisputeJourney(context, { request, step: STEP });
  const frame = questionFrame(journey, { request, context });
  const { claim, draft } = journey;
  const options = partOptions(claim);
  const asked = { ground: draft.ground, paidAmount: draft.paid?.paidAmount ?? null };
  const { scope } = draft;
  const answers =
    scope === null
      ? firstPart(options, asked, languageIn(frame.language))
      : partAnswers(scope, languageIn(frame.language));
  return { ...frame, options, answers };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const journey = await requireDisputeJourney(context, { request, step: STEP });
  const form = await readForm(request);
  const answers = {
    choice: form.get(DISPUTE_FIELDS.part) ?? "",
    parts: form.getAll(DISPUTE_FIELDS.parts),
    amount: (form.get(DISPUTE_FIELDS.amount) ?? "").slice(0, 40),
  };
  const scope = readPart(answers, journey.claim.statement);
  if (!scope.ok) return data({ answers, errors: [scope.error] }, { status: 422 });
  return goOn(context.app, journey, { ...journey.draft, scope: scope.value });
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageTitle(page);

export default function Part() {
  const page = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return (
    <>
      <DisputePartPage {...page} answers={sent?.answers ?? page.answers} errors={sent?.errors ?? []} />
      <PageScript name="checks" />
    </>
  );
}
