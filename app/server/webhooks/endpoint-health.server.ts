/** How an endpoint has been doing since its last success. */
export type EndpointHealth = {
  readonly failingSince: Date | null;
  readonly consecutiveFailures: number;
  readonly failureNoticeAt: Date | null;
};

/** `gone`: the receiver answered 410. `failing_for_days`: nothing arrived for five days. `by_creditor`: switched off by hand. */
export type DisabledReason = "gone" | "failing_for_days" | "by_creditor";

export type FailureConsequence =
  { readonly kind: "none" } | { readonly kind: "tell" } | { readonly kind: "disable"; readonly reason: DisabledReason };

const HOUR_MS = 3_600_000;
const DISABLED_AFTER_MS = 120 * HOUR_MS;
const TELL_AT_FAILURES = 4;
const TELL_AGAIN_AFTER_MS = 24 * HOUR_MS;

/**
 * What one more failed attempt, begun at `startedAt` and over at `now`, makes of an endpoint. 410 disables it at once;
 * so do 120 hours of failures without a success between. The creditor is told at the fourth failure in a row, and not
 * again within a day for an endpoint that comes and goes.
 */
export function afterFailure(
  health: EndpointHealth,
  failure: { readonly gone: boolean; readonly startedAt: Date; readonly now: Date },
): EndpointHealth & { readonly failingSince: Date; readonly consequence: FailureConsequence } {
  const since = health.failingSince;
  const failingSince = since !== null && since <= failure.startedAt ? since : failure.startedAt;
  const consecutiveFailures = health.consecutiveFailures + 1;
  const consequence = consequenceOf({ ...health, failingSince, consecutiveFailures }, failure);
  const failureNoticeAt = consequence.kind === "tell" ? failure.now : health.failureNoticeAt;
  return { failingSince, consecutiveFailures, failureNoticeAt, consequence };
}

/** When an endpoint that fails is disabled if nothing arrives before; null when it does not fail. */
export function disabledUnlessItWorks({ failingSince }: Pick<EndpointHealth, "failingSince">): Date | null {
  return failingSince && new Date(failingSince.getTime() + DISABLED_AFTER_MS);
}

function consequenceOf(
  health: EndpointHealth & { readonly failingSince: Date },
  { gone, now }: { gone: boolean; now: Date },
): FailureConsequence {
  if (gone) return { kind: "disable", reason: "gone" };
  if (elapsed(health.failingSince, now) >= DISABLED_AFTER_MS) return { kind: "disable", reason: "failing_for_days" };
  const toldLately = health.failureNoticeAt !== null && elapsed(health.failureNoticeAt, now) < TELL_AGAIN_AFTER_MS;
  return health.consecutiveFailures === TELL_AT_FAILURES && !toldLately ? { kind: "tell" } : { kind: "none" };
}

function elapsed(from: Date, to: Date): number {
  return to.getTime() - from.getTime();
}
