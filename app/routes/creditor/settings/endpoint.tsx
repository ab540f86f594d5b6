import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { translatorFor } from "#app/i18n/translator.ts";
import { requireOwner } from "#app/server/access/require-owner.server.ts";
import { formAnswers } from "#app/server/creditors/form-reader.server.ts";
import { openSettings } from "#app/server/creditors/settings-frame.server.ts";
import { doneMark } from "#app/server/inbox/done-mark.server.ts";
import { newId } from "#app/server/platform/crypto/random-id.server.ts";
import { readForm } from "#app/server/platform/http/read-form.server.ts";
import { actOnEndpoint } from "#app/server/webhooks/act-on-endpoint.server.ts";
import { deliveriesPage, receiverPage } from "#app/server/webhooks/endpoint-pages.server.ts";
import { PageScript } from "#app/ui/page-script.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { SettingsEndpointPage } from "#app/ui/pages/settings-endpoint-page.tsx";
import { DELIVERY_STATUSES, ENDPOINT_DONE } from "#app/ui/settings/endpoint-view.ts";
import { endpointHref, WEBHOOKS } from "#app/ui/settings/settings-addresses.ts";

export async function loader(call: LoaderFunctionArgs) {
  const { grant, page } = await openSettings(call);
  const { app } = call.context;
  const { searchParams } = new URL(call.request.url);
  const scope = { creditorId: grant.creditorId, endpointId: call.params["endpointId"] ?? "" };
  const status = DELIVERY_STATUSES.find((one) => one === searchParams.get("status")) ?? null;
  const after = /^dlv_\w{1,40}$/.exec(searchParams.get("after") ?? "")?.[0] ?? null;
  const found = await receiverPage(app, scope, translatorFor(page.language));
  const deliveries = await deliveriesPage(app, { ...scope, status, after });
  if (!found || !deliveries) throw new Response(null, { status: 404 });
  const { endpoint, receiver } = found;
  const { url, description, events } = endpoint;
  const all = events.includes("*");
  return {
    ...page,
    title: "settings.webhooks.endpoint" as const,
    endpoint,
    receiver,
    deliveries,
    answers: { url: [url], description: [description], reach: [all ? "all" : "some"], events: all ? [] : events },
    formId: newId("frm", app.clock.now()),
    done: ENDPOINT_DONE.find((one) => one === doneMark(call)) ?? null,
  };
}

/** Done: the page again, saying so; a new secret is shown by the answer itself, the same when it is loaded again, and by no other page. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const grant = await requireOwner(context, request);
  const form = await readForm(request);
  const endpointId = params["endpointId"] ?? "";
  const acted = await actOnEndpoint(context.app, { grant, endpointId, form });
  if (acted.ok) {
    const { value } = acted;
    if (value.kind === "rotated") {
      return data({ made: { secret: value.secret, until: value.previousSecretUntil.toISOString() } });
    }
    if (value.kind === "deleted") return redirect(`${WEBHOOKS}?done=deleted`, 303);
    return redirect(`${endpointHref(endpointId)}?done=${value.kind}`, 303);
  }
  const { error } = acted;
  if (error.kind === "off") return data({ refused: true }, { status: 409 });
  if (error.kind === "incomplete") return data({ faults: error.faults, answers: formAnswers(form) }, { status: 422 });
  throw new Response(null, { status: 404 });
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageTitle(page);

export default function Endpoint() {
  const { frame, endpoint, receiver, deliveries, answers, formId, done } = useLoaderData<typeof loader>();
  const shown = { frame, endpoint, receiver, deliveries, formId, done };
  const acted = useActionData<typeof action>();
  // A form that was refused keeps what was typed, and the other forms what they show.
  const filled = { ...answers, ...(acted && "answers" in acted ? acted.answers : {}) };
  return (
    <>
      <SettingsEndpointPage {...shown} {...acted} answers={filled} />
      {acted !== undefined && <PageScript name="copy" />}
    </>
  );
}
