import type { LoaderFunctionArgs } from "@remix-run/node";
import { openApiText } from "#app/server/api/openapi.server.ts";

export const loader = ({ context }: LoaderFunctionArgs) =>
  new Response(openApiText(context.app.config.baseUrl), {
    headers: { "Content-Type": "application/json", "Cache-Control": "public, max-age=300" },
  });

export const action = () => new Response(null, { status: 405, headers: { Allow: "GET, HEAD" } });
