import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { answered, notFound } from "#app/server/api/answers.server.ts";
import { apiRoute, on } from "#app/server/api/api-route.server.ts";
import { arrangementJson } from "#app/server/api/arrangement-json.server.ts";
import { getArrangement } from "#app/server/api/operations/arrangements.server.ts";
import { findArrangementDetails } from "#app/server/arrangements/arrangement-details.server.ts";

const route = apiRoute([
  on(getArrangement, async ({ services, caller: { creditorId }, params }) => {
    const found = await findArrangementDetails(services, { creditorId, arrangementId: params.arrangement });
    return found ? answered(200, arrangementJson(found)) : notFound();
  }),
]);

export const loader = (args: LoaderFunctionArgs) => route(args);
export const action = (args: ActionFunctionArgs) => route(args);
