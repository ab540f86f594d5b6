import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { pressLink, showLink } from "#app/server/access/link-page.server.ts";
import { pageTitle } from "#app/ui/page-title.ts";
import { LinkPage } from "#app/ui/pages/link-page.tsx";

export function loader({ request, context, params }: LoaderFunctionArgs) {
  return showLink({ request, context, key: { token: params["token"] ?? "" } });
}

export function action({ request, context, params }: ActionFunctionArgs) {
  return pressLink({ request, context, key: { token: params["token"] ?? "" } });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data);

export default function OpenLink() {
  const shown = useLoaderData<typeof loader>();
  return <LinkPage {...(useActionData<typeof action>() ?? shown)} />;
}
