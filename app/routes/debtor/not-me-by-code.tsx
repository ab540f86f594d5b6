import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { sendNotMe, showNotMe } from "#app/server/wrong-person/not-me-page.server.ts";
import { pageTitle } from "#app/ui/page-title.ts";
import { NotMeLinkPage } from "#app/ui/pages/not-me-link-page.tsx";

export function loader({ request, context, params }: LoaderFunctionArgs) {
  return showNotMe({ request, context, key: { code: params["code"] ?? "" } });
}

export function action({ request, context, params }: ActionFunctionArgs) {
  return sendNotMe({ request, context, key: { code: params["code"] ?? "" } });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data);

export default function NotMe() {
  return <NotMeLinkPage {...useLoaderData<typeof loader>()} wrong={useActionData<typeof action>()?.wrong ?? false} />;
}
