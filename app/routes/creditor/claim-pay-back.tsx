import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { pageLanguage } from "#app/server/access/page-language.server.ts";
import { claimToActOn } from "#app/server/inbox/claim-act.server.ts";
import { inboxUser } from "#app/server/inbox/inbox-user.server.ts";
import { loadPayBack, payBackOnClaim } from "#app/server/inbox/pay-back-on-claim.server.ts";
import { readForm } from "#app/server/platform/http/read-form.server.ts";
import { claimActHref, claimHref } from "#app/ui/inbox/inbox-addresses.ts";
import { pageTitle } from "#app/ui/page-title.ts";
import { InboxClaimPayBackPage } from "#app/ui/pages/inbox-claim-pay-back-page.tsx";

export async function loader(call: LoaderFunctionArgs) {
  const { grant, claim, head } = await claimToActOn(call);
  return {
    language: pageLanguage(call.context),
    title: "inboxClaim.payBack.title" as const,
    path: claimActHref(head.id, "pay-back"),
    user: inboxUser(grant),
    head,
    choice: await loadPayBack(call.context.app, claim),
  };
}

export async function action(call: ActionFunctionArgs) {
  const { grant, claim, head } = await claimToActOn(call);
  const form = await readForm(call.request);
  const outcome = await payBackOnClaim(call.context.app, { grant, claim, form });
  if (outcome === null) throw new Response(null, { status: 404 });
  if (outcome === "changed" || outcome === "failed") return data({ refused: outcome }, { status: 409 });
  return redirect(`${claimHref(head.id)}?done=${outcome}`, 303);
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageTitle(page);

export default function ClaimPayBack() {
  const { user, path, head, choice } = useLoaderData<typeof loader>();
  return <InboxClaimPayBackPage {...{ user, path, head, choice }} refused={useActionData<typeof action>()?.refused} />;
}
