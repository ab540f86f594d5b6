import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { afterEach, beforeEach, expect, test } from "vitest";
import {
  deleteEmbeddedPostgres,
  openEmbeddedPostgres,
  type EmbeddedPostgres,
} from "#app/server/platform/database/embedded-postgres.server.ts";
import { findServer } from "#app/server/platform/database/postgres-cluster.server.ts";
import { readSettings } from "#app/server/platform/database/postgres-settings.server.ts";

const OPENER = fileURLToPath(new URL("./postgres-opener.ts", import.meta.url));

let dataDir: string;
let children: ChildProcess[];

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "voldaan-postgres-"));
  children = [];
});

afterEach(async () => {
  for (const child of children) child.kill("SIGKILL");
  await deleteEmbeddedPostgres({ dataDir });
  await rm(dataDir, { recursive: true, force: true });
});

test("keeps its rows, password and port from one start to the next", async () => {
  const first = await open();
  await query(first.url, "create table kept (word text)");
  await query(first.url, "insert into kept values ('paid')");
  await first.stop();
  expect(await serverPid()).toBeUndefined();

  const second = await open();
  expect(second.url).toBe(first.url);
  expect(second.owned).toBe(true);
  expect(await query(second.url, "select word from kept")).toEqual([{ word: "paid" }]);
  await second.stop();
});

test("is the same everywhere: UTF-8, the C.UTF-8 that is built in, UTC, reachable from this machine alone", async () => {
  const postgres = await open();
  const rows = await query(
    postgres.url,
    `select pg_encoding_to_char(encoding) as encoding, datlocprovider as provider, datlocale as locale,
       current_setting('TimeZone') as zone, current_setting('listen_addresses') as addresses,
       current_setting('unix_socket_directories') as sockets, current_setting('fsync') as fsync
     from pg_database where datname = current_database()`,
  );
  expect(rows).toEqual([
    {
      encoding: "UTF8",
      provider: "b",
      locale: "C.UTF-8",
      zone: "UTC",
      addresses: "127.0.0.1",
      sockets: "",
      fsync: "on",
    },
  ]);
  expect((await stat(join(dataDir, "postgres.json"))).mode & 0o777).toBe(0o600);
  await postgres.stop();
});

test("a second process joins the running server and leaves it running", async () => {
  const postgres = await open();
  const pid = await serverPid();
  const joined = await openInChild();
  expect(joined.message).toEqual({ url: postgres.url, owned: false });
  await joined.stop();
  expect(await serverPid()).toBe(pid);
  await postgres.stop();
  expect(await serverPid()).toBeUndefined();
});

test("the server outlives the process that started it while another one uses it", async () => {
  const starter = await openInChild();
  const joined = await open();
  await starter.stop();
  expect(await query(joined.url, "select 1 as one")).toEqual([{ one: 1 }]);
  await joined.stop();
  expect(await serverPid()).toBeUndefined();
});

test("processes that begin at the same moment on a new data directory share one server", async () => {
  const openers = await Promise.all([openInChild(), openInChild(), openInChild()]);
  expect(new Set(openers.map((opener) => opener.message.url)).size).toBe(1);
  expect(openers.filter((opener) => opener.message.owned)).toHaveLength(1);
  await Promise.all(openers.map((opener) => opener.stop()));
  expect(await serverPid()).toBeUndefined();
});

test("takes over the server of a process that was killed, and what was committed is there", async () => {
  const killed = await openInChild();
  await query(killed.message.url, "create table kept as select 1 as one");
  const pid = await serverPid();
  await killed.kill();

  const heir = await open();
  expect(await serverPid()).toBe(pid);
  expect(await query(heir.url, "select one from kept")).toEqual([{ one: 1 }]);
  await heir.stop();
  expect(await serverPid()).toBeUndefined();
});

test("starts again after process and server were both killed", async () => {
  const killed = await openInChild();
  await query(killed.message.url, "create table kept as select 1 as one");
  const pid = await serverPid();
  await killed.kill();
  process.kill(pid as number, "SIGKILL");

  const next = await open();
  expect(next.owned).toBe(true);
  expect(await query(next.url, "select one from kept")).toEqual([{ one: 1 }]);
  await next.stop();
});

test("is not fooled by a left-over pid file whose number now belongs to another program", async () => {
  const first = await open();
  const pidFile = join(await cluster(), "postmaster.pid");
  const lines = (await readFile(pidFile, "utf8")).split("\n");
  await first.stop();
  await writeFile(pidFile, [String(process.pid), ...lines.slice(1)].join("\n"));

  const second = await open();
  expect(second.owned).toBe(true);
  await second.stop();
});

test("moves to another port when its own is taken", async () => {
  const first = await open();
  await first.stop();
  const taken = new URL(first.url).port;
  const squatter = createServer().listen(Number(taken), "127.0.0.1");
  await once(squatter, "listening");

  const second = await open();
  expect(new URL(second.url).port).not.toBe(taken);
  await second.stop();
  squatter.close();
});

test("stopping twice is stopping once", async () => {
  const postgres = await open();
  await Promise.all([postgres.stop(), postgres.stop()]);
  expect(await serverPid()).toBeUndefined();
});

test("deleting stops the server and leaves nothing of the database", async () => {
  await open();
  const place = await cluster();
  await deleteEmbeddedPostgres({ dataDir });
  expect(await readSettings(dataDir)).toBeUndefined();
  await expect(stat(place)).rejects.toMatchObject({ code: "ENOENT" });
});

function open(): Promise<EmbeddedPostgres> {
  return openEmbeddedPostgres({ dataDir, log: () => undefined });
}

type Opener = { message: { url: string; owned: boolean }; stop(): Promise<void>; kill(): Promise<void> };

async function openInChild(): Promise<Opener> {
  const child = fork(OPENER, [dataDir], { execArgv: ["--import", "tsx"] });
  children.push(child);
  const [message] = (await once(child, "message")) as [Opener["message"]];
  return {
    message,
    async stop() {
      child.send("stop");
      await once(child, "exit");
    },
    async kill() {
      child.kill("SIGKILL");
      await once(child, "exit");
    },
  };
}

async function cluster(): Promise<string> {
  const settings = await readSettings(dataDir);
  if (!settings) throw new Error("there is no database yet");
  return settings.cluster;
}

async function serverPid(): Promise<number | undefined> {
  return (await findServer(await cluster()))?.pid;
}

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}
