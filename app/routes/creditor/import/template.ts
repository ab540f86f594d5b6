import type { LoaderFunctionArgs } from "@remix-run/node";
import { languageForCreditor } from "#app/i18n/languages.ts";
import { pageLanguage } from "#app/server/access/page-language.server.ts";
import { requireUser } from "#app/server/access/require-user.server.ts";
import { csvTemplate } from "#app/server/imports/csv/csv-template.server.ts";
import { savedFileHeaders } from "#app/server/messages/file-headers.server.ts";

/** The table to fill in. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireUser(context, request);
  const language = languageForCreditor(pageLanguage(context));
  const fileName = language === "nl" ? "vorderingen.csv" : "claims.csv";
  const headers = savedFileHeaders({ fileName, mediaType: "text/csv; charset=utf-8" });
  return new Response(csvTemplate(language), { headers });
}
