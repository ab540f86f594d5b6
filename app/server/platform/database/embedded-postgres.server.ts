import { mkdir, realpath, rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { postgresAccount } from "./postgres-account.server.ts";
import { postgresBinaries } from "./postgres-binaries.server.ts";
import {
  ensureCluster,
  findServer,
  lastLogLines,
  startServer,
  type ClusterPlace,
  type RunningServer,
  type StartedServer,
} from "./postgres-cluster.server.ts";
import {
  ensureSettings,
  freePort,
  openPlace,
  readSettings,
  rememberPort,
  settingsFile,
  type PostgresSettings,
} from "./postgres-settings.server.ts";

export type EmbeddedPostgres = {
  /** Connects the owner of everything in the database `voldaan`; the application itself runs as a lesser role. */
  readonly url: string;
  /** True when this process started the server or found it without a user; false when it joined another process. */
  readonly owned: boolean;
  /** Leaves the server, and shuts it down when no other process uses it. May be called more than once. */
  stop(): Promise<void>;
};

export type EmbeddedPostgresOptions = {
  readonly dataDir: string;
  readonly log: (message: string) => void;
  /** False for tests only: faster, and lost when the machine crashes. */
  readonly durable?: boolean;
};

const DATABASE = "voldaan";
const START_ATTEMPTS = 20;
const PATIENCE_MS = 120_000;
const FAST_SHUTDOWN_MS = 20_000;
const POLL_MS = 20;

/** Every process that uses the server holds this lock shared, on a connection of its own: PostgreSQL itself sees who still lives. */
const USERS_LOCK = 7_605_812_004;

const WRONG_PASSWORD = "28P01";
const DUPLICATE_DATABASE = "42P04";
const UNIQUE_VIOLATION = "23505";

/**
 * Opens the PostgreSQL that lives in the data directory: starts it, or joins the one that runs already, also one left
 * behind by a process that was killed. Safe when several processes open and stop at once: PostgreSQL allows one server a
 * cluster, and the last process to stop shuts it down. Throws when the server cannot be started, with the end of its log.
 *
 * Files in the data directory: `postgres/` (the cluster), `postgres.json` (password, port and, when the database's
 * account cannot come to the data directory, where under /var/lib/voldaan the cluster lies instead), `postgres.log`.
 */
export async function openEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  await mkdir(options.dataDir, { recursive: true });
  const dataDir = await realpath(options.dataDir);
  const account = await postgresAccount();
  const fallback = async () => (account ? openPlace() : dataDir);
  const binaries = await postgresBinaries({ account, fallback });
  const settings = await ensureSettings(dataDir, account);
  const place = { cluster: settings.cluster, binaries, account, durable: options.durable ?? true };
  await ensureCluster(place, settings.password);
  const user = await joinOrStart({ dataDir, place, settings, log: options.log });
  try {
    await ensureDatabase(user.client);
  } catch (error) {
    await leave(user, { cluster: settings.cluster, log: options.log });
    throw error;
  }
  return opened(user, { settings, log: options.log });
}

/** Stops the server of this data directory and deletes its database for good. Does nothing when there is none. */
export async function deleteEmbeddedPostgres(parameters: { dataDir: string }): Promise<void> {
  const dataDir = await realpath(parameters.dataDir).catch(() => parameters.dataDir);
  const settings = await readSettings(dataDir);
  if (!settings) return;
  await shutDown(settings.cluster);
  await rm(settings.cluster, { recursive: true, force: true });
  await rm(settingsFile(dataDir), { force: true });
}

/** While a process only waits, this connection must not keep it alive: `unref` and `ref` are missing from the types. */
type UserClient = pg.Client & { ref(): void; unref(): void };

/** One process's stay on the server: the connection that holds its share of the users' lock. */
type User = { readonly client: UserClient; readonly server: RunningServer; readonly alone: boolean };

function opened(
  user: User,
  parameters: { settings: PostgresSettings; log: (message: string) => void },
): EmbeddedPostgres {
  const { settings, log } = parameters;
  const lastResort = () => interrupt(user.server.pid);
  const forget = () => process.off("exit", lastResort);
  if (user.alone) process.once("exit", lastResort);
  user.client.once("end", forget);
  user.client.unref();
  let stopped: Promise<void> | undefined;
  return {
    url: serverUrl({ password: settings.password, port: user.server.port, database: DATABASE }),
    owned: user.alone,
    stop() {
      forget();
      stopped ??= leave(user, { cluster: settings.cluster, log });
      return stopped;
    },
  };
}

