import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { answered, notFound } from "#app/server/api/answers.server.ts";
import { apiRoute, on } from "#app/server/api/api-route.server.ts";
import { disputeJson } from "#app/server/api/dispute-json.server.ts";
import { getDispute } from "#app/server/api/operations/disputes.server.ts";
import { findDisputeDetails } from "#app/server/disputes/dispute-details.server.ts";

const route = apiRoute([
  on(getDispute, async ({ services, caller: { creditorId }, params }) => {
    const found = await findDisputeDetails(services, { creditorId, disputeId: params.dispute });
    return found ? answered(200, disputeJson(found)) : notFound();
  }),
]);

export const loader = (args: LoaderFunctionArgs) => route(args);
export const action = (args: ActionFunctionArgs) => route(args);
