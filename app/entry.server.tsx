import type { AppLoadContext, EntryContext } from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import { renderToStaticMarkup } from "react-dom/server";
import { NonceContext } from "#app/ui/nonce.ts";

/** Renders a whole page at once: pages are small, carry no script unless they need one, and are never streamed. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  page: EntryContext,
  context: AppLoadContext,
): Response {
  headers.set("Content-Type", "text/html; charset=utf-8");
  const html = renderPage(page, { url: new URL(request.url), nonce: context.nonce });
  return new Response(html, { status, headers });
}

/** The bytes of a page. No script takes it over in the browser, so it holds none of the marks that React leaves for that. */
export function renderPage(page: EntryContext, { url, nonce }: { url: URL; nonce: string }): string {
  const html = renderToStaticMarkup(
    <NonceContext.Provider value={nonce}>
      <RemixServer context={page} url={url} nonce={nonce} />
    </NonceContext.Provider>,
  );
  return `<!DOCTYPE html>${html}`;
}

/** Failures of our own code; answers that were meant (404, 403) do not come here. */
export function handleError(error: unknown, { context, request }: { context: AppLoadContext; request: Request }): void {
  if (request.signal.aborted) return;
  context.app.log.error({ err: error, requestId: context.requestId }, "page failed");
}
