import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { pageLanguage } from "#app/server/access/page-language.server.ts";
import { addInvoiceFile } from "#app/server/inbox/add-invoice-file.server.ts";
import { claimToActOn } from "#app/server/inbox/claim-act.server.ts";
import { inboxUser } from "#app/server/inbox/inbox-user.server.ts";
import { claimActHref, claimHref } from "#app/ui/inbox/inbox-addresses.ts";
import { pageTitle } from "#app/ui/page-title.ts";
import { InboxInvoiceFilePage } from "#app/ui/pages/inbox-invoice-file-page.tsx";

export async function loader(call: LoaderFunctionArgs) {
  const { grant, head } = await claimToActOn(call);
  return {
    language: pageLanguage(call.context),
    title: "inboxInvoiceFile.title" as const,
    path: claimActHref(head.id, "invoice-file"),
    user: inboxUser(grant),
    head,
  };
}

/** A file that is added shows on the claim's page, among its letters. */
export async function action(call: ActionFunctionArgs) {
  const { grant, head } = await claimToActOn(call);
  const added = await addInvoiceFile(call.context.app, { grant, claimId: head.id, request: call.request });
  if (added.ok) return redirect(`${claimHref(head.id)}?done=file`, 303);
  return data({ error: added.error }, { status: 422 });
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageTitle(page);

export default function ClaimInvoiceFile() {
  const { user, path, head } = useLoaderData<typeof loader>();
  return <InboxInvoiceFilePage {...{ user, path, head }} {...useActionData<typeof action>()} />;
}
