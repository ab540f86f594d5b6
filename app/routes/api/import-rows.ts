import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { answered, notFound } from "#app/server/api/answers.server.ts";
import { apiRoute, on } from "#app/server/api/api-route.server.ts";
import { listImportRowsOperation } from "#app/server/api/operations/imports.server.ts";
import { pageOf } from "#app/server/api/paging.server.ts";
import { listImportRows } from "#app/server/imports/import-rows.server.ts";

const route = apiRoute([
  on(listImportRowsOperation, async ({ services, caller: { creditorId }, params, query }) => {
    const { result, limit, cursor: afterRow = 0 } = query;
    const wanted = { creditorId, importId: params.import, afterRow, limit, ...(result ? { result } : {}) };
    const rows = await listImportRows(services.database.prisma, wanted);
    return rows ? answered(200, pageOf(rows, { limit, idOf: ({ row }) => String(row) })) : notFound();
  }),
]);

export const loader = (args: LoaderFunctionArgs) => route(args);
export const action = (args: ActionFunctionArgs) => route(args);
