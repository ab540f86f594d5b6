import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { pageLanguage } from "#app/server/access/page-language.server.ts";
import { CASES } from "#app/ui/gallery/cases.ts";
import type { GalleryCase } from "#app/ui/gallery/gallery-case.ts";
import { GalleryPage } from "#app/ui/gallery/gallery-page.tsx";
import { renderCase } from "#app/ui/gallery/render-case.tsx";

/** Outside production: every component in every state, and behind it every page in every state. */
export function loader({ context, params }: LoaderFunctionArgs) {
  const shown = context.app.config.production ? null : findCase(params["name"]);
  if (!shown) throw new Response(null, { status: 404 });
  const language = pageLanguage(context);
  return { language, name: shown.name, html: renderCase(shown, language) };
}

function findCase(name: string | undefined): GalleryCase | undefined {
  if (name !== undefined) return CASES.find((one) => one.name === name);
  return { name: "ui", page: <GalleryPage cases={CASES.map((one) => one.name)} /> };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.name ?? "ui"} · Voldaan` }];

export default function Gallery() {
  const { html } = useLoaderData<typeof loader>();
  // Rendered by the loader, so that nothing made up ends up among the files that browsers fetch.
  return <div dangerouslySetInnerHTML={{ __html: html }} />;
}
