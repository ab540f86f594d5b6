import { createReadStream } from "node:fs";
import { importFile } from "#app/server/imports/import-file.server.ts";
import { openServices } from "#app/server/open-services.server.ts";
import { readConfig } from "#app/server/platform/config/config.server.ts";

/** Takes one file in, in a process of its own, and says how long it took and how much memory it had at most and after it. */

const MEGABYTE = 1_024 * 1_024;

/** What is in use once everything that nobody needs any more is gone. */
function heapInUse(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed / MEGABYTE;
}

const [creditorId = "", file = ""] = process.argv.slice(2);
const config = readConfig(process.env, process.cwd());
if (!config.ok) throw new Error(JSON.stringify(config.error));
const opened = await openServices(config.value, { process: "worker", poolSize: 4, providerDeadlineMs: 1_000 });
if (!opened.ok) throw new Error(JSON.stringify(opened.error));

const before = process.resourceUsage().maxRSS / 1_024;
const heapBefore = heapInUse();
const started = performance.now();
const order = { creditorId, content: createReadStream(file), fileName: file, dryRun: false, actor: "operator" };
const imported = await importFile(opened.value.services, order);
const seconds = (performance.now() - started) / 1_000;
if (!imported.ok) throw new Error(imported.error.kind);
const { id, created, unchanged, failed } = imported.value;
const most = process.resourceUsage().maxRSS / 1_024;
process.send?.({ id, created, unchanged, failed, seconds, before, most, heapBefore, heapAfter: heapInUse() });
await opened.value.close();
