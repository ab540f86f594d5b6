import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireOwner } from "#app/server/access/require-owner.server.ts";
import { API_SCOPES } from "#app/server/creditors/api-scopes.server.ts";
import { formAnswers } from "#app/server/creditors/form-reader.server.ts";
import { createKeyFromForm, firstExpiry } from "#app/server/creditors/key-form.server.ts";
import { loadKeys } from "#app/server/creditors/keys-view.server.ts";
import { actorOf, openSettings } from "#app/server/creditors/settings-frame.server.ts";
import { doneMark } from "#app/server/inbox/done-mark.server.ts";
import { isId, newId } from "#app/server/platform/crypto/random-id.server.ts";
import { readForm } from "#app/server/platform/http/read-form.server.ts";
import { PageScript } from "#app/ui/page-script.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { SettingsKeysPage } from "#app/ui/pages/settings-keys-page.tsx";

export async function loader(call: LoaderFunctionArgs) {
  const { grant, page } = await openSettings(call);
  const { app: services } = call.context;
  return {
    ...page,
    title: "settings.keys.title" as const,
    ...(await loadKeys({ grant, services })),
    scopes: API_SCOPES,
    answers: { reach: ["some"], expiresOn: [firstExpiry(services)], formId: [newId("frm", services.clock.now())] },
    revoked: doneMark(call) === "revoked",
    registered: doneMark(call) === "registered",
  };
}

/** The answer itself shows the key, the same when it is loaded again, and no other page ever does. */
export async function action({ request, context }: ActionFunctionArgs) {
  const grant = await requireOwner(context, request);
  const form = await readForm(request);
  const formId = form.get("formId") ?? "";
  if (!isId("frm", formId)) throw new Response(null, { status: 404 });
  const order = { creditorId: grant.creditorId, formId, form, actor: actorOf(grant) };
  const made = await createKeyFromForm(context.app, order);
  if (!made.ok) {
    // It made nothing: what is sent next is an order of its own.
    const answers = { ...formAnswers(form), formId: [newId("frm", context.app.clock.now())] };
    return data({ faults: made.error, answers }, { status: 422 });
  }
  const { name, key } = made.value;
  return data({ made: { name, key } });
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageTitle(page);

export default function Keys() {
  const { frame, keys, linkKeys, scopes, answers, revoked, registered } = useLoaderData<typeof loader>();
  const done = useActionData<typeof action>();
  return (
    <>
      <SettingsKeysPage {...{ frame, keys, linkKeys, scopes, answers, revoked, registered }} {...done} />
      {done !== undefined && <PageScript name="copy" />}
    </>
  );
}
