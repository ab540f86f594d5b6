import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { languageIn } from "#app/i18n/languages.ts";
import { ZERO } from "#app/domain/money.ts";
import { withLessThanAsked } from "#app/server/arrangements/draft-answers.server.ts";
import { goOn, pathOfStep, questionFrame, requireJourney, restOf } from "#app/server/arrangements/journey.server.ts";
import { readLess } from "#app/server/arrangements/journey-answers.server.ts";
import { readForm } from "#app/server/platform/http/read-form.server.ts";
import { ARRANGE_FIELDS } from "#app/ui/arrangement/arrange-fields.ts";
import { amountText } from "#app/ui/arrangement/amount-text.ts";
import { pageTitle } from "#app/ui/page-title.ts";
import { ArrangementUnaffordablePage } from "#app/ui/pages/arrangement-unaffordable-page.tsx";

/** Stands where the question what can be spared stands: it answers that one in another way. */
const STEP = "spare";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const journey = await requireJourney(context, { request, step: STEP });
  const { draft, change } = journey;
  const frame = questionFrame(journey, { request, context });
  const less = draft.belowTheRules && draft.perMonth !== null && draft.perMonth > ZERO ? draft.perMonth : null;
  const text = less === null ? "" : amountText(less, languageIn(frame.language));
  return { ...frame, backHref: pathOfStep(STEP, { change }), text };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const journey = await requireJourney(context, { request, step: STEP });
  const text = ((await readForm(request)).get(ARRANGE_FIELDS.spare) ?? "").slice(0, 40);
  const perMonth = readLess(text, { rest: restOf(journey) });
  if (!perMonth.ok) return data({ text, errors: [perMonth.error] }, { status: 422 });
  return goOn(context.app, journey, withLessThanAsked(journey.draft, perMonth.value));
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageTitle(page);

export default function Unaffordable() {
  const page = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return <ArrangementUnaffordablePage {...page} text={sent?.text ?? page.text} errors={sent?.errors ?? []} />;
}
