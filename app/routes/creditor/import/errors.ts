import type { LoaderFunctionArgs } from "@remix-run/node";
import { findingText } from "#app/ui/inbox/finding-text.ts";
import { translatorFor } from "#app/i18n/translator.ts";
import { pageLanguage } from "#app/server/access/page-language.server.ts";
import { requireUser } from "#app/server/access/require-user.server.ts";
import { respondParts } from "#app/server/api/respond.server.ts";
import { findImportDetails } from "#app/server/imports/import-details.server.ts";
import { importErrorsCsv } from "#app/server/imports/import-errors-csv.server.ts";

/** What is wrong with an import as a table, in the words of its page. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { creditorId } = await requireUser(context, request);
  const { prisma } = context.app.database;
  const wanted = { creditorId, importId: params["importId"] ?? "" };
  if (!(await findImportDetails(prisma, wanted))) throw new Response(null, { status: 404 });
  const translator = translatorFor(pageLanguage(context));
  const parts = importErrorsCsv(prisma, { ...wanted, textOf: (finding) => findingText(finding, translator) });
  return respondParts({ status: 200, fileName: `${wanted.importId}-errors.csv`, parts }, {});
}
