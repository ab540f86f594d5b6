import path from "node:path";
import type { ServerBuild } from "@remix-run/node";
import closeWithGrace from "close-with-grace";
import { DEBTOR_WAITS_MS } from "#app/server/payments/payment-providers.server.ts";
import { migrationState } from "#app/server/platform/database/migrate.server.ts";
import { openMetrics } from "#app/server/platform/metrics/metrics.server.ts";
import { openStaticFiles } from "#app/server/platform/http/static-files.server.ts";
import { createWebServer, type Readiness } from "#app/server/platform/http/web-server.server.ts";
import { configOrExit, exitWithFaults } from "#app/server/platform/process/start-process.server.ts";
import { MIGRATIONS_DIR, openServices } from "#app/server/open-services.server.ts";
import { answerPage } from "./answer-page.ts";
import { createPageHandler } from "./page-handler.ts";

const DRAIN_MS = 25_000;
const POOL_SIZE = 10;

const config = configOrExit();
const opened = await openServices(config, { process: "web", poolSize: POOL_SIZE, providerDeadlineMs: DEBTOR_WAITS_MS });
if (!opened.ok) exitWithFaults(opened.error);
const { services, close } = opened.value;
const { log } = services;

const build = (await import(path.resolve("build/server/index.js"))) as ServerBuild;
const pages = createPageHandler(build);
const metrics = config.metricsPort === null ? null : openMetrics({ port: config.metricsPort });

async function readiness(): Promise<Readiness> {
  try {
    const state = await migrationState(services.database.pool, MIGRATIONS_DIR);
    if (state.pending.length > 0 || state.unfinished.length > 0) return { ready: false, reason: "migrations pending" };
    return { ready: true };
  } catch {
    return { ready: false, reason: "database unreachable" };
  }
}

const web = createWebServer({
  baseUrl: config.baseUrl,
  trustedProxies: config.trustedProxies,
  log,
  staticFiles: openStaticFiles(path.resolve("build/client")),
  readiness,
  handle: (request, context) => answerPage({ request, context, services, pages }),
  refuse: (request, context) => answerPage({ request, context, services, pages, refused: true }),
  onAnswered: (answered) => metrics?.observe(answered),
});
web.server.listen(config.port, () => log.info({ port: config.port, address: config.baseUrl.origin }, "web listens"));

closeWithGrace({ delay: DRAIN_MS, logger: false }, async ({ err }) => {
  if (err) log.fatal({ err }, "web stops after an error");
  web.drain();
  await new Promise((resolve) => {
    web.server.close(resolve);
    web.server.closeIdleConnections();
  });
  metrics?.close();
  await close();
});
