import type { LoaderFunctionArgs } from "@remix-run/node";
import { pageLanguage } from "#app/server/access/page-language.server.ts";
import { requireUser } from "#app/server/access/require-user.server.ts";
import { fileAnswer } from "#app/server/messages/file-answer.server.ts";
import { readCreditorDocument } from "#app/server/messages/read-document.server.ts";

/** A file of one of the creditor's claims as it was sent, to save. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { creditorId } = await requireUser(context, request);
  const documentId = params["documentId"] ?? "";
  return fileAnswer(await readCreditorDocument(context.app, { creditorId, documentId }), pageLanguage(context));
}
