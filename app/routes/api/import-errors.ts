import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { notFound, streamedCsv } from "#app/server/api/answers.server.ts";
import { apiRoute, on } from "#app/server/api/api-route.server.ts";
import { getImportErrors } from "#app/server/api/operations/imports.server.ts";
import { findImportDetails } from "#app/server/imports/import-details.server.ts";
import { importFindingsCsv } from "#app/server/imports/import-findings-csv.server.ts";

const route = apiRoute([
  on(getImportErrors, async ({ services, caller: { creditorId }, params }) => {
    const wanted = { creditorId, importId: params.import };
    const { prisma } = services.database;
    if (!(await findImportDetails(prisma, wanted))) return notFound();
    return streamedCsv(`${params.import}-errors.csv`, importFindingsCsv(prisma, { ...wanted, of: "errors" }));
  }),
]);

export const loader = (args: LoaderFunctionArgs) => route(args);
export const action = (args: ActionFunctionArgs) => route(args);
