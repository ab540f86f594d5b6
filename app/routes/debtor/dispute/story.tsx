import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { goOn, questionFrame, requireDisputeJourney } from "#app/server/disputes/journey.server.ts";
import { LONGEST_STORY, readStory } from "#app/server/disputes/journey-answers.server.ts";
import { readForm } from "#app/server/platform/http/read-form.server.ts";
import { DISPUTE_FIELDS } from "#app/ui/dispute/dispute-fields.ts";
import { PageScript } from "#app/ui/page-script.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { DisputeStoryPage } from "#app/ui/pages/dispute-story-page.tsx";

const STEP = "story";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const journey = await requireDisputeJourney(context, { request, step: STEP });
  const { ground, text } = journey.draft;
  return { ...questionFrame(journey, { request, context }), ground, text: text ?? "", maximum: LONGEST_STORY };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const journey = await requireDisputeJourney(context, { request, step: STEP });
  const { draft } = journey;
  const typed = (await readForm(request)).get(DISPUTE_FIELDS.story) ?? "";
  const text = readStory(typed, { ground: draft.ground });
  if (!text.ok) return data({ text: typed, errors: [text.error] }, { status: 422 });
  return goOn(context.app, journey, { ...draft, text: text.value });
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageTitle(page);

export default function Story() {
  const page = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return (
    <>
      <DisputeStoryPage {...page} text={sent?.text ?? page.text} errors={sent?.errors ?? []} />
      <PageScript name="connection" />
    </>
  );
}
