import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { answerDecision } from "#app/server/api/answer-decision.server.ts";
import { apiRoute, on } from "#app/server/api/api-route.server.ts";
import { declineArrangement } from "#app/server/api/operations/arrangements.server.ts";
import { declineProposal } from "#app/server/arrangements/answer-as-creditor.server.ts";

const route = apiRoute([
  on(declineArrangement, async ({ services, caller: { creditorId, actor }, params, body }) => {
    const scope = { creditorId, arrangementId: params.arrangement };
    const { reason, version } = body;
    const declined = await declineProposal(services, {
      ...scope,
      actor,
      reason,
      ...(version === undefined ? {} : { version }),
    });
    return answerDecision(services, scope, declined);
  }),
]);

export const loader = (args: LoaderFunctionArgs) => route(args);
export const action = (args: ActionFunctionArgs) => route(args);
