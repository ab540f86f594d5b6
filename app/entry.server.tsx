import type { AppLoadContext, EntryContext } from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import { renderToStaticMarkup } from "react-dom/server";
import { HelperContext, type LookingAlong } from "#app/ui/helper-context.ts";
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
  const html = renderPage(page, { url: new URL(request.url), ...shownTo(context) });
  return new Response(html, { status: statusOf(page) ?? status, headers });
}

/** Of a page that there is none of, whatever its form was answered before that was found out; null where there is one. */
function statusOf({ staticHandlerContext: { errors } }: EntryContext): number | null {
  const [failure] = Object.values(errors ?? {}) as readonly unknown[];
  if (failure === undefined) return null;
  return isRouteErrorResponse(failure) ? failure.status : 500;
}

/** The bytes of a page. No script takes it over in the browser, so it holds none of the marks that React leaves for that. */
export function renderPage(
  page: EntryContext,
  { url, nonce, helper }: { url: URL; nonce: string; helper: LookingAlong | null },
): string {
  const html = renderToStaticMarkup(
    <NonceContext.Provider value={nonce}>
      <HelperContext.Provider value={helper}>
        <RemixServer context={page} url={url} nonce={nonce} />
      </HelperContext.Provider>
    </NonceContext.Provider>,
  );
  return `<!DOCTYPE html>${html}`;
}

/** To whom a page is shown, once its loaders have found out. */
export function shownTo({ nonce, helper }: AppLoadContext): { nonce: string; helper: LookingAlong | null } {
  return { nonce, helper: helper ?? null };
}

/** Failures of our own code; answers that were meant (404, 403) do not come here. */
export function handleError(error: unknown, { context, request }: { context: AppLoadContext; request: Request }): void {
  if (request.signal.aborted) return;
  context.app.log.error({ err: error, requestId: context.requestId }, "page failed");
}
