import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireOwner } from "#app/server/access/require-owner.server.ts";
import { formAnswers } from "#app/server/creditors/form-reader.server.ts";
import { helpContactAnswers, helpContactRows, readHelpContactsForm, saveHelpContacts } from "#app/server/creditors/help-contacts-form.server.ts"; // prettier-ignore
import { actorOf, openSettings } from "#app/server/creditors/settings-frame.server.ts";
import { doneMark } from "#app/server/inbox/done-mark.server.ts";
import { readForm } from "#app/server/platform/http/read-form.server.ts";
import { pageTitle } from "#app/ui/page-title.ts";
import { SettingsHelpContactsPage } from "#app/ui/pages/settings-help-contacts-page.tsx";
import { HELP_CONTACTS } from "#app/ui/settings/settings-addresses.ts";

export async function loader(call: LoaderFunctionArgs) {
  const { grant, page } = await openSettings(call);
  const answers = await helpContactAnswers(call.context.app, grant.creditorId);
  return {
    ...page,
    title: "settings.helpContacts.title" as const,
    answers,
    rows: helpContactRows(answers),
    saved: doneMark(call) === "saved",
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const grant = await requireOwner(context, request);
  const form = await readForm(request);
  const contacts = readHelpContactsForm(form);
  if (!contacts.ok) {
    const answers = formAnswers(form);
    return data({ faults: contacts.error, answers, rows: helpContactRows(answers) }, { status: 422 });
  }
  const order = { creditorId: grant.creditorId, contacts: contacts.value, actor: actorOf(grant) };
  await saveHelpContacts(context.app, order);
  return redirect(`${HELP_CONTACTS}?done=saved`, 303);
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageTitle(page);

export default function HelpContacts() {
  const { frame, answers, rows, saved } = useLoaderData<typeof loader>();
  return <SettingsHelpContactsPage {...{ frame, answers, rows, saved }} {...useActionData<typeof action>()} />;
}
