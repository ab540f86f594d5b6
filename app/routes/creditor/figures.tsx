import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { pageLanguage, pagePath } from "#app/server/access/page-language.server.ts";
import { requireUser } from "#app/server/access/require-user.server.ts";
import { loadFigures } from "#app/server/figures/figures-view.server.ts";
import { inboxUser } from "#app/server/inbox/inbox-user.server.ts";
import { pageTitle } from "#app/ui/page-title.ts";
import { FiguresPage } from "#app/ui/pages/figures-page.tsx";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const grant = await requireUser(context, request);
  return {
    language: pageLanguage(context),
    title: "figures.title" as const,
    path: pagePath(request),
    user: inboxUser(grant),
    ...(await loadFigures(context.app, grant.creditorId)),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageTitle(page);

export default function Figures() {
  return <FiguresPage {...useLoaderData<typeof loader>()} />;
}
