import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { shareOf } from "#app/domain/arrangement/schedule.ts";
import { asCents, type Cents, minus } from "#app/domain/money.ts";
import { type Language, languageIn } from "#app/i18n/languages.ts";
import { withDeposit } from "#app/server/arrangements/draft-answers.server.ts";
import { goOn, type Journey, questionFrame, requireJourney } from "#app/server/arrangements/journey.server.ts";
import { leastDeposit, readDeposit } from "#app/server/arrangements/journey-answers.server.ts";
import { readForm } from "#app/server/platform/http/read-form.server.ts";
import { amountText } from "#app/ui/arrangement/amount-text.ts";
import { ARRANGE_FIELDS } from "#app/ui/arrangement/arrange-fields.ts";
import { PageScript } from "#app/ui/page-script.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { ArrangementDepositPage } from "#app/ui/pages/arrangement-deposit-page.tsx";

const STEP = "deposit";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const journey = await requireJourney(context, { request, step: STEP });
  const { total, policy, draft } = journey;
  const frame = questionFrame(journey, { request, context });
  return {
    ...frame,
    minimum: leastOf(journey),
    maximum: minus(total, asCents(1n)),
    asked: shareOf(total, policy.downPaymentPercent),
    answers: answersOf(draft.deposit, languageIn(frame.language)),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const journey = await requireJourney(context, { request, step: STEP });
  const form = await readForm(request);
  const answers = {
    choice: form.get(ARRANGE_FIELDS.now) ?? "",
    text: (form.get(ARRANGE_FIELDS.deposit) ?? "").slice(0, 40),
  };
  const deposit = readDeposit(answers, { total: journey.total, least: leastOf(journey) });
  if (!deposit.ok) return data({ answers, errors: [deposit.error] }, { status: 422 });
  const draft = withDeposit(journey.draft, deposit.value, { keepPlan: journey.change });
  return goOn(context.app, journey, draft);
}

function answersOf(deposit: Cents | null, language: Language) {
  if (deposit === null) return { choice: "", text: "" };
  return deposit > 0n ? { choice: "yes", text: amountText(deposit, language) } : { choice: "no", text: "" };
}

const leastOf = ({ total, loaded }: Journey) =>
  leastDeposit({ total, minimumPart: loaded.creditor.minimumPartPayment });

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageTitle(page);

export default function Deposit() {
  const page = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return (
    <>
      <ArrangementDepositPage {...page} answers={sent?.answers ?? page.answers} errors={sent?.errors ?? []} />
      <PageScript name="checks" />
    </>
  );
}
