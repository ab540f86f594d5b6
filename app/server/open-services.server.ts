import path from "node:path";
import { err, ok, type Result } from "#app/domain/result.ts";
import { openClamd } from "./evidence/clamd.server.ts";
import { BUILT_CONVERTER, openFileConverter } from "./evidence/file-converter.server.ts";
import { openPaymentProviders } from "./payments/payment-providers.server.ts";
import { startClock } from "./platform/clock/clock.server.ts";
import type { Config, ConfigFault } from "./platform/config/config.server.ts";
import { followAppKeys, readOrMakeAppKeys } from "./platform/crypto/app-keys-file.server.ts";
import { type KeyRing, parseAppKeys } from "./platform/crypto/key-ring.server.ts";
import { APPLICATION_ROLE, openDatabase } from "./platform/database/client.server.ts";
import { openEmbeddedPostgres } from "./platform/database/embedded-postgres.server.ts";
import { applyMigrations } from "./platform/database/migrate.server.ts";
import { openLog } from "./platform/log/log.server.ts";
import { openStorage } from "./platform/storage/open-storage.server.ts";
import { openRateLimiter } from "./platform/rate-limit/rate-limit.server.ts";
import type { Services } from "./services.server.ts";

export type OpenServices = { readonly services: Services; close(): Promise<void> };

export const MIGRATIONS_DIR = path.resolve("prisma/migrations");

/**
 * Builds what a process works with: database (embedded where no address is given), keys, storage, provider. Brings the
 * schema up to date first. Close it last, after everything that uses it has stopped.
 */
export async function openServices(
  config: Config,
  options: { process: string; poolSize: number; providerDeadlineMs: number },
): Promise<Result<OpenServices, readonly ConfigFault[]>> {
  const ring = keyRingOf(config);
  if (!ring.ok) return ring;
  const keys = ring.value;
  const log = openLog({ level: config.logLevel, process: options.process });
  const embedded = config.databaseUrl === null ? await openEmbeddedPostgres({ dataDir: config.dataDir, log: (line) => log.debug({ source: "postgres" }, line) }) : null; // prettier-ignore
  const url = config.databaseUrl ?? embedded?.url ?? "";
  try {
    const applied = await applyMigrations({ url, migrationsDir: MIGRATIONS_DIR });
    if (applied.length > 0) log.info({ applied }, "migrations applied");
  } catch (error) {
    await embedded?.stop();
    throw error;
  }
  const database = openDatabase({
    url,
    poolSize: options.poolSize,
    role: APPLICATION_ROLE,
    onIdleError: (error) => log.warn({ err: error }, "database connection lost"),
  });
  const services: Services = {
    config,
    log,
    database,
    databaseUrl: url,
    clock: startClock(config.clockStart),
    get keys() {
      return keys();
    },
    storage: await openStorage(config.storage),
    converter: openFileConverter(BUILT_CONVERTER, { log }),
    scanner: config.clamd && openClamd(config.clamd),
    limiter: openRateLimiter(database),
    providers: openPaymentProviders({
      keys,
      fallbackApiKey: config.mollieApiKey,
      deadlineMs: options.providerDeadlineMs,
    }),
  };
  return ok({
    services,
    async close() {
      await database.close();
      await embedded?.stop();
    },
  });
}

/** The keys of the environment, or those of the data directory, which are looked at again while the process runs. */
function keyRingOf({ appKeys, dataDir }: Config): Result<() => KeyRing, readonly ConfigFault[]> {
  if (appKeys !== null) return ok(() => appKeys);
  const kept = parseAppKeys(readOrMakeAppKeys(dataDir));
  if (!kept.ok) return err(kept.error.faults.map((fault) => ({ name: "DATA_DIR", rule: `holds keys that cannot be read: ${fault}` }))); // prettier-ignore
  return ok(followAppKeys(dataDir, kept.value));
}
