import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { pageLanguage, pagePath } from "#app/server/access/page-language.server.ts";
import { requireUser } from "#app/server/access/require-user.server.ts";
import { inboxUser } from "#app/server/inbox/inbox-user.server.ts";
import { listInboxClaims } from "#app/server/inbox/list-inbox-claims.server.ts";
import { readSearchForm, readSearchQuery, searchQuery } from "#app/server/inbox/search-in-address.server.ts";
import { readForm } from "#app/server/platform/http/read-form.server.ts";
import { CLAIMS } from "#app/ui/inbox/inbox-addresses.ts";
import { pageTitle } from "#app/ui/page-title.ts";
import { InboxClaimsPage } from "#app/ui/pages/inbox-claims-page.tsx";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const grant = await requireUser(context, request);
  const { app } = context;
  const { creditorId } = grant;
  const search = readSearchQuery(app, { creditorId, query: new URL(request.url).searchParams });
  const { claims, next } = await listInboxClaims(app, { grant, ...search });
  return {
    language: pageLanguage(context),
    title: "inboxClaims.title" as const,
    path: pagePath(request),
    user: inboxUser(grant),
    claims,
    search,
    nextHref: next && `${CLAIMS}${searchQuery(app, { creditorId, search: { ...search, after: next } })}`,
  };
}

/** What was typed goes on sealed, to an address that can be gone back to. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { creditorId } = await requireUser(context, request);
  const search = readSearchForm(await readForm(request));
  return redirect(`${CLAIMS}${searchQuery(context.app, { creditorId, search })}`, 303);
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageTitle(page);

export default function Claims() {
  const { user, path, claims, search, nextHref } = useLoaderData<typeof loader>();
  return <InboxClaimsPage {...{ user, path, claims, search, nextHref }} />;
}
