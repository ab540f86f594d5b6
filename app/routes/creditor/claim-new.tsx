import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { pageLanguage } from "#app/server/access/page-language.server.ts";
import { requireHandler } from "#app/server/access/require-user.server.ts";
import { addClaimInSteps } from "#app/server/inbox/add-claim-in-steps.server.ts";
import { answerStep } from "#app/server/inbox/claim-act.server.ts";
import { inboxUser } from "#app/server/inbox/inbox-user.server.ts";
import { firstClaimAnswers } from "#app/server/inbox/read-claim-form.server.ts";
import { newId } from "#app/server/platform/crypto/random-id.server.ts";
import { readForm } from "#app/server/platform/http/read-form.server.ts";
import { claimHref, NEW_CLAIM } from "#app/ui/inbox/inbox-addresses.ts";
import { pageTitle } from "#app/ui/page-title.ts";
import { InboxNewClaimPage } from "#app/ui/pages/inbox-new-claim-page.tsx";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const grant = await requireHandler(context, request);
  return {
    language: pageLanguage(context),
    title: "inboxNewClaim.title" as const,
    path: NEW_CLAIM,
    user: inboxUser(grant),
    answers: firstClaimAnswers(newId("frm", context.app.clock.now())),
  };
}

/** add and remove: the form with more or fewer invoices. check, edit and do: as with every act of two steps. */
export async function action({ request, context }: ActionFunctionArgs) {
  const grant = await requireHandler(context, request);
  const added = await addClaimInSteps(context.app, { grant, form: await readForm(request) });
  if (!added) throw new Response(null, { status: 404 });
  return answerStep(added.step, { done: `${claimHref(added.claimId ?? "")}?done=added` });
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageTitle(page);

export default function NewClaim() {
  const { user, path, answers } = useLoaderData<typeof loader>();
  return <InboxNewClaimPage {...{ user, path, answers }} {...useActionData<typeof action>()} />;
}
