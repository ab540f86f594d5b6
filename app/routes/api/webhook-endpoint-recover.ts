import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { answered, notFound, refused } from "#app/server/api/answers.server.ts";
import { apiRoute, on } from "#app/server/api/api-route.server.ts";
import { recoverEndpoint } from "#app/server/api/operations/webhook-endpoints.server.ts";
import { invalid } from "#app/server/api/validation-errors.server.ts";
import { recoverDeliveries } from "#app/server/webhooks/recover-deliveries.server.ts";

const route = apiRoute([
  on(recoverEndpoint, async ({ services, caller: { creditorId, actor }, params, body }) => {
    const recovered = await recoverDeliveries(services, { creditorId, endpointId: params.endpoint, ...body, actor });
    if (recovered.ok) return answered(202, { deliveries: recovered.value.deliveries });
    if (recovered.error.kind === "not_found") return notFound();
    return refused(invalid([{ path: "until", code: "not_allowed", message: "must be `since` or later" }]));
  }),
]);

export const loader = (args: LoaderFunctionArgs) => route(args);
export const action = (args: ActionFunctionArgs) => route(args);
