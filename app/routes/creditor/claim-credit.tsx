import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { pageLanguage } from "#app/server/access/page-language.server.ts";
import { answerStep, claimToActOn } from "#app/server/inbox/claim-act.server.ts";
import { creditClaimInSteps } from "#app/server/inbox/credit-claim-in-steps.server.ts";
import { inboxUser } from "#app/server/inbox/inbox-user.server.ts";
import { newId } from "#app/server/platform/crypto/random-id.server.ts";
import { readForm } from "#app/server/platform/http/read-form.server.ts";
import { claimActHref, claimHref } from "#app/ui/inbox/inbox-addresses.ts";
import { pageTitle } from "#app/ui/page-title.ts";
import { InboxClaimCreditPage } from "#app/ui/pages/inbox-claim-credit-page.tsx";

export async function loader(call: LoaderFunctionArgs) {
  const { grant, head } = await claimToActOn(call);
  return {
    language: pageLanguage(call.context),
    title: "inboxClaim.creditAct.title" as const,
    path: claimActHref(head.id, "credit"),
    user: inboxUser(grant),
    head,
    answers: { amount: "", invoice: "", reason: "", formId: newId("frm", call.context.app.clock.now()) },
  };
}

export async function action(call: ActionFunctionArgs) {
  const { grant, claim, head } = await claimToActOn(call);
  const form = await readForm(call.request);
  const step = await creditClaimInSteps(call.context.app, { grant, claim, invoices: head.invoices, form });
  if (!step) throw new Response(null, { status: 404 });
  return answerStep(step, { done: `${claimHref(head.id)}?done=credit` });
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageTitle(page);

export default function ClaimCredit() {
  const { user, path, head, answers } = useLoaderData<typeof loader>();
  return <InboxClaimCreditPage {...{ user, path, head, answers }} {...useActionData<typeof action>()} />;
}
