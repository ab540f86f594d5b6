import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { translatorFor } from "#app/i18n/translator.ts";
import { openSettings } from "#app/server/creditors/settings-frame.server.ts";
import { receiverPage } from "#app/server/webhooks/endpoint-pages.server.ts";
import { pageTitle } from "#app/ui/page-title.ts";
import { SettingsReceiverPage } from "#app/ui/pages/settings-receiver-page.tsx";

export async function loader(call: LoaderFunctionArgs) {
  const { grant, page } = await openSettings(call);
  const scope = { creditorId: grant.creditorId, endpointId: call.params["endpointId"] ?? "" };
  const found = await receiverPage(call.context.app, scope, translatorFor(page.language));
  if (!found) throw new Response(null, { status: 404 });
  return { ...page, title: "settings.webhooks.receiver.title" as const, ...found };
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageTitle(page);

export default function Receiver() {
  return <SettingsReceiverPage {...useLoaderData<typeof loader>()} />;
}
