import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireOwner } from "#app/server/access/require-owner.server.ts";
import { registerKeyFromForm } from "#app/server/creditors/link-key-form.server.ts";
import { actorOf, openSettings } from "#app/server/creditors/settings-frame.server.ts";
import { newId } from "#app/server/platform/crypto/random-id.server.ts";
import { readForm } from "#app/server/platform/http/read-form.server.ts";
import { pageTitle } from "#app/ui/page-title.ts";
import { SettingsNewLinkKeyPage } from "#app/ui/pages/settings-new-link-key-page.tsx";
import { KEYS } from "#app/ui/settings/settings-addresses.ts";

export async function loader(call: LoaderFunctionArgs) {
  const { grant, page } = await openSettings(call);
  const { config, clock } = call.context.app;
  return {
    ...page,
    title: "settings.linkKeys.new.title" as const,
    signer: { iss: grant.creditorId, aud: config.baseUrl.origin },
    answers: { keyId: [newId("lky", clock.now())] },
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const grant = await requireOwner(context, request);
  const form = await readForm(request);
  const made = await registerKeyFromForm(context.app, { creditorId: grant.creditorId, form, actor: actorOf(grant) });
  if (made.ok) return redirect(`${KEYS}?done=registered`, 303);
  if (made.error.kind === "not_found") throw new Response(null, { status: 404 });
  const { fault, answers } = made.error;
  return data({ fault, answers }, { status: 422 });
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageTitle(page);

export default function NewLinkKey() {
  const { frame, signer, answers } = useLoaderData<typeof loader>();
  return <SettingsNewLinkKeyPage {...{ frame, signer, answers }} {...useActionData<typeof action>()} />;
}
