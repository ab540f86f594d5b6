import { type AppLoadContext, createRequestHandler, type ServerBuild } from "@remix-run/node";
import { type Answer, htmlAnswer } from "#app/server/platform/http/answer.server.ts";
import { plainPages } from "./plain-pages.ts";

export type PageHandler = (visit: { request: Request; url: URL; context: AppLoadContext }) => Promise<Answer>;

/**
 * Answers by the short way where that leads to a page, and by Remix otherwise: forms, addresses with an id in them, and
 * whatever turned out to be no page or went wrong, such as a session that is over. A GET changes nothing, so it does no
 * harm that its loaders then run again; a failure is logged both times, so that one that passes is not lost.
 */
export function createPageHandler(build: ServerBuild): PageHandler {
  const remix = createRequestHandler(build, "production");
  const pages = plainPages(build);
  return async ({ request, url, context }) => {
    function note(error: unknown): null {
      if (!(error instanceof Response)) build.entry.module.handleError?.(error, { request, params: {}, context });
      return null;
    }
    const page = request.method === "GET" ? pages.get(url.pathname) : undefined;
    const html = page ? await page({ request, url, context }).catch(note) : null;
    return html === null ? remix(request, context) : htmlAnswer(html);
  };
}
