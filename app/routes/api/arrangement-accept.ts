import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { answerDecision } from "#app/server/api/answer-decision.server.ts";
import { apiRoute, on } from "#app/server/api/api-route.server.ts";
import { acceptArrangement } from "#app/server/api/operations/arrangements.server.ts";
import { acceptProposal } from "#app/server/arrangements/answer-as-creditor.server.ts";

const route = apiRoute([
  on(acceptArrangement, async ({ services, caller: { creditorId, actor }, params, body }) => {
    const scope = { creditorId, arrangementId: params.arrangement };
    const { version } = body;
    const accepted = await acceptProposal(services, { ...scope, actor, ...(version === undefined ? {} : { version }) });
    return answerDecision(services, scope, accepted);
  }),
]);

export const loader = (args: LoaderFunctionArgs) => route(args);
export const action = (args: ActionFunctionArgs) => route(args);
