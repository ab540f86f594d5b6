import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { answered } from "#app/server/api/answers.server.ts";
import { apiRoute, on } from "#app/server/api/api-route.server.ts";
import { createImport, listImportsOperation } from "#app/server/api/operations/imports.server.ts";
import { pageOf } from "#app/server/api/paging.server.ts";
import { findImportDetails } from "#app/server/imports/import-details.server.ts";
import { formatOfMediaType } from "#app/server/imports/import-format.server.ts";
import { listImports } from "#app/server/imports/list-imports.server.ts";
import { queueImport } from "#app/server/imports/start-import.server.ts";

const route = apiRoute([
  on(createImport, async ({ services, caller: { creditorId, actor }, newId, query, body }) => {
    const importId = newId("imp");
    const format = formatOfMediaType(body.mediaType);
    if (!format) throw new Error(`a body of ${body.mediaType} was let in that no import takes`);
    const order = { creditorId, importId, file: body.take(), format, fileName: "", dryRun: query.dryRun === "true", actor }; // prettier-ignore
    await queueImport(services, order, async () => null);
    return answered(202, await findImportDetails(services.database.prisma, { creditorId, importId }));
  }),
  on(listImportsOperation, async ({ services, caller: { creditorId }, query: { limit, cursor } }) => {
    const found = await listImports(services.database.prisma, { creditorId, cursor, limit });
    return answered(200, pageOf(found, { limit, idOf: ({ id }) => id }));
  }),
]);

export const loader = (args: LoaderFunctionArgs) => route(args);
export const action = (args: ActionFunctionArgs) => route(args);
