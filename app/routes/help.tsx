import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findDebtorGrant } from "#app/server/access/debtor-session.server.ts";
import { pagePath, pageVoice } from "#app/server/access/page-language.server.ts";
import { loadCreditorContact, loadHelpContacts } from "#app/server/creditors/creditor-contact.server.ts";
import { initialsOf } from "#app/ui/claim/initials.ts";
import { pageTitle } from "#app/ui/page-title.ts";
import { HelpPage } from "#app/ui/pages/help-page.tsx";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const grant = await findDebtorGrant(context);
  const creditor = grant && (await loadCreditorContact(context.app, grant.creditorId));
  const contacts = grant ? await loadHelpContacts(context.app, grant.creditorId) : [];
  return {
    language: pageVoice(context, grant?.language),
    title: "help.title" as const,
    path: pagePath(request),
    creditor: creditor && { ...creditor, initials: initialsOf(creditor.name) },
    contacts,
    // What can be arranged here is for the debtor, not for who looks along.
    ways: grant !== null && grant.helper === null,
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data);

export default function Help() {
  const { path, creditor, contacts, ways } = useLoaderData<typeof loader>();
  const known = creditor ? { creditor, back: { href: "/claim" } } : {};
  return <HelpPage path={path} contacts={contacts} ways={ways} {...known} />;
}
