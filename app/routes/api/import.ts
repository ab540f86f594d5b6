import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { answered, notFound } from "#app/server/api/answers.server.ts";
import { apiRoute, on } from "#app/server/api/api-route.server.ts";
import { getImport } from "#app/server/api/operations/imports.server.ts";
import { findImportDetails } from "#app/server/imports/import-details.server.ts";

const route = apiRoute([
  on(getImport, async ({ services, caller: { creditorId }, params }) => {
    const details = await findImportDetails(services.database.prisma, { creditorId, importId: params.import });
    return details ? answered(200, details) : notFound();
  }),
]);

export const loader = (args: LoaderFunctionArgs) => route(args);
export const action = (args: ActionFunctionArgs) => route(args);
