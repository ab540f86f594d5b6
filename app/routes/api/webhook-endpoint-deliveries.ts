import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { answered, notFound } from "#app/server/api/answers.server.ts";
import { apiRoute, on } from "#app/server/api/api-route.server.ts";
import { listDeliveriesOperation } from "#app/server/api/operations/webhook-endpoints.server.ts";
import { pageOf } from "#app/server/api/paging.server.ts";
import { deliveryJson } from "#app/server/api/webhook-json.server.ts";
import { listDeliveries } from "#app/server/webhooks/list-deliveries.server.ts";

const route = apiRoute([
  on(listDeliveriesOperation, async ({ services, caller: { creditorId }, params, query }) => {
    const { limit, cursor, status } = query;
    const found = await listDeliveries(services, { creditorId, endpointId: params.endpoint, limit: limit + 1, after: cursor, status }); // prettier-ignore
    if (!found.ok) return notFound();
    const page = pageOf(found.value, { limit, idOf: (delivery) => delivery.id });
    return answered(200, { ...page, data: page.data.map(deliveryJson) });
  }),
]);

export const loader = (args: LoaderFunctionArgs) => route(args);
export const action = (args: ActionFunctionArgs) => route(args);
