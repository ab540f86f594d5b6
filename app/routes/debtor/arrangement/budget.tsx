import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ZERO } from "#app/domain/money.ts";
import { saveArrangementDraft } from "#app/server/arrangements/arrangement-draft.server.ts";
import { withBudget } from "#app/server/arrangements/draft-answers.server.ts";
import {
  goOn,
  type Journey,
  pathOfStep,
  questionFrame,
  requireJourney,
  restOf,
} from "#app/server/arrangements/journey.server.ts";
import { type JourneyFault, readSpare, roomOf } from "#app/server/arrangements/journey-answers.server.ts";
import { readForm } from "#app/server/platform/http/read-form.server.ts";
import { ARRANGE_FIELDS } from "#app/ui/arrangement/arrange-fields.ts";
import { EXPENSE_LINES, INCOME_LINES } from "#app/ui/arrangement/budget-lines.ts";
import { PageScript } from "#app/ui/page-script.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { ArrangementBudgetPage } from "#app/ui/pages/arrangement-budget-page.tsx";

/** Helps to answer the question what can be spared. */
const STEP = "spare";

const NOTHING_SENT = { values: {}, unreadable: [], room: null, amount: "", errors: [] };

export async function loader({ request, context }: LoaderFunctionArgs) {
  const journey = await requireJourney(context, { request, step: STEP });
  return { ...questionFrame(journey, { request, context }), backHref: pathOfStep(STEP, journey) };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const journey = await requireJourney(context, { request, step: STEP });
  const form = await readForm(request);
  return form.get("act") === "use" ? goOnWithAmount(form, { journey, context }) : calculate(form);
}

/** The sum without a script. Nothing of it is kept: what was filled in only goes back to the same page. */
function calculate(form: URLSearchParams) {
  const lines = (names: readonly string[]) =>
    Object.fromEntries(names.map((name) => [name, (form.get(name) ?? "").slice(0, 40)]));
  const [income, expenses] = [lines(INCOME_LINES), lines(EXPENSE_LINES)];
  const room = roomOf({ income, expenses });
  const page = { ...NOTHING_SENT, values: { ...income, ...expenses } };
  if (!room.ok) return data({ ...page, unreadable: room.error }, { status: 422 });
  return data({ ...page, room: room.value });
}

async function goOnWithAmount(
  form: URLSearchParams,
  { journey, context }: { journey: Journey } & Pick<ActionFunctionArgs, "context">,
) {
  // prettier-ignore
  const { draft, change, loaded } = journey;
  const amount = (form.get(ARRANGE_FIELDS.spare) ?? "").slice(0, 40);
  const perMonth = readSpare(amount, { rest: restOf(journey) });
  const errors: readonly JourneyFault[] = perMonth.ok ? [] : [perMonth.error];
  if (!perMonth.ok) return data({ ...NOTHING_SENT, amount, errors }, { status: 422 });
  const used = withBudget(draft, perMonth.value, { keepPlan: change });
  if (perMonth.value > ZERO) return goOn(context.app, journey, used);
  await saveArrangementDraft(context.app, { sessionId: loaded.session.id, draft: used });
  return redirect(pathOfStep("unaffordable", { change }), 303);
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageTitle(page);

export default function Budget() {
  const page = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return (
    <>
      <ArrangementBudgetPage {...page} {...(sent ?? NOTHING_SENT)} />
      <PageScript name="budget" />
    </>
  );
}
