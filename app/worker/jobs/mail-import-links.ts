import { mailImportLinks } from "#app/server/imports/import-links.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { startLoop, type Job } from "#app/worker/loop.ts";

const IDLE_MS = 1_000;

/** Mails the links that somebody asked for all debtors of an import. */
export function startMailingImportLinks(services: Services): Job {
  return startLoop({ name: "import-links", idleMs: IDLE_MS, log: services.log, turn: () => mailImportLinks(services) });
}