async function joinOrStart(parameters: {
  dataDir: string;
  place: ClusterPlace;
  settings: PostgresSettings;
  log: (message: string) => void;
}): Promise<User> {
  const { dataDir, place, settings, log } = parameters;
  const logFile = join(dataDir, "postgres.log");
  const deadline = performance.now() + PATIENCE_MS;
  let started: StartedServer | undefined;
  let attempts = 0;
  while (performance.now() < deadline) {
    const server = await findServer(place.cluster);
    const user = server && (await joinServer(server, settings.password));
    if (user) {
      if (server.port !== settings.port) await rememberPort(dataDir, server.port);
      log(`embedded PostgreSQL in ${place.cluster}, port ${server.port}: ${started ? "started" : "joined"}`);
      return user;
    }
    if (!server && (!started || started.hasExited())) {
      if (attempts === START_ATTEMPTS) break;
      await sleep(attempts * POLL_MS);
      attempts += 1;
      started = await startServer(place, { port: await freePort(settings.port), logFile });
    }
    await sleep(POLL_MS);
  }
  throw new Error(`the embedded PostgreSQL in ${place.cluster} does not start:\n${await lastLogLines(logFile)}`);
}

/** Undefined while the server is still starting, is shutting down, or another process is deciding whether it is alone. */
async function joinServer(server: RunningServer, password: string): Promise<User | undefined> {
  const client = new pg.Client({
    connectionString: serverUrl({ password, port: server.port, database: "postgres" }),
    application_name: "voldaan: user of the embedded server",
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
  }) as UserClient;
  client.on("error", () => undefined);
  try {
    await client.connect();
    const alone = await tryLock(client, "pg_try_advisory_lock");
    if (!(await tryLock(client, "pg_try_advisory_lock_shared"))) {
      await client.end();
      return undefined;
    }
    if (alone) await client.query("select pg_advisory_unlock($1)", [USERS_LOCK]);
    return { client, server, alone };
  } catch (error) {
    await client.end().catch(() => undefined);
    if ((error as { code?: string }).code !== WRONG_PASSWORD) return undefined;
    throw new Error("the password in postgres.json is not the one the embedded database was made with", {
      cause: error,
    });
  }
}

async function leave(user: User, parameters: { cluster: string; log: (message: string) => void }): Promise<void> {
  const { client } = user;
  client.ref();
  try {
    await client.query("select pg_advisory_unlock_shared($1)", [USERS_LOCK]);
    if (await tryLock(client, "pg_try_advisory_lock")) {
      await shutDown(parameters.cluster);
      parameters.log(`embedded PostgreSQL in ${parameters.cluster} stopped`);
    }
  } catch (error) {
    parameters.log(`embedded PostgreSQL was gone before it was stopped: ${String(error)}`);
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function tryLock(
  client: pg.Client,
  how: "pg_try_advisory_lock" | "pg_try_advisory_lock_shared",
): Promise<boolean> {
  const { rows } = await client.query<{ locked: boolean }>(`select ${how}($1) as locked`, [USERS_LOCK]);
  return rows[0]?.locked === true;
}

/** A fast shutdown rolls open transactions back and writes everything down; when it hangs, an immediate one follows. */
async function shutDown(cluster: string): Promise<void> {
  const server = await findServer(cluster);
  if (!server) return;
  interrupt(server.pid);
  const impatient = performance.now() + FAST_SHUTDOWN_MS;
  const deadline = impatient + FAST_SHUTDOWN_MS;
  let forced = false;
  while (await findServer(cluster)) {
    if (performance.now() > deadline) throw new Error(`the embedded PostgreSQL in ${cluster} does not stop`);
    if (!forced && performance.now() > impatient) {
      process.kill(server.pid, "SIGQUIT");
      forced = true;
    }
    await sleep(POLL_MS);
  }
}

function interrupt(pid: number): void {
  try {
    process.kill(pid, "SIGINT");
  } catch {
    // It is gone already.
  }
}

async function ensureDatabase(client: pg.Client): Promise<void> {
  const { rowCount } = await client.query("select from pg_database where datname = $1", [DATABASE]);
  if (rowCount) return;
  await client.query(`create database ${DATABASE}`).catch((error: { code?: string }) => {
    if (error.code !== DUPLICATE_DATABASE && error.code !== UNIQUE_VIOLATION) throw error;
  });
}

function serverUrl(parameters: { password: string; port: number; database: string }): string {
  return `postgresql://postgres:${parameters.password}@127.0.0.1:${parameters.port}/${parameters.database}`;
}
