import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { answered, notFound, refused } from "#app/server/api/answers.server.ts";
import { apiRoute, on } from "#app/server/api/api-route.server.ts";
import { redeliverEventOperation } from "#app/server/api/operations/events.server.ts";
import { redeliverEvent } from "#app/server/webhooks/redeliver-event.server.ts";

const route = apiRoute([
  on(redeliverEventOperation, async ({ services, caller: { creditorId, actor }, params, body }) => {
    const order = { creditorId, eventId: params.event, endpointId: body?.endpoint, actor };
    const sent = await redeliverEvent(services, order);
    if (sent.ok) return answered(202, { deliveries: sent.value.deliveries });
    return sent.error.kind === "not_found" ? notFound() : refused({ code: sent.error.kind });
  }),
]);

export const loader = (args: LoaderFunctionArgs) => route(args);
export const action = (args: ActionFunctionArgs) => route(args);
