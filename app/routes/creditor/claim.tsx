import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { revokeLink } from "#app/server/access/issue-link.server.ts";
import { pageLanguage } from "#app/server/access/page-language.server.ts";
import { mayDecide, requireHandler, requireUser } from "#app/server/access/require-user.server.ts";
import { findClaim } from "#app/server/claims/claim-record.server.ts";
import { doneMark } from "#app/server/inbox/done-mark.server.ts";
import { inboxUser } from "#app/server/inbox/inbox-user.server.ts";
import { loadInboxClaim } from "#app/server/inbox/load-inbox-claim.server.ts";
import { readForm } from "#app/server/platform/http/read-form.server.ts";
import { DONE_ON_CLAIM } from "#app/ui/inbox/claims-view.ts";
import { claimHref } from "#app/ui/inbox/inbox-addresses.ts";
import { pageTitle } from "#app/ui/page-title.ts";
import { InboxClaimPage } from "#app/ui/pages/inbox-claim-page.tsx";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const grant = await requireUser(context, request);
  const claim = await loadInboxClaim(context.app, { grant, claimId: params["claimId"] ?? "" });
  if (!claim) throw new Response(null, { status: 404 });
  const named = doneMark({ request, context });
  return {
    language: pageLanguage(context),
    title: "inboxClaim.title" as const,
    values: { reference: claim.reference },
    path: claimHref(claim.id),
    user: inboxUser(grant),
    claim,
    mayDecide: mayDecide(grant),
    done: DONE_ON_CLAIM.find((act) => act === named) ?? null,
  };
}

/** Takes back a link of this claim. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { creditorId, userId } = await requireHandler(context, request);
  const { app } = context;
  const form = await readForm(request);
  const claimId = params["claimId"] ?? "";
  const linkId = form.get("link") ?? "";
  const { prisma } = app.database;
  const claim = await findClaim(prisma, { creditorId, claimId });
  const own = claim && (await prisma.link.findFirst({ where: { id: linkId, creditorId, claimId }, select: { id: true } })); // prettier-ignore
  if (!own || form.get("act") !== "revoke") throw new Response(null, { status: 404 });
  await revokeLink(app, { creditorId, linkId, actor: `user:${userId}` });
  return redirect(`${claimHref(claimId)}?done=revoked`, 303);
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageTitle(page);

export default function Claim() {
  const { user, path, claim, mayDecide, done } = useLoaderData<typeof loader>();
  return <InboxClaimPage {...{ user, path, claim, mayDecide, done }} />;
}
