import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { pageLanguage } from "#app/server/access/page-language.server.ts";
import { answerStep, claimToActOn } from "#app/server/inbox/claim-act.server.ts";
import { inboxUser } from "#app/server/inbox/inbox-user.server.ts";
import { pauseInSteps } from "#app/server/inbox/rest-or-close.server.ts";
import { readForm } from "#app/server/platform/http/read-form.server.ts";
import { claimActHref, claimHref } from "#app/ui/inbox/inbox-addresses.ts";
import { pageTitle } from "#app/ui/page-title.ts";
import { InboxClaimRestPage } from "#app/ui/pages/inbox-claim-rest-page.tsx";

export async function loader(call: LoaderFunctionArgs) {
  const { grant, head } = await claimToActOn(call);
  return {
    language: pageLanguage(call.context),
    title: "inboxClaim.pause.title" as const,
    path: claimActHref(head.id, "pause"),
    user: inboxUser(grant),
    head,
    answers: { until: "", reason: "" },
  };
}

export async function action(call: ActionFunctionArgs) {
  const { grant, claim, head } = await claimToActOn(call);
  const form = await readForm(call.request);
  const step = await pauseInSteps(call.context.app, { grant, claim, open: head.open, form });
  return answerStep(step, { done: `${claimHref(head.id)}?done=pause` });
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageTitle(page);

export default function ClaimPause() {
  const { user, path, head, answers } = useLoaderData<typeof loader>();
  return <InboxClaimRestPage act="pause" {...{ user, path, head, answers }} {...useActionData<typeof action>()} />;
}
