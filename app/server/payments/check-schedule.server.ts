const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

const FIRST_CHECKS_MS = [MINUTE_MS, 5 * MINUTE_MS, 15 * MINUTE_MS, 60 * MINUTE_MS];
const ASK_DAILY_FOR_MS = 14 * DAY_MS;
/** A direct debit or card payment can be charged back for months. */
const ASK_WEEKLY_FOR_MS = 120 * DAY_MS;

/**
 * When to ask the provider about a payment without having been told: after 1, 5, 15 and 60 minutes, then every hour
 * while it can still be paid there; daily for two weeks once it ended without money; weekly up to day 120 once it was
 * paid. Null: never again by ourselves.
 */
export function nextCheck(payment: {
  /** Whether it was paid once, whatever became of the money. */
  paid: boolean;
  /** Whether the provider would still take money for it; our own record may have ended before. */
  openAtProvider: boolean;
  createdAt: Date;
  now: Date;
}): Date | null {
  const { paid, openAtProvider, createdAt, now } = payment;
  const age = now.getTime() - createdAt.getTime();
  if (paid) return age < ASK_WEEKLY_FOR_MS ? new Date(now.getTime() + 7 * DAY_MS) : null;
  if (!openAtProvider) return age < ASK_DAILY_FOR_MS ? new Date(now.getTime() + DAY_MS) : null;
  const planned = FIRST_CHECKS_MS.find((delay) => delay > age);
  return planned === undefined ? new Date(now.getTime() + HOUR_MS) : new Date(createdAt.getTime() + planned);
}
