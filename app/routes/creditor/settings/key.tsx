import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireOwner } from "#app/server/access/require-owner.server.ts";
import { loadKey } from "#app/server/creditors/keys-view.server.ts";
import { revokeApiKey } from "#app/server/creditors/revoke-api-key.server.ts";
import { actorOf, openSettings } from "#app/server/creditors/settings-frame.server.ts";
import { pageTitle } from "#app/ui/page-title.ts";
import { SettingsKeyPage } from "#app/ui/pages/settings-key-page.tsx";
import { KEYS } from "#app/ui/settings/settings-addresses.ts";

export async function loader(call: LoaderFunctionArgs) {
  const { grant, page } = await openSettings(call);
  const apiKey = await loadKey({ grant, services: call.context.app }, call.params["keyId"] ?? "");
  if (!apiKey) throw new Response(null, { status: 404 });
  return { ...page, title: "settings.keys.title" as const, apiKey };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const grant = await requireOwner(context, request);
  const order = { creditorId: grant.creditorId, keyId: params["keyId"] ?? "", actor: actorOf(grant) };
  if (!(await revokeApiKey(context.app, order))) throw new Response(null, { status: 404 });
  return redirect(`${KEYS}?done=revoked`, 303);
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageTitle(page);

export default function Key() {
  const { frame, apiKey } = useLoaderData<typeof loader>();
  return <SettingsKeyPage frame={frame} apiKey={apiKey} />;
}
