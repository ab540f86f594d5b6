import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { answered, notFound } from "#app/server/api/answers.server.ts";
import { apiRoute, on } from "#app/server/api/api-route.server.ts";
import { rotateSecretOperation } from "#app/server/api/operations/webhook-endpoints.server.ts";
import { rotateSecret } from "#app/server/webhooks/rotate-secret.server.ts";

const route = apiRoute([
  on(rotateSecretOperation, async ({ services, caller: { creditorId, actor }, newId, params }) => {
    const order = { creditorId, endpointId: params.endpoint, rotationId: newId("rot"), actor };
    const rotated = await rotateSecret(services, order);
    if (!rotated.ok) return notFound();
    const { secret, previousSecretUntil } = rotated.value;
    return answered(200, { id: params.endpoint, secret, previousSecretUntil: previousSecretUntil.toISOString() });
  }),
]);

export const loader = (args: LoaderFunctionArgs) => route(args);
export const action = (args: ActionFunctionArgs) => route(args);
