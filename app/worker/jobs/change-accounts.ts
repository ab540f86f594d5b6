import { applyBankChanges } from "#app/server/creditors/bank-change.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { type Job, startLoop } from "#app/worker/loop.ts";

const IDLE_MS = 60_000;
const BATCH = 20;

/** New accounts of creditors that waited their two days. */
export function startChangingAccounts(services: Services): Job {
  return startLoop({
    name: "bank changes",
    idleMs: IDLE_MS,
    log: services.log,
    turn: () => applyBankChanges(services, BATCH),
  });
}
