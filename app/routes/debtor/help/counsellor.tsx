import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { sendSpecialCase, showSpecialCase } from "#app/server/special-cases/special-case-page.server.ts";
import { PageScript } from "#app/ui/page-script.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { HelpSpecialPage } from "#app/ui/pages/help-special-page.tsx";

export const loader = (call: LoaderFunctionArgs) => showSpecialCase(call, "counsellor");

export const action = (call: ActionFunctionArgs) => sendSpecialCase(call, "counsellor");

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageTitle(page);

export default function Counsellor() {
  const page = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return (
    <>
      <HelpSpecialPage errors={[]} {...page} {...sent} />
      <PageScript name="connection" />
    </>
  );
}
