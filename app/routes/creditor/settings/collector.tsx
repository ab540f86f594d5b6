import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireOwner } from "#app/server/access/require-owner.server.ts";
import { collectorAnswers, readCollectorForm, saveCollector } from "#app/server/creditors/collector-form.server.ts";
import { formAnswers } from "#app/server/creditors/form-reader.server.ts";
import { actorOf, openSettings } from "#app/server/creditors/settings-frame.server.ts";
import { doneMark } from "#app/server/inbox/done-mark.server.ts";
import { readForm } from "#app/server/platform/http/read-form.server.ts";
import { pageTitle } from "#app/ui/page-title.ts";
import { SettingsCollectorPage } from "#app/ui/pages/settings-collector-page.tsx";
import { COLLECTOR } from "#app/ui/settings/settings-addresses.ts";

export async function loader(call: LoaderFunctionArgs) {
  const { grant, page } = await openSettings(call);
  return {
    ...page,
    title: "settings.collector.title" as const,
    answers: await collectorAnswers(call.context.app, grant.creditorId),
    saved: doneMark(call) === "saved",
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const grant = await requireOwner(context, request);
  const form = await readForm(request);
  const collector = readCollectorForm(form);
  if (!collector.ok) return data({ faults: collector.error, answers: formAnswers(form) }, { status: 422 });
  const order = { creditorId: grant.creditorId, collector: collector.value, actor: actorOf(grant) };
  await saveCollector(context.app, order);
  return redirect(`${COLLECTOR}?done=saved`, 303);
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageTitle(page);

export default function Collector() {
  const { frame, answers, saved } = useLoaderData<typeof loader>();
  return <SettingsCollectorPage {...{ frame, answers, saved }} {...useActionData<typeof action>()} />;
}
