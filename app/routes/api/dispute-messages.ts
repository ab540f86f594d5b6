import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { answerDisputeAct } from "#app/server/api/answer-dispute-act.server.ts";
import { apiRoute, on } from "#app/server/api/api-route.server.ts";
import { createDisputeMessage } from "#app/server/api/operations/disputes.server.ts";
import { writeToDebtor } from "#app/server/disputes/write-to-debtor.server.ts";

const route = apiRoute([
  on(createDisputeMessage, async ({ services, caller: { creditorId, actor }, newId, params, body }) => {
    const disputeId = params.dispute;
    const message = { messageId: newId("msg"), body: body.body, asks: body.question };
    const written = await writeToDebtor(services, { creditorId, disputeId, actor, ...message });
    return answerDisputeAct(services, { creditorId, disputeId, status: 201 }, written);
  }),
]);

export const loader = (args: LoaderFunctionArgs) => route(args);
export const action = (args: ActionFunctionArgs) => route(args);
