import type { LoaderFunctionArgs } from "@remix-run/node";
import { findingText } from "#app/ui/inbox/finding-text.ts";
import { translatorFor } from "#app/i18n/translator.ts";
import { pageLanguage } from "#app/server/access/page-language.server.ts";
import { requireUser } from "#app/server/access/require-user.server.ts";
import { respondParts } from "#app/server/api/respond.server.ts";
import { findImportDetails } from "#app/server/imports/import-details.server.ts";
import { importFindingsCsv } from "#app/server/imports/import-findings-csv.server.ts";

const TABLES = ["errors", "warnings"] as const;

/** What is wrong with an import, or to mind in it, as a table, in the words of its page. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { creditorId } = await requireUser(context, request);
  const { prisma } = context.app.database;
  const wanted = { creditorId, importId: params["importId"] ?? "" };
  const of = TABLES.find((table) => params["table"] === `${table}.csv`);
  if (of === undefined || !(await findImportDetails(prisma, wanted))) throw new Response(null, { status: 404 });
  const translator = translatorFor(pageLanguage(context));
  const parts = importFindingsCsv(prisma, { ...wanted, of, textOf: (finding) => findingText(finding, translator) });
  return respondParts({ status: 200, fileName: `${wanted.importId}-${of}.csv`, parts }, {});
}
