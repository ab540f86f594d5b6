import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { creditorView, requireDebtorClaims } from "#app/server/claims/debtor-page.server.ts";
import { pageLanguage, pagePath } from "#app/server/access/page-language.server.ts";
import { loadMessage } from "#app/server/messages/letters-view.server.ts";
import { pageTitle } from "#app/ui/page-title.ts";
import { MessagePage } from "#app/ui/pages/message-page.tsx";

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const loaded = await requireDebtorClaims(context);
  const message = await loadMessage(context.app, { debtor: loaded.session, messageId: params["messageId"] ?? "" });
  if (!message) throw new Response(null, { status: 404 });
  return {
    language: pageLanguage(context, loaded.language),
    title: "letters.title" as const,
    path: pagePath(request),
    creditor: creditorView(loaded),
    message,
    backHref: "/claim/letters",
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data);

export default function Message() {
  return <MessagePage {...useLoaderData<typeof loader>()} />;
}
