import type { LoaderFunctionArgs } from "@remix-run/node";
import { pageLanguage } from "#app/server/access/page-language.server.ts";
import stylesheet from "#app/tailwind.css?url";
import { CASES } from "#app/ui/gallery/cases.ts";
import type { GalleryCase } from "#app/ui/gallery/gallery-case.ts";
import { GalleryPage } from "#app/ui/gallery/gallery-page.tsx";
import { renderCase } from "#app/ui/gallery/render-case.tsx";

/**
 * Outside production: every component in every state, and behind it every page in every state. Answered whole by the server,
 * so that nothing made up ends up among the files that browsers fetch.
 */
export function loader({ context, params }: LoaderFunctionArgs) {
  const shown = context.app.config.production ? null : findCase(params["name"]);
  if (!shown) throw new Response(null, { status: 404 });
  const html = renderCase(shown, { language: pageLanguage(context), stylesheet });
  return new Response(html, { headers: { "Content-Type": "text/html; charset=utf-8" } });
}

function findCase(name: string | undefined): GalleryCase | undefined {
  if (name !== undefined) return CASES.find((one) => one.name === name);
  return { name: "ui", page: <GalleryPage cases={CASES.map((one) => one.name)} /> };
}
