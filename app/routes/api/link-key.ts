import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { revokeLinkKey } from "#app/server/access/link-keys.server.ts";
import { answered, notFound } from "#app/server/api/answers.server.ts";
import { apiRoute, on } from "#app/server/api/api-route.server.ts";
import { deleteLinkKey } from "#app/server/api/operations/link-keys.server.ts";

const route = apiRoute([
  on(deleteLinkKey, async ({ services, caller: { creditorId, actor }, params }) => {
    const revoked = await revokeLinkKey(services, { creditorId, key: params.linkKey, actor });
    return revoked ? answered(204, null) : notFound();
  }),
]);

export const loader = (args: LoaderFunctionArgs) => route(args);
export const action = (args: ActionFunctionArgs) => route(args);
