import type { LoaderFunctionArgs } from "@remix-run/node";

/**
 * What was just done, as the address says to which its form led; null when the page is the answer to a form itself: what went
 * well before says nothing about what did not now.
 */
export function doneMark({ request, context }: Pick<LoaderFunctionArgs, "request" | "context">): string | null {
  return context.visit.method === "POST" ? null : new URL(request.url).searchParams.get("done");
}
