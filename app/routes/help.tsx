import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findDebtorGrant } from "#app/server/access/debtor-session.server.ts";
import { pageLanguage, pagePath } from "#app/server/access/page-language.server.ts";
import { loadCreditorContact } from "#app/server/creditors/creditor-contact.server.ts";
import { initialsOf } from "#app/ui/claim/initials.ts";
import { pageTitle } from "#app/ui/page-title.ts";
import { HelpPage } from "#app/ui/pages/help-page.tsx";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const grant = context.sessionToken === null ? null : await findDebtorGrant(context.app, context.sessionToken);
  const creditor = grant && (await loadCreditorContact(context.app, grant.creditorId));
  return {
    language: pageLanguage(context, grant?.language),
    title: "help.title" as const,
    path: pagePath(request),
    creditor: creditor && { ...creditor, initials: initialsOf(creditor.name) },
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data);

export default function Help() {
  const { path, creditor } = useLoaderData<typeof loader>();
  return <HelpPage path={path} {...(creditor ? { creditor, back: { href: "/claim" } } : {})} />;
}
