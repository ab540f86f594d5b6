import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireOwner } from "#app/server/access/require-owner.server.ts";
import { formAnswers } from "#app/server/creditors/form-reader.server.ts";
import { actorOf, openSettings } from "#app/server/creditors/settings-frame.server.ts";
import { doneMark } from "#app/server/inbox/done-mark.server.ts";
import { derivedIdFrom } from "#app/server/platform/crypto/derived-id.server.ts";
import { isId, newId } from "#app/server/platform/crypto/random-id.server.ts";
import { readForm } from "#app/server/platform/http/read-form.server.ts";
import { readEndpointForm } from "#app/server/webhooks/endpoint-form.server.ts";
import { endpointPage } from "#app/server/webhooks/endpoint-pages.server.ts";
import { listEndpoints } from "#app/server/webhooks/endpoint-view.server.ts";
import { registerEndpoint } from "#app/server/webhooks/register-endpoint.server.ts";
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
  const answers = formAnswers(form);
  const fields = readEndpointForm(form);
  if (!fields.ok) return data({ faults: fields.error, answers }, { status: 422 });
  const signature = form.get("signature") === "v1a" ? ("v1a" as const) : ("v1" as const);
  const { creditorId } = grant;
  const text = JSON.stringify([creditorId, signature, fields.value]);
  const endpointId = derivedIdFrom("whe", { made: formId, text });
  const order = { ...fields.value, creditorId, signature, endpointId, actor: actorOf(grant) };
  const added = await registerEndpoint(context.app, order);
  if (!added.ok) {
    return data({ faults: [{ field: "url" as const, kind: added.error.reason }], answers }, { status: 422 });
  }
  if (added.value.deleted) {
    // What is sent next is an order of its own.
    const again = { ...answers, formId: [newId("frm", context.app.clock.now())] };
    return data(
      { faults: [{ field: "url" as const, kind: "deleted_since" as const }], answers: again },
      { status: 422 },
    );
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
