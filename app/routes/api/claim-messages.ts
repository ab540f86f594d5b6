import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { answered, notFound, refused } from "#app/server/api/answers.server.ts";
import { apiRoute, on } from "#app/server/api/api-route.server.ts";
import { messageFileProblem } from "#app/server/api/message-file-problem.server.ts";
import { messageJson } from "#app/server/api/message-json.server.ts";
import { createMessage, listMessagesOperation } from "#app/server/api/operations/messages.server.ts";
import { pageOf } from "#app/server/api/paging.server.ts";
import { invalid } from "#app/server/api/validation-errors.server.ts";
import { findClaimId } from "#app/server/claims/find-by-reference.server.ts";
import { findMessage, listMessages } from "#app/server/messages/list-messages.server.ts";
import { recordMessage } from "#app/server/messages/record-message.server.ts";
import { takeMessageFiles } from "#app/server/messages/take-message-files.server.ts";

const route = apiRoute([
  on(listMessagesOperation, async ({ services, caller: { creditorId }, params, query: { limit, cursor } }) => {
    const { prisma } = services.database;
    const claimId = await findClaimId(prisma, { creditorId, name: params.claim });
    if (claimId === null) return notFound();
    const selection = { creditorId, claimId, limit };
    const found = await listMessages(prisma, cursor === undefined ? selection : { ...selection, after: cursor });
    const page = pageOf(found, { limit, idOf: (message) => message.id });
    return answered(200, { ...page, data: page.data.map(messageJson) });
  }),

  on(createMessage, async ({ services, caller: { creditorId, actor }, newId, params, body }) => {
    const { prisma } = services.database;
    const claimId = await findClaimId(prisma, { creditorId, name: params.claim });
    if (claimId === null) return notFound();
    const messageId = newId("msg");
    const { files: sent = [], ...message } = body;
    const files = await takeMessageFiles(services, { creditorId, claimId, actor, files: sent, newId });
    if (!files.ok) return refused(messageFileProblem(files.error));
    const order = { creditorId, claimId, messageId, actor, ...message, files: files.value };
    const recorded = await recordMessage(services, order);
    if (!recorded.ok) {
      if (recorded.error.kind === "claim_not_found") return notFound();
      const message = `must be ${recorded.error.now.toISOString()} or earlier`;
      return refused(invalid([{ path: "sentAt", code: "not_allowed", message }]));
    }
    const stored = await findMessage(prisma, { creditorId, messageId });
    if (!stored) throw new Error("a message vanished while it was recorded");
    return answered(201, messageJson(stored));
  }),
]);

export const loader = (args: LoaderFunctionArgs) => route(args);
export const action = (args: ActionFunctionArgs) => route(args);
