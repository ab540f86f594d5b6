import { tallyFigures } from "#app/server/figures/tally-figures.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { type Job, startLoop } from "#app/worker/loop.ts";

const IDLE_MS = 5 * 60_000;

/** Every five minutes what happened today is counted, for the creditors' figures. */
export function startTallying(services: Services): Job {
  return startLoop({
    name: "figures",
    idleMs: IDLE_MS,
    log: services.log,
    turn: async () => {
      await tallyFigures(services);
      return 0;
    },
  });
}
