const SECONDS = /^\d{1,9}$/;
const HTTP_DATE = /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/;

/**
 * A `Retry-After` header in milliseconds from `nowMs`: seconds, or an HTTP date (RFC 9110, 10.2.3); a date gone by
 * is 0. Anything else is null.
 */
export function parseRetryAfter(text: string, nowMs: number): number | null {
  const value = text.trim();
  if (SECONDS.test(value)) return Number(value) * 1_000;
  const time = HTTP_DATE.test(value) ? Date.parse(value) : Number.NaN;
  return Number.isNaN(time) ? null : Math.max(0, time - nowMs);
}
