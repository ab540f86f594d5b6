import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { pageLanguage, pagePath } from "#app/server/access/page-language.server.ts";
import { mayDecide, requireHandler, requireUser } from "#app/server/access/require-user.server.ts";
import { listImports } from "#app/server/imports/list-imports.server.ts";
import { uploadImport } from "#app/server/inbox/import-upload.server.ts";
import { inboxUser } from "#app/server/inbox/inbox-user.server.ts";
import { isId, newId } from "#app/server/platform/crypto/random-id.server.ts";
import { importHref, IMPORTS } from "#app/ui/inbox/inbox-addresses.ts";
import { pageTitle } from "#app/ui/page-title.ts";
import { InboxImportsPage } from "#app/ui/pages/inbox-imports-page.tsx";

const ON_A_PAGE = 20;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const grant = await requireUser(context, request);
  const { app } = context;
  const after = new URL(request.url).searchParams.get("after") ?? "";
  const cursor = isId("imp", after) ? after : undefined;
  const found = await listImports(app.database.prisma, { creditorId: grant.creditorId, cursor, limit: ON_A_PAGE });
  const imports = found.slice(0, ON_A_PAGE);
  return {
    language: pageLanguage(context),
    title: "inboxImport.title" as const,
    path: pagePath(request),
    user: inboxUser(grant),
    mayDecide: mayDecide(grant),
    formId: newId("frm", app.clock.now()),
    imports,
    nextHref: found.length > ON_A_PAGE ? `${IMPORTS}?after=${imports.at(-1)?.id ?? ""}` : null,
  };
}

/** Tries a file; its page says what would come in. */
export async function action({ request, context }: ActionFunctionArgs) {
  const grant = await requireHandler(context, request);
  const uploaded = await uploadImport(context.app, { grant, request });
  if (uploaded.ok) return redirect(importHref(uploaded.value.importId), 303);
  return data({ error: uploaded.error }, { status: uploaded.error === "too_large" ? 413 : 422 });
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageTitle(page);

export default function Imports() {
  const { user, path, mayDecide: may, formId, imports, nextHref } = useLoaderData<typeof loader>();
  return <InboxImportsPage {...{ user, path, formId, imports, nextHref }} mayDecide={may} {...useActionData<typeof action>()} />; // prettier-ignore
}
