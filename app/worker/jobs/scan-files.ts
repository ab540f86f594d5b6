import { scanWaitingFiles } from "#app/server/evidence/scan-waiting-files.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { startLoop, type Job } from "#app/worker/loop.ts";

const IDLE_MS = 15_000;
const BATCH = 50;

/** Scans what could not be scanned when it came. */
export function startScanning(services: Services): Job {
  return startLoop({ name: "scan-files", idleMs: IDLE_MS, log: services.log, turn: () => scanWaitingFiles(services, { limit: BATCH }) }); // prettier-ignore
}
