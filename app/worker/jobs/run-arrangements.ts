import { revokeMandates } from "#app/server/arrangements/mandate.server.ts";
import { runDueArrangements } from "#app/server/arrangements/run-arrangements.server.ts";
import { type Job, startLoop } from "#app/worker/loop.ts";
import type { Services } from "#app/server/services.server.ts";

const IDLE_MS = 5_000;
const BATCH = 20;

/** Tells the provider of mandates that debtors took back. */
export function startRevokingMandates(services: Services): Job {
  return startLoop({ name: "mandates", idleMs: IDLE_MS, log: services.log, turn: () => revokeMandates(services, BATCH) }); // prettier-ignore
}

/** Reminders, missed instalments, last letters, and answers that did not come: what the calendar asks of arrangements. */
export function startArrangements(services: Services): Job {
  return startLoop({ name: "arrangements", idleMs: IDLE_MS, log: services.log, turn: () => runDueArrangements(services, BATCH) }); // prettier-ignore
}
