import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { disputedOf, sharesNow, totalDisputed } from "#app/domain/dispute/scope.ts";
import { ZERO } from "#app/domain/money.ts";
import { pageLanguage } from "#app/server/access/page-language.server.ts";
import { questionFrame, requireDisputeJourney } from "#app/server/disputes/journey.server.ts";
import { sendDispute } from "#app/server/disputes/journey-send.server.ts";
import { listUploads } from "#app/server/evidence/list-uploads.server.ts";
import { newId } from "#app/server/platform/crypto/random-id.server.ts";
import { readForm } from "#app/server/platform/http/read-form.server.ts";
import { pageTitle } from "#app/ui/page-title.ts";
import { DisputeCheckPage } from "#app/ui/pages/dispute-check-page.tsx";

const STEP = "check";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const journey = await requireDisputeJourney(context, { request, step: STEP });
  const { app } = context;
  const { claim, draft, loaded } = journey;
  const scope = draft.scope ?? { kind: "whole" };
  const disputed = disputedOf(claim.statement, scope);
  const amount = disputed.ok ? totalDisputed(disputed.value) : ZERO;
  return {
    ...questionFrame(journey, { request, context }),
    disputeId: newId("dsp", app.clock.now()),
    ground: draft.ground,
    paid: draft.paid,
    scope,
    invoiceNumbers: claim.invoices.flatMap(({ id, number }) =>
      scope.kind === "parts" && scope.invoices.includes(id) ? [number] : [],
    ),
    amount,
    rest: sharesNow(claim.statement, { kind: scope.kind, amount }).undisputed,
    text: draft.text ?? "",
    uploads: await listUploads(app, { sessionId: loaded.session.id, claimId: claim.id }),
    interestRuns: claim.interestPerDay > 0n,
    arranged: claim.status === "arranged",
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const journey = await requireDisputeJourney(context, { request, step: STEP });
  const form = await readForm(request);
  const language = pageLanguage(context, journey.loaded.language);
  const to = await sendDispute(context.app, journey, { disputeId: form.get("disputeId") ?? "", language });
  return redirect(to, 303);
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageTitle(page);

export default function Check() {
  return <DisputeCheckPage {...useLoaderData<typeof loader>()} />;
}
