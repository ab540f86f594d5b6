import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { answeredFile, notFound, refused } from "#app/server/api/answers.server.ts";
import { apiRoute, on } from "#app/server/api/api-route.server.ts";
import { getDocument } from "#app/server/api/operations/documents.server.ts";
import { readCreditorDocument } from "#app/server/messages/read-document.server.ts";

const route = apiRoute([
  on(getDocument, async ({ services, caller: { creditorId }, params }) => {
    const read = await readCreditorDocument(services, { creditorId, documentId: params.document });
    if (read.ok) return answeredFile(read.value);
    switch (read.error.kind) {
      case "not_found":
        return notFound();
      case "quarantined":
        return refused({ code: "document_being_scanned" });
      case "infected":
        return refused({ code: "not_found", detail: "A scanner found something harmful in the file. It was thrown away." }); // prettier-ignore
    }
  }),
]);

export const loader = (args: LoaderFunctionArgs) => route(args);
export const action = (args: ActionFunctionArgs) => route(args);
