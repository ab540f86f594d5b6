import { endDuePauses } from "#app/server/pauses/end-due-pauses.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { type Job, startLoop } from "#app/worker/loop.ts";

const IDLE_MS = 60_000;
const BATCH = 20;

/** Pauses whose last day is over, and those for which it comes near. */
export function startEndingPauses(services: Services): Job {
  return startLoop({ name: "pauses", idleMs: IDLE_MS, log: services.log, turn: () => endDuePauses(services, BATCH) });
}
