import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireOwner } from "#app/server/access/require-owner.server.ts";
import { formAnswers } from "#app/server/creditors/form-reader.server.ts";
import { actorOf, openSettings } from "#app/server/creditors/settings-frame.server.ts";
import { doneMark } from "#app/server/inbox/done-mark.server.ts";
import { isId, newId } from "#app/server/platform/crypto/random-id.server.ts";
import { readForm } from "#app/server/platform/http/read-form.server.ts";
import { addEndpointFromForm } from "#app/server/webhooks/add-endpoint-from-form.server.ts";
import { endpointPage } from "#app/server/webhooks/endpoint-pages.server.ts";
import { listEndpoints } from "#app/server/webhooks/endpoint-view.server.ts";
import { PageScript } from "#app/ui/page-script.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { SettingsWebhooksPage } from "#app/ui/pages/settings-webhooks-page.tsx";

const MOST_LISTED = 100;

export async function loader(call: LoaderFunctionArgs) {
  const { grant, page } = await openSettings(call);
  const endpoints = await listEndpoints(call.context.app, { creditorId: grant.creditorId, limit: MOST_LISTED });
  return {
    ...page,
    title: "settings.webhooks.title" as const,
    endpoints: endpoints.map(endpointPage),
    answers: { reach: ["all"], signature: ["v1"], formId: [newId("frm", call.context.app.clock.now())] },
    deleted: doneMark(call) === "deleted",
  };
}

/** The answer itself shows the secret, the same when it is loaded again, and no other page ever does. */
export async function action({ request, context }: ActionFunctionArgs) {
  const grant = await requireOwner(context, request);
  const form = await readForm(request);
  const formId = form.get("formId") ?? "";
  if (!isId("frm", formId)) throw new Response(null, { status: 404 });
  const order = { creditorId: grant.creditorId, formId, form, actor: actorOf(grant) };
  const added = await addEndpointFromForm(context.app, order);
  if (!added.ok) {
    // It added nothing: what is sent next is an order of its own.
    const answers = { ...formAnswers(form), formId: [newId("frm", context.app.clock.now())] };
    return data({ faults: added.error, answers }, { status: 422 });
  }
  return data({ made: { secret: added.value.secret, until: null } });
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageTitle(page);

export default function Webhooks() {
  const { frame, endpoints, answers, deleted } = useLoaderData<typeof loader>();
  const done = useActionData<typeof action>();
  return (
    <>
      <SettingsWebhooksPage {...{ frame, endpoints, answers, deleted }} {...done} />
      {done !== undefined && <PageScript name="copy" />}
    </>
  );
}
