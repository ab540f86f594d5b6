import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { withDays } from "#app/server/arrangements/draft-answers.server.ts";
import { goOn, questionFrame, requireJourney } from "#app/server/arrangements/journey.server.ts";
import { readDays } from "#app/server/arrangements/journey-answers.server.ts";
import { readForm } from "#app/server/platform/http/read-form.server.ts";
import { ARRANGE_FIELDS } from "#app/ui/arrangement/arrange-fields.ts";
import { chosenDay, dayChoices } from "#app/ui/arrangement/day-choices.ts";
import { PageScript } from "#app/ui/page-script.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { ArrangementDayPage } from "#app/ui/pages/arrangement-day-page.tsx";

const STEP = "day";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const journey = await requireJourney(context, { request, step: STEP });
  const choices = dayChoices(journey.policy, journey.today);
  return { ...questionFrame(journey, { request, context }), choices, answers: chosenDay(journey.draft.days, choices) };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const journey = await requireJourney(context, { request, step: STEP });
  const form = await readForm(request);
  const answers = {
    choice: form.get(ARRANGE_FIELDS.day) ?? "",
    other: (form.get(ARRANGE_FIELDS.otherDay) ?? "").slice(0, 40),
  };
  const days = readDays(answers, journey.policy);
  if (!days.ok) return data({ answers, errors: [days.error] }, { status: 422 });
  return goOn(context.app, journey, withDays(journey.draft, days.value, { keepPlan: journey.change }));
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageTitle(page);

export default function Day() {
  const page = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return (
    <>
      <ArrangementDayPage {...page} answers={sent?.answers ?? page.answers} errors={sent?.errors ?? []} />
      <PageScript name="connection" />
    </>
  );
}
