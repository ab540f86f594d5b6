import type { RateLimitState } from "./rate-limit.server.ts";

/** Ends a request that came too often with a 429 that says after how many seconds it may come again. */
export function requireAllowed({ allowed, resetSeconds }: RateLimitState): void {
  if (!allowed) throw new Response(null, { status: 429, headers: { "Retry-After": String(resetSeconds) } });
}
