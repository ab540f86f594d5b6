import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { pageLanguage, pagePath } from "#app/server/access/page-language.server.ts";
import { pageTitle } from "#app/ui/page-title.ts";
import { AccessibilityPage } from "#app/ui/pages/accessibility-page.tsx";

export function loader({ request, context }: LoaderFunctionArgs) {
  return { language: pageLanguage(context), title: "accessibility.title" as const, path: pagePath(request) };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data);

export default function Accessibility() {
  return <AccessibilityPage path={useLoaderData<typeof loader>().path} />;
}
