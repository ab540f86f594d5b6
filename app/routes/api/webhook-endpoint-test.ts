import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { answered, notFound, refused } from "#app/server/api/answers.server.ts";
import { apiRoute, on } from "#app/server/api/api-route.server.ts";
import { testEndpoint } from "#app/server/api/operations/webhook-endpoints.server.ts";
import { sendTestEvent } from "#app/server/webhooks/send-test-event.server.ts";

const route = apiRoute([
  on(testEndpoint, async ({ services, caller: { creditorId }, newId, params }) => {
    const sent = await sendTestEvent(services, { creditorId, endpointId: params.endpoint, eventId: newId("evt") });
    if (sent.ok) return answered(202, { event: sent.value.eventId });
    return sent.error.kind === "not_found" ? notFound() : refused({ code: "endpoint_disabled" });
  }),
]);

export const loader = (args: LoaderFunctionArgs) => route(args);
export const action = (args: ActionFunctionArgs) => route(args);
