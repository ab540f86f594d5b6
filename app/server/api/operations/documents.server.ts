import { z } from "zod";
import { defineOperation } from "../api-operation.server.ts";
import { idParam } from "../schemas/shared-schemas.server.ts";

const tag = "Messages";

export const getDocument = defineOperation({
  id: "getDocument",
  method: "GET",
  path: "/documents/{document}",
  tag,
  summary: "Get a file of a message, a dispute or a claim",
  description:
    "The bytes as they are kept, under the name they came with. What a debtor sent comes from outside: save it, and do not show it as your own.",
  scope: "documents:read",
  params: z.strictObject({ document: idParam("document") }),
  answers: { 200: { description: "The file.", file: true } },
  problems: ["not_found", "document_being_scanned"],
});
