import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { pressLink, showLink } from "#app/server/access/link-page.server.ts";
import { pageTitle } from "#app/ui/page-title.ts";
import { LinkPage } from "#app/ui/pages/link-page.tsx";

export function loader({ request, context, params }: LoaderFunctionArgs) {
  return showLink({ request, context, key: { code: params["code"] ?? "" } });
}

export function action({ request, context, params }: ActionFunctionArgs) {
  return pressLink({ request, context, key: { code: params["code"] ?? "" } });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data);

export default function OpenCode() {
  const shown = useLoaderData<typeof loader>();
  return <LinkPage {...(useActionData<typeof action>() ?? shown)} />;
}
