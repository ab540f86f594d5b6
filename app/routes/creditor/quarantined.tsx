import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { pageLanguage } from "#app/server/access/page-language.server.ts";
import { mayDecide, requireHandler, requireUser } from "#app/server/access/require-user.server.ts";
import { doneMark } from "#app/server/inbox/done-mark.server.ts";
import { inboxUser } from "#app/server/inbox/inbox-user.server.ts";
import { loadQuarantine } from "#app/server/inbox/load-quarantine.server.ts";
import { readTyped } from "#app/server/inbox/read-typed.server.ts";
import { resolveQuarantine } from "#app/server/payments/resolve-quarantine.server.ts";
import { readForm } from "#app/server/platform/http/read-form.server.ts";
import { quarantineHref } from "#app/ui/inbox/inbox-addresses.ts";
import { pageTitle } from "#app/ui/page-title.ts";
import { InboxQuarantinedPage } from "#app/ui/pages/inbox-quarantined-page.tsx";

const LONGEST_RESOLUTION = 1_000;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const grant = await requireUser(context, request);
  const item = await loadQuarantine(context.app, { grant, quarantineId: params["quarantineId"] ?? "" });
  if (!item) throw new Response(null, { status: 404 });
  return {
    language: pageLanguage(context),
    title: "inboxPayment.quarantine.title" as const,
    path: quarantineHref(item.id),
    user: inboxUser(grant),
    item,
    mayDecide: mayDecide(grant),
    done: doneMark({ request, context }) !== null,
  };
}

/** Done: the page again, saying so. Not done: the page as it is now, with why. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { creditorId, userId } = await requireHandler(context, request);
  const typed = (await readForm(request)).get("resolution") ?? "";
  const quarantineId = params["quarantineId"] ?? "";
  const resolution = readTyped(typed, LONGEST_RESOLUTION);
  if (!resolution.ok) return data({ error: resolution.error, typed: typed.slice(0, 5_000) }, { status: 422 });
  const order = { creditorId, quarantineId, resolution: resolution.value, actor: `user:${userId}` };
  const resolved = await resolveQuarantine(context.app, order);
  if (resolved.ok) return redirect(`${quarantineHref(quarantineId)}?done=1`, 303);
  if (resolved.error.kind === "already_resolved") return data({ taken: true }, { status: 409 });
  throw new Response(null, { status: 404 });
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageTitle(page);

export default function Quarantined() {
  const { user, path, item, mayDecide, done } = useLoaderData<typeof loader>();
  return <InboxQuarantinedPage {...{ user, path, item, mayDecide, done }} {...useActionData<typeof action>()} />;
}
