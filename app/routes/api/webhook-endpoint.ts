import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { answered, notFound, refused } from "#app/server/api/answers.server.ts";
import { apiRoute, on } from "#app/server/api/api-route.server.ts";
import {
  changeEndpoint,
  deleteEndpointOperation,
  getEndpointOperation,
} from "#app/server/api/operations/webhook-endpoints.server.ts";
import { endpointJson, urlProblem } from "#app/server/api/webhook-json.server.ts";
import { deleteEndpoint } from "#app/server/webhooks/delete-endpoint.server.ts";
import { getEndpoint } from "#app/server/webhooks/endpoint-view.server.ts";
import { updateEndpoint } from "#app/server/webhooks/update-endpoint.server.ts";

const route = apiRoute([
  on(getEndpointOperation, async ({ services, caller: { creditorId }, params }) => {
    const found = await getEndpoint(services, { creditorId, endpointId: params.endpoint });
    return found.ok ? answered(200, endpointJson(found.value)) : notFound();
  }),

  on(changeEndpoint, async ({ services, caller: { creditorId, actor }, params, body }) => {
    const changed = await updateEndpoint(services, { creditorId, endpointId: params.endpoint, actor, ...body });
    if (changed.ok) return answered(200, endpointJson(changed.value));
    return changed.error.kind === "not_found" ? notFound() : refused(urlProblem(changed.error));
  }),

  on(deleteEndpointOperation, async ({ services, caller: { creditorId, actor }, params }) => {
    const deleted = await deleteEndpoint(services, { creditorId, endpointId: params.endpoint, actor });
    return deleted.ok ? answered(204, null) : notFound();
  }),
]);

export const loader = (args: LoaderFunctionArgs) => route(args);
export const action = (args: ActionFunctionArgs) => route(args);
