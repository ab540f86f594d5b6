import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { toDecimal } from "#app/domain/money.ts";
import { pageLanguage } from "#app/server/access/page-language.server.ts";
import { answerStep, claimToActOn } from "#app/server/inbox/claim-act.server.ts";
import { inboxUser } from "#app/server/inbox/inbox-user.server.ts";
import { recordPaymentInSteps } from "#app/server/inbox/record-payment.server.ts";
import { newId } from "#app/server/platform/crypto/random-id.server.ts";
import { readForm } from "#app/server/platform/http/read-form.server.ts";
import { claimActHref, claimHref } from "#app/ui/inbox/inbox-addresses.ts";
import { pageTitle } from "#app/ui/page-title.ts";
import { InboxClaimPaymentPage } from "#app/ui/pages/inbox-claim-payment-page.tsx";

export async function loader(call: LoaderFunctionArgs) {
  const { grant, head } = await claimToActOn(call);
  const { clock } = call.context.app;
  return {
    language: pageLanguage(call.context),
    title: "inboxClaim.payment.title" as const,
    path: claimActHref(head.id, "payment"),
    user: inboxUser(grant),
    head,
    answers: {
      amount: head.open > 0n ? toDecimal(head.open).replace(".", ",") : "",
      receivedOn: clock.today(),
      method: "bank_transfer",
      reference: "",
      formId: newId("frm", clock.now()),
    },
  };
}

export async function action(call: ActionFunctionArgs) {
  const { grant, claim, head } = await claimToActOn(call);
  const form = await readForm(call.request);
  const step = await recordPaymentInSteps(call.context.app, { grant, claim, form });
  if (!step) throw new Response(null, { status: 404 });
  return answerStep(step, { done: `${claimHref(head.id)}?done=payment` });
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageTitle(page);

export default function ClaimPayment() {
  const { user, path, head, answers } = useLoaderData<typeof loader>();
  return <InboxClaimPaymentPage {...{ user, path, head, answers }} {...useActionData<typeof action>()} />;
}
