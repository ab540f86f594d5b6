import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { ZERO } from "#app/domain/money.ts";
import { answerDisputeAct } from "#app/server/api/answer-dispute-act.server.ts";
import { refusedField } from "#app/server/api/answers.server.ts";
import { apiRoute, on } from "#app/server/api/api-route.server.ts";
import { centsOf } from "#app/server/validation/cents-of.server.ts";
import { resolveDisputeOperation } from "#app/server/api/operations/disputes.server.ts";
import { resolveDispute } from "#app/server/disputes/resolve-dispute.server.ts";

const route = apiRoute([
  on(resolveDisputeOperation, async ({ services, caller: { creditorId, actor }, params, body }) => {
    const disputeId = params.dispute;
    const { outcome, explanation } = body;
    const credit = body.credit && centsOf(body.credit);
    if (credit !== undefined && credit <= ZERO) {
      return refusedField("amount_not_positive", { path: "credit.value", message: "must be above 0.00" });
    }
    const decision = { outcome, explanation, ...(credit === undefined ? {} : { credit }) };
    const resolved = await resolveDispute(services, { creditorId, disputeId, actor, ...decision });
    return answerDisputeAct(services, { creditorId, disputeId, status: 200 }, resolved);
  }),
]);

export const loader = (args: LoaderFunctionArgs) => route(args);
export const action = (args: ActionFunctionArgs) => route(args);
