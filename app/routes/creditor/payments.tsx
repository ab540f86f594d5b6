import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { pageLanguage, pagePath } from "#app/server/access/page-language.server.ts";
import { requireUser } from "#app/server/access/require-user.server.ts";
import { inboxUser } from "#app/server/inbox/inbox-user.server.ts";
import { listInboxPayments } from "#app/server/inbox/list-inbox-payments.server.ts";
import { isId } from "#app/server/platform/crypto/random-id.server.ts";
import { PAYMENTS } from "#app/ui/inbox/inbox-addresses.ts";
import { pageTitle } from "#app/ui/page-title.ts";
import { InboxPaymentsPage } from "#app/ui/pages/inbox-payments-page.tsx";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const grant = await requireUser(context, request);
  const named = new URL(request.url).searchParams.get("after");
  const after = named !== null && isId("pay", named) ? named : null;
  const { payments, next, quarantined } = await listInboxPayments(context.app, { creditorId: grant.creditorId, after });
  return {
    language: pageLanguage(context),
    title: "inboxPayment.title" as const,
    path: pagePath(request),
    user: inboxUser(grant),
    payments,
    quarantined,
    nextHref: next && `${PAYMENTS}?after=${next}`,
  };
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageTitle(page);

export default function Payments() {
  const { user, path, payments, quarantined, nextHref } = useLoaderData<typeof loader>();
  return <InboxPaymentsPage {...{ user, path, payments, quarantined, nextHref }} />;
}
