import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { describeApi } from "#app/server/api/describe-api.server.ts";
import { ApiPage } from "#app/ui/pages/api-page.tsx";

/** In English alone: it is about names that are English. */
export function loader({ context }: LoaderFunctionArgs) {
  return { language: "en" as const, api: describeApi(context.app.config.baseUrl) };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.api.title ?? "API"} · Voldaan` }];

export default function Api() {
  const { api } = useLoaderData<typeof loader>();
  return <ApiPage api={api} />;
}
