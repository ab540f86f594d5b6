import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { pageLanguage } from "#app/server/access/page-language.server.ts";
import { claimToActOn } from "#app/server/inbox/claim-act.server.ts";
import { inboxUser } from "#app/server/inbox/inbox-user.server.ts";
import { makeLink } from "#app/server/inbox/make-link.server.ts";
import { newId } from "#app/server/platform/crypto/random-id.server.ts";
import { readForm } from "#app/server/platform/http/read-form.server.ts";
import { claimActHref, claimHref } from "#app/ui/inbox/inbox-addresses.ts";
import { PageScript } from "#app/ui/page-script.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { InboxClaimLinkPage } from "#app/ui/pages/inbox-claim-link-page.tsx";

/** Why no letter was made, as the address says. */
const LETTER_REFUSED = ["claim_closed", "claim_settled", "claim_paused"] as const;

export async function loader(call: LoaderFunctionArgs) {
  const { grant, head } = await claimToActOn(call);
  const refused = new URL(call.request.url).searchParams.get("refused");
  return {
    language: pageLanguage(call.context),
    title: "inboxClaim.link.title" as const,
    path: claimActHref(head.id, "link"),
    user: inboxUser(grant),
    head,
    mailingId: newId("mlg", call.context.app.clock.now()),
    refused: LETTER_REFUSED.find((reason) => reason === refused),
  };
}

/** A link that was made is on the answer itself and nowhere else; the answer loaded again shows the same one. */
export async function action(call: ActionFunctionArgs) {
  const { grant, head } = await claimToActOn(call);
  const made = await makeLink(call.context.app, { grant, claimId: head.id, form: await readForm(call.request) });
  switch (made.kind) {
    case "made":
      return data({ made: made.link });
    case "refused":
      return data({ notMailed: made.reason }, { status: 409 });
    case "mailed":
      return redirect(`${claimHref(head.id)}?done=mailed`, 303);
    case "not_mailed":
      return data({ notMailed: made.reason }, { status: 409 });
    case "letter":
    case "not_found":
      throw new Response(null, { status: 404 });
  }
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageTitle(page);

export default function ClaimLink() {
  const { user, path, head, mailingId, refused } = useLoaderData<typeof loader>();
  const done = useActionData<typeof action>();
  return (
    <>
      <InboxClaimLinkPage {...{ user, path, head, mailingId, notMailed: refused }} {...done} />
      {done !== undefined && <PageScript name="copy" />}
    </>
  );
}
