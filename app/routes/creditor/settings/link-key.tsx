import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { revokeLinkKey } from "#app/server/access/link-keys.server.ts";
import { requireOwner } from "#app/server/access/require-owner.server.ts";
import { loadLinkKey } from "#app/server/creditors/keys-view.server.ts";
import { actorOf, openSettings } from "#app/server/creditors/settings-frame.server.ts";
import { pageTitle } from "#app/ui/page-title.ts";
import { SettingsLinkKeyPage } from "#app/ui/pages/settings-link-key-page.tsx";
import { KEYS } from "#app/ui/settings/settings-addresses.ts";

export async function loader(call: LoaderFunctionArgs) {
  const { grant, page } = await openSettings(call);
  const linkKey = await loadLinkKey({ grant, services: call.context.app }, call.params["linkKeyId"] ?? "");
  if (!linkKey) throw new Response(null, { status: 404 });
  return { ...page, title: "settings.keys.title" as const, linkKey };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const grant = await requireOwner(context, request);
  const order = { creditorId: grant.creditorId, key: params["linkKeyId"] ?? "", actor: actorOf(grant) };
  if (!(await revokeLinkKey(context.app, order))) throw new Response(null, { status: 404 });
  return redirect(`${KEYS}?done=revoked`, 303);
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageTitle(page);

export default function LinkKey() {
  const { frame, linkKey } = useLoaderData<typeof loader>();
  return <SettingsLinkKeyPage frame={frame} linkKey={linkKey} />;
}
