import type { ArrangementMethod } from "#app/domain/arrangement/policy.ts";
import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { type Answer, decideBefore, negotiate } from "#app/domain/arrangement/negotiate.ts";
import { pageVoice } from "#app/server/access/page-language.server.ts";
import { clearArrangementDraft, saveArrangementDraft } from "#app/server/arrangements/arrangement-draft.server.ts";
import { withPlan } from "#app/server/arrangements/draft-answers.server.ts";
import {
  arrangementPath,
  type Journey,
  pathOfStep,
  questionFrame,
  requireJourney,
} from "#app/server/arrangements/journey.server.ts";
import { planTotalOf } from "#app/server/arrangements/open-amounts.server.ts";
import { proposeArrangement } from "#app/server/arrangements/propose-arrangement.server.ts";
import { requireWish, shownKey } from "#app/server/arrangements/shown-proposal.server.ts";
import { newId } from "#app/server/platform/crypto/random-id.server.ts";
import { readForm } from "#app/server/platform/http/read-form.server.ts";
import { requireAllowed } from "#app/server/platform/rate-limit/require-allowed.server.ts";
import { ARRANGE_FIELDS } from "#app/ui/arrangement/arrange-fields.ts";
import { optionKey } from "#app/ui/arrangement/plan-text.ts";
import { pageTitle } from "#app/ui/page-title.ts";
import { ArrangementCheckPage } from "#app/ui/pages/arrangement-check-page.tsx";

const STEP = "check";
const PROPOSALS = { name: "arrangement-propose", points: 30, seconds: 3_600 };

export async function loader({ request, context }: LoaderFunctionArgs) {
  const journey = await requireJourney(context, { request, step: STEP });
  const { policy, total, today, draft, claims } = journey;
  const wish = requireWish(journey);
  const { discount: waivedCosts } = planTotalOf(policy, claims.map(({ statement }) => statement)); // prettier-ignore
  return {
    ...questionFrame(journey, { request, context }),
    sent: {
      arrangementId: newId("arr", context.app.clock.now()),
      shown: shownKey({ wish, total, today }),
    },
    answer: negotiate({ policy, total, wish, today }),
    wish,
    policy,
    waivedCosts,
    today,
    decideBefore: decideBefore(policy, today),
    reason: draft.reason ?? { code: null, text: "" },
    method: draft.method ?? unchosenMethod(policy.methods),
    plansToChoose: !draft.belowTheRules,
    changed: new URL(request.url).searchParams.has("changed"),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const journey = await requireJourney(context, { request, step: STEP });
  const form = await readForm(request);
  const chosen = form.get("choose");
  return chosen === null ? propose(form, { journey, context }) : choose(chosen, { journey, context });
}

type Acting = { journey: Journey; context: ActionFunctionArgs["context"] };

/** What was offered instead takes the place of what was asked; its whole table is shown first. */
async function choose(key: string, { journey, context }: Acting): Promise<Response> {
  const { draft, policy, total, today, loaded } = journey;
  const answer: Answer = negotiate({ policy, total, today, wish: requireWish(journey) });
  const options = answer.kind === "accepted" ? [] : answer.options;
  const option = options.find((one) => optionKey(one) === key);
  if (!option) return lookAgain();
  await saveArrangementDraft(context.app, { sessionId: loaded.session.id, draft: withPlan(draft, option.wish) });
  return redirect(pathOfStep(STEP), 303);
}

async function propose(form: URLSearchParams, { journey, context }: Acting): Promise<Response> {
  const { draft, policy, total, today, loaded } = journey;
  const { app } = context;
  const { id: sessionId, creditorId, debtorId } = loaded.session;
  const wish = requireWish(journey);
  const method = policy.methods.find((one) => one === form.get(ARRANGE_FIELDS.method)) ?? unchosenMethod(policy.methods); // prettier-ignore
  requireAllowed(await app.limiter.count(PROPOSALS, debtorId));
  // Another window may have changed the answers since: nobody agrees to what they did not see.
  if (form.get("shown") !== shownKey({ wish, total, today })) {
    await saveArrangementDraft(app, { sessionId, draft: { ...draft, method } });
    return lookAgain();
  }
  const proposed = await proposeArrangement(app, {
    debtor: { creditorId, debtorId, sessionId },
    arrangementId: form.get("arrangementId") ?? "",
    claimIds: journey.claims.map(({ id }) => id),
    wish,
    total,
    method,
    reason: draft.reason ?? { code: null, text: "" },
    decide: form.get("act") === "person" ? "person" : "policy",
    language: pageVoice(context, loaded.language),
  });
  if (proposed.ok) {
    await clearArrangementDraft(app, { sessionId });
    return redirect(arrangementPath(journey, { news: proposed.value.status }), 303);
  }
  switch (proposed.error.kind) {
    case "may_not_propose":
    case "already_open":
      return redirect(arrangementPath(journey), 303);
    case "amount_changed":
    case "not_within_policy":
    case "invalid_request":
      return lookAgain();
  }
}

/** The check page again, saying that it is not what was sent. */
function lookAgain(): Response {
  return redirect(`${pathOfStep(STEP)}?changed=1`, 303);
}

/** By hand, wherever that is possible: leave to collect is only ever given by choosing it. */
function unchosenMethod(methods: readonly ArrangementMethod[]): ArrangementMethod {
  return methods.length > 0 && !methods.includes("ideal_link") ? "sepa_dd" : "ideal_link";
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageTitle(page);

export default function Check() {
  return <ArrangementCheckPage {...useLoaderData<typeof loader>()} />;
}
