import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { pageLanguage, pagePath } from "#app/server/access/page-language.server.ts";
import { requireUser } from "#app/server/access/require-user.server.ts";
import { inboxUser } from "#app/server/inbox/inbox-user.server.ts";
import { INBOX_KINDS, listInbox } from "#app/server/inbox/list-inbox.server.ts";
import { pageTitle } from "#app/ui/page-title.ts";
import { InboxPage } from "#app/ui/pages/inbox-page.tsx";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const grant = await requireUser(context, request);
  const asked = new URL(request.url).searchParams.get("kind");
  const kind = INBOX_KINDS.find((one) => one === asked) ?? null;
  return {
    language: pageLanguage(context),
    title: "inbox.pageTitle" as const,
    path: pagePath(request),
    user: inboxUser(grant),
    today: context.app.clock.today(),
    kind,
    ...(await listInbox(context.app, { creditorId: grant.creditorId, kind })),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageTitle(page);

export default function Inbox() {
  return <InboxPage {...useLoaderData<typeof loader>()} />;
}
