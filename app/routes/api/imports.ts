import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { answered } from "#app/server/api/answers.server.ts";
import { apiRoute, on } from "#app/server/api/api-route.server.ts";
import { createImport } from "#app/server/api/operations/imports.server.ts";
import { findImportDetails } from "#app/server/imports/import-details.server.ts";
import { startImport } from "#app/server/imports/start-import.server.ts";

const route = apiRoute([
  on(createImport, async ({ services, caller: { creditorId, actor }, newId, query, body }) => {
    const importId = newId("imp");
    const dryRun = query.dryRun === "true";
    await startImport(services, { creditorId, importId, bytes: body, fileName: "", dryRun, actor });
    return answered(202, await findImportDetails(services.database.prisma, { creditorId, importId }));
  }),
]);

export const loader = (args: LoaderFunctionArgs) => route(args);
export const action = (args: ActionFunctionArgs) => route(args);
