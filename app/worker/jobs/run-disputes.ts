import { runDueDisputes } from "#app/server/disputes/run-disputes.server.ts";
import { type Job, startLoop } from "#app/worker/loop.ts";
import type { Services } from "#app/server/services.server.ts";

const IDLE_MS = 30_000;
const BATCH = 20;

/** Days by which disputes are answered. */
export function startDisputes(services: Services): Job {
  return startLoop({
    name: "disputes",
    idleMs: IDLE_MS,
    log: services.log,
    turn: () => runDueDisputes(services, BATCH),
  });
}
