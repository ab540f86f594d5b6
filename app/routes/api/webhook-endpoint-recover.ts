import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { answered, notFound } from "#app/server/api/answers.server.ts";
import { apiRoute, on } from "#app/server/api/api-route.server.ts";
import { recoverEndpoint } from "#app/server/api/operations/webhook-endpoints.server.ts";
import { recoverDeliveries } from "#app/server/webhooks/recover-deliveries.server.ts";

const route = apiRoute([
  on(recoverEndpoint, async ({ services, caller: { creditorId, actor }, params, body: { since } }) => {
    const recovered = await recoverDeliveries(services, { creditorId, endpointId: params.endpoint, since, actor });
    return recovered.ok ? answered(202, { deliveries: recovered.value.deliveries }) : notFound();
  }),
]);

export const loader = (args: LoaderFunctionArgs) => route(args);
export const action = (args: ActionFunctionArgs) => route(args);
