import type { Transaction } from "#app/server/platform/database/client.server.ts";

/** Whether an endpoint is rested because it failed too often. */
export type Breaker = {
  /** Until then nothing goes to it, and from then on one attempt at a time, the probe; null: closed, all goes. */
  readonly breakerOpenUntil: Date | null;
  /** How often in a row it has been rested. */
  readonly breakerTrips: number;
  /** Only attempts that began from then on count for resting it; null: all do. */
  readonly breakerCountsFrom: Date | null;
};

/** The attempts of the last five minutes that count. */
export type BreakerWindow = { readonly attempts: number; readonly failures: number };

const WINDOW_MS = 5 * 60_000;
const FEWEST_ATTEMPTS = 10;
const OPEN_AT_PERCENT = 70;
const FIRST_REST_MS = 30_000;
const LONGEST_REST_MS = 5 * 60_000;

/** Whether an attempt that began at `startedAt` is the one that finds out whether a rested endpoint works again. */
export function isProbe({ breakerOpenUntil }: Breaker, startedAt: Date): boolean {
  return breakerOpenUntil !== null && startedAt >= breakerOpenUntil;
}

/** From when on attempts count at `now`. */
export function breakerWindowFrom({ breakerCountsFrom }: Breaker, now: Date): Date {
  const from = new Date(now.getTime() - WINDOW_MS);
  return breakerCountsFrom !== null && breakerCountsFrom > from ? breakerCountsFrom : from;
}

/**
 * What a failed attempt makes of a breaker: at 70 % failures of ten attempts or more in five minutes the endpoint rests
 * for half a minute; each probe that fails doubles that, up to five minutes. What was under way when it began to rest
 * changes nothing.
 */
export function breakerAfterFailure(
  breaker: Breaker,
  failure: { readonly startedAt: Date; readonly now: Date; readonly window: BreakerWindow },
): Breaker {
  const { startedAt, now, window } = failure;
  const { breakerOpenUntil, breakerTrips } = breaker;
  const tooMany = window.attempts >= FEWEST_ATTEMPTS && window.failures * 100 >= window.attempts * OPEN_AT_PERCENT;
  const opens = breakerOpenUntil === null ? tooMany : isProbe(breaker, startedAt);
  if (!opens) return breaker;
  const rest = Math.min(FIRST_REST_MS * 2 ** breakerTrips, LONGEST_REST_MS);
  return { ...breaker, breakerOpenUntil: new Date(now.getTime() + rest), breakerTrips: breakerTrips + 1 };
}

/** Everything may go again; what failed until now no longer counts. */
export function closedBreaker(now: Date): Breaker {
  return { breakerOpenUntil: null, breakerTrips: 0, breakerCountsFrom: now };
}

export async function saveBreaker(tx: Transaction, endpointId: string, breaker: Breaker): Promise<void> {
  const { breakerOpenUntil, breakerTrips, breakerCountsFrom } = breaker;
  const data = { breakerOpenUntil, breakerTrips, breakerCountsFrom };
  await tx.webhookEndpoint.update({ where: { id: endpointId }, data, select: { id: true } });
}

/** Somebody wants to know now: a rested endpoint may be tried at once. */
export async function probeNow(tx: Transaction, endpointIds: readonly string[], now: Date): Promise<void> {
  const where = { id: { in: [...endpointIds] }, breakerOpenUntil: { gt: now } };
  await tx.webhookEndpoint.updateMany({ where, data: { breakerOpenUntil: now } });
}

/** The attempts to reach an endpoint that began after `from`. */
export async function countAttempts(tx: Transaction, endpointId: string, from: Date): Promise<BreakerWindow> {
  const rows = await tx.$queryRaw<BreakerWindow[]>`
    SELECT count(*)::int AS attempts,
      (count(*) FILTER (WHERE status_code IS NULL OR status_code NOT BETWEEN 200 AND 299))::int AS failures
    FROM delivery_attempt WHERE endpoint_id = ${endpointId} AND started_at >= ${from}`;
  return rows[0] ?? { attempts: 0, failures: 0 };
}
