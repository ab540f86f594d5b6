import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireOwner } from "#app/server/access/require-owner.server.ts";
import { formAnswers } from "#app/server/creditors/form-reader.server.ts";
import { profileAnswers, readProfileForm, saveProfile } from "#app/server/creditors/profile-form.server.ts";
import { actorOf, openSettings } from "#app/server/creditors/settings-frame.server.ts";
import { doneMark } from "#app/server/inbox/done-mark.server.ts";
import { readForm } from "#app/server/platform/http/read-form.server.ts";
import { pageTitle } from "#app/ui/page-title.ts";
import { SettingsProfilePage } from "#app/ui/pages/settings-profile-page.tsx";
import { PROFILE } from "#app/ui/settings/settings-addresses.ts";

export async function loader(call: LoaderFunctionArgs) {
  const { grant, page } = await openSettings(call);
  return {
    ...page,
    title: "settings.profile.title" as const,
    answers: await profileAnswers(call.context.app, grant.creditorId),
    saved: doneMark(call) === "saved",
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const grant = await requireOwner(context, request);
  const form = await readForm(request);
  const profile = readProfileForm(form);
  if (!profile.ok) return data({ faults: profile.error, answers: formAnswers(form) }, { status: 422 });
  await saveProfile(context.app, { creditorId: grant.creditorId, profile: profile.value, actor: actorOf(grant) });
  return redirect(`${PROFILE}?done=saved`, 303);
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageTitle(page);

export default function Profile() {
  const { frame, answers, saved } = useLoaderData<typeof loader>();
  return <SettingsProfilePage {...{ frame, answers, saved }} {...useActionData<typeof action>()} />;
}
