import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openClamd } from "#app/server/evidence/clamd.server.ts";
import { openFileConverter } from "#app/server/evidence/file-converter.server.ts";
import { openPaymentProviders } from "#app/server/payments/payment-providers.server.ts";
import { dayInAmsterdam, type Clock } from "#app/server/platform/clock/clock.server.ts";
import { readConfig, type Config } from "#app/server/platform/config/config.server.ts";
import { newAppKeyEntry, parseAppKeys, type KeyRing } from "#app/server/platform/crypto/key-ring.server.ts";
import { openLog } from "#app/server/platform/log/log.server.ts";
import { openRateLimiter } from "#app/server/platform/rate-limit/rate-limit.server.ts";
import { openStorage } from "#app/server/platform/storage/open-storage.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { createTestDatabase } from "./database.ts";

/** A clock that stands still until the test moves it. */
export type MovableClock = Clock & {
  moveTo(time: string): void;
  advance(milliseconds: number): void;
};

export type TestServices = Services & {
  readonly clock: MovableClock;
  /** Drops the database and removes the files. */
  close(): Promise<void>;
};

export type TestServicesOptions = {
  /** RFC 3339, where the clock stands at first; 22 November 2026, 11:00 in Amsterdam, unless given. */
  readonly at?: string;
  /** Environment variables, as the process would read them. */
  readonly env?: Readonly<Record<string, string>>;
  /** Whatever the test brings itself, such as providers that answer as it likes. */
  readonly replace?: Partial<Omit<Services, "clock">>;
};

const START = "2026-11-22T10:00:00.000Z";

/** What the verbs work with, on a database, key ring and folder of the test's own. */
export async function createTestServices(options: TestServicesOptions = {}): Promise<TestServices> {
  const [testDatabase, folder] = await Promise.all([createTestDatabase(), mkdtemp(join(tmpdir(), "voldaan-test-"))]);
  const config = testConfig(folder, options.env ?? {});
  const keys = testKeys();
  const log = openLog({ level: "silent", process: "test" });
  return {
    config,
    clock: movableClock(options.at ?? START),
    log,
    database: testDatabase.db,
    databaseUrl: testDatabase.url,
    keys,
    storage: await openStorage(config.storage),
    converter: openFileConverter({ file: "app/converter/main.ts", execArgv: ["--import", "tsx"] }, { log }),
    scanner: config.clamd && openClamd(config.clamd),
    limiter: openRateLimiter(testDatabase.db),
    providers: openPaymentProviders({ keys: () => keys, fallbackApiKey: config.mollieApiKey, deadlineMs: 5_000 }),
    ...options.replace,
    async close() {
      await testDatabase.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export function movableClock(start: string): MovableClock {
  let now = new Date(start);
  return {
    now: () => new Date(now),
    today: () => dayInAmsterdam(now),
    moveTo: (time) => (now = new Date(time)),
    advance: (milliseconds) => (now = new Date(now.getTime() + milliseconds)),
  };
}

function testConfig(folder: string, env: Readonly<Record<string, string>>): Config {
  const config = readConfig({ BASE_URL: "https://voldaan.test", DATA_DIR: folder, ...env }, folder);
  if (!config.ok) throw new Error(`the test's settings are wrong: ${JSON.stringify(config.error)}`);
  return config.value;
}

function testKeys(): KeyRing {
  const ring = parseAppKeys(newAppKeyEntry("test"));
  if (!ring.ok) throw new Error("a new key is not accepted");
  return ring.value;
}
