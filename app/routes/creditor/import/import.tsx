import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { pageLanguage } from "#app/server/access/page-language.server.ts";
import { mayDecide, requireHandler, requireUser } from "#app/server/access/require-user.server.ts";
import { askImportLinks } from "#app/server/imports/import-links.server.ts";
import { takeInTried } from "#app/server/inbox/import-upload.server.ts";
import { inboxUser } from "#app/server/inbox/inbox-user.server.ts";
import { loadInboxImport } from "#app/server/inbox/load-inbox-import.server.ts";
import { newId } from "#app/server/platform/crypto/random-id.server.ts";
import { readForm } from "#app/server/platform/http/read-form.server.ts";
import { importHref } from "#app/ui/inbox/inbox-addresses.ts";
import { importState, importTitle } from "#app/ui/inbox/import-view.ts";
import { pageTitle } from "#app/ui/page-title.ts";
import { InboxImportPage } from "#app/ui/pages/inbox-import-page.tsx";

const LOOK_AGAIN_SECONDS = 2;

const REFUSED = ["nothing_open", "too_many"] as const;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const grant = await requireUser(context, request);
  const shown = await loadInboxImport(context.app, { grant, importId: params["importId"] ?? "" });
  if (!shown) throw new Response(null, { status: 404 });
  const page = {
    language: pageLanguage(context),
    title: importTitle(shown.details),
    path: importHref(shown.details.id),
    user: inboxUser(grant),
    mayDecide: mayDecide(grant),
    /** Of the import that would take it in. */
    importId: newId("imp", context.app.clock.now()),
    formId: newId("frm", context.app.clock.now()),
    refused: REFUSED.find((one) => one === new URL(request.url).searchParams.get("refused")) ?? null,
    shown,
  };
  const busy = importState(shown.details) === "busy" || (shown.links?.asked === true && !shown.links.done);
  return data(page, busy ? { headers: { Refresh: String(LOOK_AGAIN_SECONDS) } } : {});
}

/** take: for good what was only tried. mail: a link to every debtor of what came in. Each is done once. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const grant = await requireHandler(context, request);
  const form = await readForm(request);
  const importId = params["importId"] ?? "";
  const { app } = context;
  const { creditorId, userId } = grant;
  if (!(await loadInboxImport(app, { grant, importId }))) throw new Response(null, { status: 404 });
  if (form.get("act") === "mail") {
    await askImportLinks(app, { creditorId, importId, actor: `user:${userId}` });
    return redirect(importHref(importId), 303);
  }
  const taken = await takeInTried(app, { grant, triedId: importId, importId: form.get("importId") ?? "" });
  if (taken.ok) return redirect(importHref(taken.value.importId), 303);
  if (taken.error === "file_gone") return data({ error: taken.error }, { status: 409 });
  throw new Response(null, { status: 404 });
}

export const headers = ({ loaderHeaders }: { loaderHeaders: Headers }) => loaderHeaders;

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageTitle(page);

export default function Import() {
  const { mayDecide: may, user, path, importId, formId, refused, shown } = useLoaderData<typeof loader>();
  return (
    <InboxImportPage
      {...{ user, path, importId, formId, refused, shown }}
      mayDecide={may}
      {...useActionData<typeof action>()}
    />
  );
}
