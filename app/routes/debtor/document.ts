import type { LoaderFunctionArgs } from "@remix-run/node";
import { readDocument } from "#app/server/messages/read-document.server.ts";
import { requireDebtor } from "#app/server/access/require-debtor.server.ts";

/** The file of a letter or invoice, to save. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const debtor = await requireDebtor(context);
  const document = await readDocument(context.app, { debtor, documentId: params["documentId"] ?? "" });
  if (!document) throw new Response(null, { status: 404 });
  return new Response(document.bytes, { headers: document.headers });
}
