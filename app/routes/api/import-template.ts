import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { answeredFile } from "#app/server/api/answers.server.ts";
import { apiRoute, on } from "#app/server/api/api-route.server.ts";
import { getImportTemplate } from "#app/server/api/operations/imports.server.ts";
import { csvTemplate } from "#app/server/imports/csv/csv-template.server.ts";
import { savedFileHeaders } from "#app/server/messages/file-headers.server.ts";

const route = apiRoute([
  on(getImportTemplate, async ({ query: { language } }) => {
    const fileName = language === "nl" ? "vorderingen.csv" : "claims.csv";
    const headers = savedFileHeaders({ fileName, mediaType: "text/csv; charset=utf-8" });
    return answeredFile({ bytes: new TextEncoder().encode(csvTemplate(language)), headers });
  }),
]);

export const loader = (args: LoaderFunctionArgs) => route(args);
export const action = (args: ActionFunctionArgs) => route(args);
