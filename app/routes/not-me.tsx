import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { pageLanguage, pagePath } from "#app/server/access/page-language.server.ts";
import { pageTitle } from "#app/ui/page-title.ts";
import { NotMeThanksPage } from "#app/ui/pages/not-me-thanks-page.tsx";

export function loader({ request, context }: LoaderFunctionArgs) {
  return { language: pageLanguage(context), title: "specialCase.notMe.thanks.title" as const, path: pagePath(request) };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data);

export default function NotMeThanks() {
  return <NotMeThanksPage path={useLoaderData<typeof loader>().path} />;
}
