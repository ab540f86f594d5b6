import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { decideBefore } from "#app/domain/arrangement/negotiate.ts";
import { type Option, sameSchedule } from "#app/domain/arrangement/options.ts";
import { scheduleOf } from "#app/domain/arrangement/wish.ts";
import { ZERO } from "#app/domain/money.ts";
import { saveArrangementDraft } from "#app/server/arrangements/arrangement-draft.server.ts";
import { withPerMonth, withPlan, wishOf } from "#app/server/arrangements/draft-answers.server.ts";
import {
  goOn,
  type Journey,
  pathOfStep,
  questionFrame,
  requireJourney,
  restOf,
} from "#app/server/arrangements/journey.server.ts";
import { type JourneyFault, readSpare } from "#app/server/arrangements/journey-answers.server.ts";
import { plansToChoose } from "#app/server/arrangements/plans-to-choose.server.ts";
import { readForm } from "#app/server/platform/http/read-form.server.ts";
import { ARRANGE_FIELDS } from "#app/ui/arrangement/arrange-fields.ts";
import { optionKey } from "#app/ui/arrangement/plan-text.ts";
import { PageScript } from "#app/ui/page-script.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { ArrangementPlanPage } from "#app/ui/pages/arrangement-plan-page.tsx";

const STEP = "plan";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const journey = await requireJourney(context, { request, step: STEP });
  const { policy, total, today, draft, change } = journey;
  const options = plansOf(journey);
  return {
    ...questionFrame(journey, { request, context }),
    options,
    perMonth: draft.perMonth ?? ZERO,
    total,
    today,
    decideBefore: decideBefore(policy, today),
    cannotHref: pathOfStep("unaffordable", { change }),
    answers: { choice: chosenBefore(journey, options), own: "" },
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const journey = await requireJourney(context, { request, step: STEP });
  const { draft, change } = journey;
  const form = await readForm(request);
  const answers = {
    choice: form.get(ARRANGE_FIELDS.plan) ?? "",
    own: (form.get(ARRANGE_FIELDS.own) ?? "").slice(0, 40),
  };
  const fault = (error: JourneyFault) => data({ answers, errors: [error] }, { status: 422 });
  if (answers.choice === "") return fault({ kind: "planMissing" });
  if (answers.choice !== "own") {
    const chosen = plansOf(journey).find((option) => optionKey(option) === answers.choice);
    return chosen ? goOn(context.app, journey, withPlan(draft, chosen.wish)) : fault({ kind: "plansChanged" });
  }
  const perMonth = readSpare(answers.own, { rest: restOf(journey) });
  if (!perMonth.ok) return fault(perMonth.error);
  if (perMonth.value === ZERO) return redirect(pathOfStep("unaffordable", { change }), 303);
  const asked = withPerMonth(draft, perMonth.value, { keepPlan: false });
  await saveArrangementDraft(context.app, { sessionId: journey.loaded.session.id, draft: asked });
  return redirect(pathOfStep(STEP, { change }), 303);
}

/** Worked out from the answers, whatever was chosen of them before. */
function plansOf({ draft, policy, total, today }: Journey): readonly Option[] {
  const wish = wishOf({ ...draft, wish: null }, policy);
  if (wish === null) return [];
  return plansToChoose({ policy, total, wish, today, perMonth: draft.perMonth ?? ZERO });
}

function chosenBefore({ draft, policy, total, today }: Journey, options: readonly Option[]): string {
  const schedule = draft.wish && scheduleOf({ policy, total, wish: draft.wish, today });
  const chosen = schedule && options.find((option) => sameSchedule(option.schedule, schedule));
  return chosen ? optionKey(chosen) : "";
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageTitle(page);

export default function Plan() {
  const page = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return (
    <>
      <ArrangementPlanPage {...page} answers={sent?.answers ?? page.answers} errors={sent?.errors ?? []} />
      <PageScript name="connection" />
    </>
  );
}
