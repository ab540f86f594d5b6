import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { answerDecision } from "#app/server/api/answer-decision.server.ts";
import { apiRoute, on } from "#app/server/api/api-route.server.ts";
import { cancelArrangementOperation } from "#app/server/api/operations/arrangements.server.ts";
import { cancelArrangement } from "#app/server/arrangements/answer-as-creditor.server.ts";

const route = apiRoute([
  on(cancelArrangementOperation, async ({ services, caller: { creditorId, actor }, params, body }) => {
    const scope = { creditorId, arrangementId: params.arrangement };
    return answerDecision(services, scope, await cancelArrangement(services, { ...scope, actor, reason: body.reason }));
  }),
]);

export const loader = (args: LoaderFunctionArgs) => route(args);
export const action = (args: ActionFunctionArgs) => route(args);
