import type { IncomingHttpHeaders } from "node:http";

const SAFE_METHODS = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * May this request change something on behalf of whoever holds the cookie? Browsers say where a request comes from in
 * `Sec-Fetch-Site`, older ones in `Origin`; a request with neither does not come from a browser and carries no one's
 * cookie by accident. Source: OWASP CSRF Prevention Cheat Sheet, Fetch Metadata.
 */
export function isSameOrigin(request: { method: string; headers: IncomingHttpHeaders }, origin: string): boolean {
  if (SAFE_METHODS.has(request.method)) return true;
  const from = request.headers.origin;
  if (from !== undefined && from !== origin) return false;
  const site = request.headers["sec-fetch-site"];
  return site === undefined || site === "same-origin";
}
