/** What one attempt brought, as far as planning the next one needs it. */
export type AttemptResult =
  | { readonly kind: "answered"; readonly status: number; readonly retryAfterMs?: number }
  | { readonly kind: "failed"; readonly reason: string };

export type DeliveryDecision =
  | { readonly kind: "delivered" }
  | { readonly kind: "gone" }
  | { readonly kind: "retry"; readonly delayMs: number }
  | { readonly kind: "exhausted" };

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** The wait before each attempt in milliseconds: twelve attempts, the last one 123 hours and 35 minutes after the first. */
export const ATTEMPT_DELAYS_MS: readonly number[] = [
  0,
  5 * SECOND,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  5 * HOUR,
  10 * HOUR,
  14 * HOUR,
  20 * HOUR,
  24 * HOUR,
  24 * HOUR,
  24 * HOUR,
];

const LARGEST_JITTER = 0.1;
const OVERLOADED_DELAY_MS = MINUTE;

// Standard Webhooks 1.0.0 asks to slow down after these.
const OVERLOADED_STATUSES = new Set([429, 502, 504]);

/**
 * What to do after attempt number `attempt` (the first is 1): only 2xx delivers, 410 means the receiver wants no more.
 * The wait is the planned one, up to 10 % longer by `random` (0 to 1) and never shorter; at least a minute after a
 * timeout or a sign of overload; `Retry-After` is honoured between one and two times that.
 */
export function decideAfterAttempt(made: {
  readonly attempt: number;
  readonly result: AttemptResult;
  readonly random: number;
}): DeliveryDecision {
  const { attempt, result, random } = made;
  if (result.kind === "answered" && result.status >= 200 && result.status <= 299) return { kind: "delivered" };
  if (result.kind === "answered" && result.status === 410) return { kind: "gone" };
  const planned = ATTEMPT_DELAYS_MS[attempt];
  if (planned === undefined) return { kind: "exhausted" };
  const jittered = Math.round(planned * (1 + LARGEST_JITTER * random));
  const delayMs = isOverloaded(result) ? Math.max(jittered, OVERLOADED_DELAY_MS) : jittered;
  const asked = result.kind === "answered" ? (result.retryAfterMs ?? 0) : 0;
  return { kind: "retry", delayMs: Math.min(Math.max(asked, delayMs), 2 * delayMs) };
}

function isOverloaded(result: AttemptResult): boolean {
  return result.kind === "failed" ? result.reason === "timeout" : OVERLOADED_STATUSES.has(result.status);
}
