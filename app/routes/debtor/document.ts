import type { LoaderFunctionArgs } from "@remix-run/node";
import { pageLanguage } from "#app/server/access/page-language.server.ts";
import { requireDebtor } from "#app/server/access/require-debtor.server.ts";
import { fileAnswer } from "#app/server/messages/file-answer.server.ts";
import { readDocument } from "#app/server/messages/read-document.server.ts";

/** The file of a letter or invoice, to save. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const debtor = await requireDebtor(context);
  const read = await readDocument(context.app, { debtor, documentId: params["documentId"] ?? "" });
  return fileAnswer(read, pageLanguage(context, debtor.language));
}
