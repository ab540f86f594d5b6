import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { requireHandler } from "#app/server/access/require-user.server.ts";
import { respondParts } from "#app/server/api/respond.server.ts";
import { findImportDetails } from "#app/server/imports/import-details.server.ts";
import { importLinksTable } from "#app/server/inbox/import-links-table.server.ts";
import { readForm } from "#app/server/platform/http/read-form.server.ts";
import { requireAllowed } from "#app/server/platform/rate-limit/require-allowed.server.ts";
import { importHref } from "#app/ui/inbox/inbox-addresses.ts";

/** Those that are asked by API count too. */
const BATCHES = { name: "bulk-links", points: 60, seconds: 3_600 };

/** Links are made by a form alone: the page that has it. */
export async function loader(call: LoaderFunctionArgs) {
  const { importId } = await importToActOn(call);
  return redirect(importHref(importId));
}

/** The links of what came in as a table, to print letters with; where none are made, the page that says why. */
export async function action(call: ActionFunctionArgs) {
  const { grant, importId } = await importToActOn(call);
  const { app } = call.context;
  requireAllowed(await app.limiter.count(BATCHES, grant.creditorId));
  const formId = (await readForm(call.request)).get("formId") ?? "";
  const table = await importLinksTable(app, { grant, importId, formId });
  if (table.ok) return respondParts({ status: 200, fileName: "links.csv", parts: table.value }, {});
  if (table.error === "not_found") throw new Response(null, { status: 404 });
  return redirect(`${importHref(importId)}?refused=${table.error}`, 303);
}

async function importToActOn({ request, params, context }: LoaderFunctionArgs) {
  const grant = await requireHandler(context, request);
  const importId = params["importId"] ?? "";
  const found = await findImportDetails(context.app.database.prisma, { creditorId: grant.creditorId, importId });
  if (!found) throw new Response(null, { status: 404 });
  return { grant, importId };
}
