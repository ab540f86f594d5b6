import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { openSettings } from "#app/server/creditors/settings-frame.server.ts";
import { settingsOverview } from "#app/server/creditors/settings-overview.server.ts";
import { pageTitle } from "#app/ui/page-title.ts";
import { SettingsPage } from "#app/ui/pages/settings-page.tsx";

export async function loader(call: LoaderFunctionArgs) {
  const { grant, page } = await openSettings(call);
  const overview = await settingsOverview(call.context.app, grant.creditorId);
  const bankChangesAt = overview.bankChangesAt?.toISOString() ?? null;
  return { ...page, title: "settings.index.title" as const, overview: { ...overview, bankChangesAt } };
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageTitle(page);

export default function Settings() {
  return <SettingsPage {...useLoaderData<typeof loader>()} />;
}
