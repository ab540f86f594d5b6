import { INTEREST_RATES, rateWarning } from "#app/domain/law/interest-rates.ts";
import { clearExpired } from "#app/server/housekeeping/clear-expired.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { startLoop, type Job } from "#app/worker/loop.ts";

const HOUR_MS = 60 * 60 * 1000;

/**
 * Once an hour: what has run out goes, and the operator is told when the newest statutory interest rate is older than it
 * may be. Several workers doing so at once do no harm.
 */
export function keepHouse(services: Services): Job {
  return startLoop({
    name: "housekeeping",
    idleMs: HOUR_MS,
    log: services.log,
    turn: async () => {
      const outdated = rateWarning(INTEREST_RATES, services.clock.today());
      if (outdated) services.log.warn(outdated, "statutory interest rates outdated");
      await clearExpired(services);
      return 0;
    },
  });
}
