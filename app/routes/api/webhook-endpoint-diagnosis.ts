import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { answered, notFound } from "#app/server/api/answers.server.ts";
import { apiRoute, on } from "#app/server/api/api-route.server.ts";
import { diagnosisJson } from "#app/server/api/diagnosis-json.server.ts";
import { diagnoseEndpointOperation } from "#app/server/api/operations/webhook-endpoints.server.ts";
import { diagnoseEndpoint } from "#app/server/webhooks/diagnose-endpoint.server.ts";

const route = apiRoute([
  on(diagnoseEndpointOperation, async ({ services, caller: { creditorId }, params }) => {
    const found = await diagnoseEndpoint(services, { creditorId, endpointId: params.endpoint });
    return found.ok ? answered(200, diagnosisJson(found.value)) : notFound();
  }),
]);

export const loader = (args: LoaderFunctionArgs) => route(args);
export const action = (args: ActionFunctionArgs) => route(args);
