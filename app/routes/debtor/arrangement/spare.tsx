import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { languageIn } from "#app/i18n/languages.ts";
import { ZERO } from "#app/domain/money.ts";
import { withPerMonth } from "#app/server/arrangements/draft-answers.server.ts";
import { goOn, pathOfStep, questionFrame, requireJourney, restOf } from "#app/server/arrangements/journey.server.ts";
import { readSpare } from "#app/server/arrangements/journey-answers.server.ts";
import { leastAtOnce } from "#app/server/arrangements/plans-to-choose.server.ts";
import { readForm } from "#app/server/platform/http/read-form.server.ts";
import { ARRANGE_FIELDS } from "#app/ui/arrangement/arrange-fields.ts";
import { amountText } from "#app/ui/arrangement/amount-text.ts";
import { PageScript } from "#app/ui/page-script.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { ArrangementSparePage } from "#app/ui/pages/arrangement-spare-page.tsx";

const STEP = "spare";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const journey = await requireJourney(context, { request, step: STEP });
  const { policy, total, draft, today, change } = journey;
  const frame = questionFrame(journey, { request, context });
  const rest = restOf(journey);
  return {
    ...frame,
    least: leastAtOnce({ policy, total, deposit: draft.deposit ?? ZERO, today }),
    rest,
    budget: draft.budgetUsed ? ("used" as const) : rest > policy.requireBudgetForm.above ? ("asked" as const) : ("free" as const), // prettier-ignore
    budgetHref: pathOfStep("budget", { change }),
    cannotHref: pathOfStep("unaffordable", { change }),
    text: draft.perMonth === null ? "" : amountText(draft.perMonth, languageIn(frame.language)),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const journey = await requireJourney(context, { request, step: STEP });
  const text = ((await readForm(request)).get(ARRANGE_FIELDS.spare) ?? "").slice(0, 40);
  const perMonth = readSpare(text, { rest: restOf(journey) });
  if (!perMonth.ok) return data({ text, errors: [perMonth.error] }, { status: 422 });
  const { change } = journey;
  if (perMonth.value === ZERO) return redirect(pathOfStep("unaffordable", { change }), 303);
  return goOn(context.app, journey, withPerMonth(journey.draft, perMonth.value, { keepPlan: change }));
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageTitle(page);

export default function Spare() {
  const page = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return (
    <>
      <ArrangementSparePage {...page} text={sent?.text ?? page.text} errors={sent?.errors ?? []} />
      <PageScript name="checks" />
    </>
  );
}
