import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { pagePath, pageVoice } from "#app/server/access/page-language.server.ts";
import { creditorView, requireDebtorClaims } from "#app/server/claims/debtor-page.server.ts";
import { loadDocument } from "#app/server/messages/document-view.server.ts";
import { loadMessage } from "#app/server/messages/letters-view.server.ts";
import { pageTitle } from "#app/ui/page-title.ts";
import { DocumentPage } from "#app/ui/pages/document-page.tsx";
import { MessagePage } from "#app/ui/pages/message-page.tsx";

/** One of the letters: a message, or a document that goes with none. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const loaded = await requireDebtorClaims(context);
  const { session: debtor } = loaded;
  const reader = { ...debtor, isHelper: loaded.helper !== null };
  const id = params["letterId"] ?? "";
  const [message, document] = await Promise.all([
    id.startsWith("msg_") ? loadMessage(context.app, { reader, messageId: id }) : null,
    id.startsWith("doc_") ? loadDocument(context.app, { debtor, documentId: id }) : null,
  ]);
  if (!message && !document) throw new Response(null, { status: 404 });
  return {
    language: pageVoice(context, loaded.language),
    title: "letters.title" as const,
    path: pagePath(request),
    creditor: creditorView(loaded),
    message,
    document,
    backHref: "/claim/letters",
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data);

export default function Letter() {
  const { message, document, ...page } = useLoaderData<typeof loader>();
  if (document) return <DocumentPage {...page} document={document} />;
  return message && <MessagePage {...page} message={message} />;
}
