import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { pageLanguage, pagePath } from "#app/server/access/page-language.server.ts";
import { requireUser } from "#app/server/access/require-user.server.ts";
import { inboxUser } from "#app/server/inbox/inbox-user.server.ts";
import { listQuarantine } from "#app/server/inbox/load-quarantine.server.ts";
import { pageTitle } from "#app/ui/page-title.ts";
import { InboxQuarantinePage } from "#app/ui/pages/inbox-quarantine-page.tsx";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const grant = await requireUser(context, request);
  return {
    language: pageLanguage(context),
    title: "inboxPayment.quarantine.title" as const,
    path: pagePath(request),
    user: inboxUser(grant),
    ...(await listQuarantine(context.app, { grant })),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageTitle(page);

export default function Quarantine() {
  const { user, path, waiting, resolved } = useLoaderData<typeof loader>();
  return <InboxQuarantinePage {...{ user, path, waiting, resolved }} />;
}
