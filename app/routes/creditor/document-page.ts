import type { LoaderFunctionArgs } from "@remix-run/node";
import { pageLanguage } from "#app/server/access/page-language.server.ts";
import { requireUser } from "#app/server/access/require-user.server.ts";
import { fileAnswer } from "#app/server/messages/file-answer.server.ts";
import { readDocumentPage } from "#app/server/messages/read-document.server.ts";

/** A page of a debtor's PDF as a picture to look at. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { creditorId } = await requireUser(context, request);
  const { documentId = "", page = "" } = params;
  const number = /^[1-9]\d{0,2}$/.test(page) ? Number(page) : 0;
  const read = await readDocumentPage(context.app, { creditorId, documentId, page: number });
  return fileAnswer(read, pageLanguage(context));
}
