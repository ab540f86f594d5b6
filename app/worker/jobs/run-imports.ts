import { runWaitingImport } from "#app/server/imports/run-import.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { startLoop, type Job } from "#app/worker/loop.ts";

const IDLE_MS = 500;

/** Runs the imports that wait, one after the other. */
export function startImports(services: Services): Job {
  return startLoop({ name: "imports", idleMs: IDLE_MS, log: services.log, turn: () => runWaitingImport(services) });
}
