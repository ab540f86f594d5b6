import { execFile, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { access, chown, mkdir, open, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { promisify } from "node:util";
import type { PostgresAccount } from "./postgres-account.server.ts";
import type { PostgresBinaries } from "./postgres-binaries.server.ts";

const run = promisify(execFile);

const LOG_SIZE_LIMIT = 5_000_000;

/** The same on every machine, whatever its locale; PG* variables meant for other servers do not leak in. */
const ENVIRONMENT = { NODE_ENV: process.env.NODE_ENV, PATH: process.env["PATH"], LC_ALL: "C", TZ: "UTC" };

const SERVER_SETTINGS = [
  "listen_addresses=127.0.0.1",
  "unix_socket_directories=",
  "max_connections=100",
  "shared_buffers=64MB",
  "max_wal_size=256MB",
  "max_parallel_workers_per_gather=0",
  "io_method=sync",
  "jit=off",
  "timezone=UTC",
  "log_timezone=UTC",
  "log_checkpoints=off",
];

/** A crash of the machine may ruin the database: only for databases that are made anew by each run of the tests. */
const CARELESS_SETTINGS = ["fsync=off", "synchronous_commit=off", "full_page_writes=off", "autovacuum=off"];

export type ClusterPlace = {
  readonly cluster: string;
  readonly binaries: PostgresBinaries;
  readonly account: PostgresAccount | undefined;
  readonly durable: boolean;
};

/** Makes the cluster when it does not exist. It appears whole or not at all; of two makers the first one wins. */
export async function ensureCluster(place: ClusterPlace, password: string): Promise<void> {
  const { cluster, binaries, account, durable } = place;
  if (await hasCluster(cluster)) return removeUnfinished(cluster);
  const unfinished = `${cluster}.unfinished-${randomUUID()}`;
  const data = join(unfinished, "data");
  const passwordFile = join(unfinished, "password");
  try {
    await mkdir(unfinished, { mode: 0o700 });
    await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
    if (account) for (const path of [unfinished, passwordFile]) await chown(path, account.uid, account.gid);
    await run(
      binaries.initdb,
      [
        `--pgdata=${data}`,
        `--pwfile=${passwordFile}`,
        "--username=postgres",
        "--auth=scram-sha-256",
        "--encoding=UTF8",
        "--locale=C",
        "--locale-provider=builtin",
        "--builtin-locale=C.UTF-8",
        ...(durable ? [] : ["--no-sync"]),
      ],
      { ...account, env: ENVIRONMENT, cwd: "/" },
    );
    await rename(data, cluster);
  } catch (error) {
    if (!(await hasCluster(cluster))) throw error;
  } finally {
    await rm(unfinished, { recursive: true, force: true }).catch(() => undefined);
  }
}

async function hasCluster(cluster: string): Promise<boolean> {
  return access(join(cluster, "PG_VERSION")).then(
    () => true,
    () => false,
  );
}

/** What killed makers left behind. A maker that is still busy loses the race either way and cleans up after itself. */
async function removeUnfinished(cluster: string): Promise<void> {
  const siblings = await readdir(dirname(cluster));
  for (const name of siblings.filter((name) => name.startsWith(`${basename(cluster)}.unfinished-`)))
    await rm(join(dirname(cluster), name), { recursive: true, force: true }).catch(() => undefined);
}

export type RunningServer = { readonly pid: number; readonly port: number };

/** The server that runs on this cluster now, whoever started it; undefined when none does. */
export async function findServer(cluster: string): Promise<RunningServer | undefined> {
  const lines = await readPidFile(cluster);
  const pid = Number(lines?.[0]);
  const port = Number(lines?.[3]);
  if (!pid || !port) return undefined;
  return (await isServer(pid, cluster)) ? { pid, port } : undefined;
}

async function readPidFile(cluster: string): Promise<string[] | undefined> {
  return readFile(join(cluster, "postmaster.pid"), "utf8").then(
    (text) => text.split("\n"),
    () => undefined,
  );
}

/** The process of that number may be gone, or long since be another program: only its command line tells. */
async function isServer(pid: number, cluster: string): Promise<boolean> {
  try {
    const command =
      process.platform === "linux"
        ? await readFile(`/proc/${pid}/cmdline`, "utf8")
        : (await run("ps", ["-o", "command=", "-p", String(pid)])).stdout;
    return command.includes("postgres") && command.includes(cluster);
  } catch {
    return false;
  }
}

/**
 * PostgreSQL refuses to start when the process named in a left-over `postmaster.pid` lives, even if the number has since
 * gone to another program, as happens in containers. Only the number is replaced, by one no process can have: the rest of
 * the file lets PostgreSQL find out whether old workers still hold its shared memory.
 */
async function disownPidFile(cluster: string): Promise<void> {
  const lines = await readPidFile(cluster);
  if (!lines?.[0] || (await isServer(Number(lines[0]), cluster))) return;
  await writeFile(join(cluster, "postmaster.pid"), ["2147483647", ...lines.slice(1)].join("\n"));
}

export type StartedServer = { hasExited(): boolean };

/**
 * Starts a server. It gets its own process group and log file, so that neither Ctrl-C nor the death of this process
 * takes it down in the middle of other processes' work.
 */
export async function startServer(
  place: ClusterPlace,
  parameters: { port: number; logFile: string },
): Promise<StartedServer> {
  const { cluster, binaries, account, durable } = place;
  await disownPidFile(cluster);
  await limitLog(parameters.logFile);
  const log = await open(parameters.logFile, "a", 0o600);
  try {
    const settings = [...SERVER_SETTINGS, `port=${parameters.port}`, ...(durable ? [] : CARELESS_SETTINGS)];
    const server = spawn(binaries.postgres, ["-D", cluster, ...settings.flatMap((setting) => ["-c", setting])], {
      ...account,
      env: ENVIRONMENT,
      cwd: "/",
      detached: true,
      stdio: ["ignore", log.fd, log.fd],
    });
    let failed = false;
    server.once("error", () => (failed = true));
    server.unref();
    return { hasExited: () => failed || server.exitCode !== null || server.signalCode !== null };
  } finally {
    await log.close();
  }
}

async function limitLog(logFile: string): Promise<void> {
  const size = await stat(logFile).then(
    (found) => found.size,
    () => 0,
  );
  if (size > LOG_SIZE_LIMIT) await rename(logFile, `${logFile}.old`);
}

export async function lastLogLines(logFile: string): Promise<string> {
  const text = await readFile(logFile, "utf8").catch(() => "");
  return text.trim().split("\n").slice(-12).join("\n");
}
