import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { pageLanguage } from "#app/server/access/page-language.server.ts";
import { requireHandler } from "#app/server/access/require-user.server.ts";
import { loadClaimHead } from "#app/server/inbox/claim-head.server.ts";
import { creditClaimInSteps } from "#app/server/inbox/credit-claim-in-steps.server.ts";
import { inboxUser } from "#app/server/inbox/inbox-user.server.ts";
import { newId } from "#app/server/platform/crypto/random-id.server.ts";
import { readForm } from "#app/server/platform/http/read-form.server.ts";
import { claimActHref, claimHref } from "#app/ui/inbox/inbox-addresses.ts";
import { pageTitle } from "#app/ui/page-title.ts";
import { InboxClaimCreditPage } from "#app/ui/pages/inbox-claim-credit-page.tsx";

export async function loader(call: LoaderFunctionArgs) {
  const { grant, head } = await asked(call);
  return {
    language: pageLanguage(call.context),
    title: "inboxClaim.creditAct.title" as const,
    path: claimActHref(head.id, "credit"),
    user: inboxUser(grant),
    head,
    answers: { amount: "", invoice: "", reason: "", creditId: newId("crn", call.context.app.clock.now()) },
  };
}

export async function action(call: ActionFunctionArgs) {
  const { grant, claim, head } = await asked(call);
  const form = await readForm(call.request);
  const step = await creditClaimInSteps(call.context.app, { grant, claim, invoices: head.invoices, form });
  if (!step) throw new Response(null, { status: 404 });
  if (step.step === "done") return redirect(`${claimHref(head.id)}?done=credit`, 303);
  const { answers } = step;
  if (step.step === "form")
    return data({ answers, errors: step.errors }, { status: step.errors.length > 0 ? 422 : 200 });
  return data({ answers, check: step.check, changed: step.changed }, { status: step.changed ? 409 : 200 });
}

async function asked({ request, params, context }: LoaderFunctionArgs) {
  const grant = await requireHandler(context, request);
  const found = await loadClaimHead(context.app, { grant, claimId: params["claimId"] ?? "" });
  if (!found) throw new Response(null, { status: 404 });
  return { grant, ...found };
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageTitle(page);

export default function ClaimCredit() {
  const { user, path, head, answers } = useLoaderData<typeof loader>();
  return <InboxClaimCreditPage {...{ user, path, head, answers }} {...useActionData<typeof action>()} />;
}
