import type { AppLoadContext, EntryContext } from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import { renderToString } from "react-dom/server";
import { NonceContext } from "#app/ui/nonce.ts";

/** Renders a whole page at once: pages are small, carry no script unless they need one, and are never streamed. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  page: EntryContext,
  context: AppLoadContext,
): Response {
  const html = renderToString(
    <NonceContext.Provider value={context.nonce}>
      <RemixServer context={page} url={request.url} nonce={context.nonce} />
    </NonceContext.Provider>,
  );
  headers.set("Content-Type", "text/html; charset=utf-8");
  return new Response(`<!DOCTYPE html>${html}`, { status, headers });
}

/** Failures of our own code; answers that were meant (404, 403) do not come here. */
export function handleError(error: unknown, { context, request }: { context: AppLoadContext; request: Request }): void {
  if (request.signal.aborted) return;
  context.app.log.error({ err: error, requestId: context.requestId }, "page failed");
}
