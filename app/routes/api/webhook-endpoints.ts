import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { answered, refused } from "#app/server/api/answers.server.ts";
import { apiRoute, on } from "#app/server/api/api-route.server.ts";
import { createEndpoint, listEndpointsOperation } from "#app/server/api/operations/webhook-endpoints.server.ts";
import { pageOf } from "#app/server/api/paging.server.ts";
import { endpointJson, urlProblem } from "#app/server/api/webhook-json.server.ts";
import { listEndpoints } from "#app/server/webhooks/endpoint-view.server.ts";
import { registerEndpoint } from "#app/server/webhooks/register-endpoint.server.ts";

const route = apiRoute([
  on(listEndpointsOperation, async ({ services, caller: { creditorId }, query: { limit, cursor } }) => {
    const found = await listEndpoints(services, { creditorId, limit: limit + 1, after: cursor });
    const page = pageOf(found, { limit, idOf: (endpoint) => endpoint.id });
    return answered(200, { ...page, data: page.data.map(endpointJson) });
  }),

  on(createEndpoint, async ({ services, caller: { creditorId, actor }, newId, body }) => {
    const { url, events, signature, description = "" } = body;
    const order = { creditorId, endpointId: newId("whe"), url, events, signature, description, actor };
    const registered = await registerEndpoint(services, order);
    if (!registered.ok) return refused(urlProblem(registered.error));
    const { endpoint, secret } = registered.value;
    return answered(201, { ...endpointJson(endpoint), secret });
  }),
]);

export const loader = (args: LoaderFunctionArgs) => route(args);
export const action = (args: ActionFunctionArgs) => route(args);
