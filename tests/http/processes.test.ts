import { connect, createServer, type Server } from "node:net";
import { mkdtemp, rm } from "node:fs/promises";
import { once } from "node:events";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { send } from "../support/http.ts";
import { exitOf, freePort, runBuilt, spawnBuilt, startApp, type TestApp } from "../support/server.ts";

let app: TestApp;
let gate: Gate;

beforeAll(async () => {
  app = await startApp({ worker: false });
  gate = await openGate(app.database.url);
});
afterAll(async () => {
  await gate.close();
  await app.close();
});

test("the health check answers while the process lives, and readiness while it can serve", async () => {
  const answers = await Promise.all(["/healthz", "/readyz"].map((address) => send(`${app.baseUrl}${address}`)));
  expect(answers.map(({ status, text }) => [status, text])).toEqual([
    [200, "ok"],
    [200, "ready"],
  ]);
});

test("readiness says that the database is away, and comes back with it", async () => {
  await app.stop("web");
  await app.start("web", { DATABASE_URL: gate.url });
  expect((await send(`${app.baseUrl}/readyz`)).status).toBe(200);

  gate.shut();
  const away = await send(`${app.baseUrl}/readyz`);
  expect([away.status, away.text]).toEqual([503, "database unreachable"]);
  expect((await send(`${app.baseUrl}/healthz`)).status).toBe(200);
  const notice = await send(`${app.baseUrl}/hooks/mollie`, {
    method: "POST",
    body: new URLSearchParams({ id: "tr_known" }),
  });
  expect([notice.status, notice.headers["retry-after"]]).toEqual([503, "60"]);

  gate.open();
  await expect.poll(async () => (await send(`${app.baseUrl}/readyz`)).status, { timeout: 20_000 }).toBe(200);
  await app.stop("web");
  await app.start("web");
});

test("readiness says that migrations are missing", async () => {
  const [newest] = (await app.database.db.pool.query<{ id: string }>("select id from _prisma_migrations order by migration_name desc limit 1")).rows; // prettier-ignore
  const mark = (state: string) => ownerQuery(`update _prisma_migrations set ${state} where id = '${newest?.id}'`);
  await mark("finished_at = null");
  const behind = await send(`${app.baseUrl}/readyz`);
  await mark("finished_at = now()");
  expect([behind.status, behind.text]).toEqual([503, "migrations pending"]);
  expect((await send(`${app.baseUrl}/readyz`)).status).toBe(200);
});

test.each(["web", "worker", "start"] as const)("%s names every wrong setting at once and ends with 2", async (name) => {
  const env = {
    PATH: process.env["PATH"] ?? "",
    PORT: "http",
    BASE_URL: "portal",
    LOG_LEVEL: "loud",
    CLOCK_START: "soon",
  };
  const ended = await runBuilt(name, { env });
  expect(ended.code).toBe(2);
  expect(ended.stdout).toBe("");
  const named = ended.stderr.split("\n").flatMap((line) => /^ {2}([A-Z_]+) /.exec(line)?.[1] ?? []);
  expect(new Set(named)).toEqual(new Set(["BASE_URL", "PORT", "LOG_LEVEL", "CLOCK_START", "APP_KEYS", "SMTP_URL", "MAIL_FROM"])); // prettier-ignore
  expect(ended.stderr).not.toMatch(/\n\s+at /);
});

test("an admin command names the wrong settings in one line", async () => {
  const ended = await runBuilt("admin", { args: ["ledger:verify"], env: { ...app.environment, PORT: "http", CLOCK_START: "soon" } }); // prettier-ignore
  expect([ended.code, ended.stdout]).toEqual([1, ""]);
  expect(ended.stderr).toMatch(/^ledger:verify: PORT [^\n]*; CLOCK_START [^\n]*\n$/);
});

test("asked to stop, the web finishes what it has begun and ends with 0", async () => {
  const { hostname, port } = new URL(app.baseUrl);
  const socket = connect(Number(port), hostname);
  const body = "id=tr_known";
  let answer = "";
  socket.setEncoding("utf8").on("data", (chunk: string) => (answer += chunk));
  await once(socket, "connect");
  socket.write(
    `POST /hooks/mollie HTTP/1.1\r\nHost: ${hostname}\r\nContent-Length: ${body.length}\r\nExpect: 100-continue\r\n\r\n`,
  );
  // The server has the request and waits for the rest of it.
  await expect.poll(() => answer, { timeout: 10_000 }).toContain("100 Continue");

  const stopped = app.stop("web");
  const refused = () => send(`${app.baseUrl}/healthz`).then(() => false, () => true); // prettier-ignore
  await expect.poll(refused, { timeout: 10_000 }).toBe(true);
  socket.write(body);
  await once(socket, "close");
  expect(answer).toContain("HTTP/1.1 200 OK\r\n");
  expect(await stopped).toBe(0);
  await app.start("web");
});

test("asked to stop, the worker ends with 0", async () => {
  await app.start("worker");
  expect(await app.stop("worker")).toBe(0);
});

test("npm start runs both, and stops both", async () => {
  const port = await freePort();
  const baseUrl = `http://localhost:${port}`;
  const started = spawnBuilt("start", { env: { ...app.environment, PORT: String(port), BASE_URL: baseUrl } });
  const exit = exitOf(started);
  let output = "";
  started.stdout?.setEncoding("utf8").on("data", (chunk: string) => (output += chunk));
  try {
    await expect
      .poll(() => output.includes("web listens") && output.includes("worker runs"), { timeout: 60_000 })
      .toBe(true);
    expect((await send(`${baseUrl}/readyz`)).status).toBe(200);
  } finally {
    started.kill("SIGTERM");
  }
  expect(await exit).toBe(0);
  await expect(send(`${baseUrl}/healthz`)).rejects.toThrow();
});

test("a start of which one part fails ends as a whole, and says so", async () => {
  // The port is taken: the web cannot listen, so the worker must not go on alone.
  const ended = await runBuilt("start", { env: app.environment });
  expect(ended.code).not.toBe(0);
});

test("every command prints one JSON value and nothing else", async () => {
  const admin = async (...args: string[]) => {
    const { code, stdout, stderr } = await runBuilt("admin", { args: [...args, "--json"], env: app.environment });
    expect([args[0], code, stderr, stdout.trimEnd().split("\n").length]).toEqual([args[0], 0, "", 1]);
    return JSON.parse(stdout) as Record<string, string>;
  };
  const creditor = await admin("creditor:create", "--name", "De Boomhut", "--iban", "NL91ABNA0417164300");
  const id = creditor["id"] ?? "";
  expect(creditor).toEqual({ id: expect.stringMatching(/^crd_/) as string });
  expect(await admin("api-key:create", "--creditor", id)).toEqual({
    id: expect.stringMatching(/./) as string,
    key: expect.stringMatching(/^vk_\w{8}_\w{32}$/) as string,
  });
  const made = await admin("api-key:create", "--creditor", id, "--name", "Boeken", "--expires-at", dayFromNow(30));
  const listed = await admin("api-key:list", "--creditor", id);
  expect(listed["keys"]).toMatchObject([{ id: made["id"], name: "Boeken", state: "active", begins: made["key"]?.slice(0, 11) }, { name: "API key" }]); // prettier-ignore
  expect(await admin("api-key:revoke", "--key", made["id"] ?? "")).toEqual({ id: made["id"] });
  expect(await admin("user:create", "--creditor", id, "--email", "eva@example.nl")).toHaveProperty("id");
  const file = path.resolve("tests/samples/own/peppol-bis-3-consumer.xml");
  const tried = await admin("import", "--creditor", id, "--file", file, "--dry-run");
  expect(tried).toMatchObject({ status: "done", total: 1 });
  await admin("import", "--creditor", id, "--file", file);
  const { id: claimId } = await app.database.db.prisma.claim.findFirstOrThrow({ where: { creditorId: id } });
  const link = await admin("link:create", "--claim", claimId);
  expect(Object.keys(link).sort()).toEqual(["code", "id", "url"]);
  expect(await admin("ledger:verify")).toEqual({ findings: [] });
  await admin("audit:verify");
  await admin("migrate");
}, 120_000);

test.each([
  { args: [], code: 2 },
  { args: ["no:such"], code: 2 },
  { args: ["creditor:create"], code: 2 },
  { args: ["creditor:create", "--name", "A", "--colour", "red"], code: 2 },
  { args: ["ledger:verify", "more"], code: 2 },
  { args: ["creditor:create", "--name", "A", "--iban", "NL00ABNA0417164300"], code: 1 },
  { args: ["link:create", "--claim", "clm_none"], code: 1 },
  { args: ["api-key:create", "--creditor", "crd_none"], code: 1 },
  { args: ["api-key:create", "--creditor", "crd_none", "--expires-at", "soon"], code: 2 },
  { args: ["api-key:create", "--creditor", "crd_none", "--expires-at", dayFromNow(400)], code: 1 },
  { args: ["api-key:list", "--creditor", "crd_none"], code: 1 },
  { args: ["api-key:revoke", "--key", "key_none"], code: 1 },
  { args: ["api-key:revoke", "--key", `vk_00000000_${"0".repeat(32)}`], code: 2 },
])("wrong use ends with 2, a refused act with 1: $args", async ({ args, code }) => {
  const ended = await runBuilt("admin", { args, env: app.environment });
  expect(ended.code).toBe(code);
  expect(ended.stdout).toBe("");
  expect(ended.stderr).toMatch(/^[^\n]+\n$/);
});

test("--help lists every command", async () => {
  const { code, stdout } = await runBuilt("admin", { args: ["--help"], env: app.environment });
  expect(code).toBe(0);
  for (const command of [
    "migrate",
    "creditor:create",
    "api-key:create",
    "api-key:list",
    "api-key:revoke",
    "user:create",
    "link:create",
    "import",
    "ledger:verify",
    "audit:verify",
    "keys:rotate",
  ]) {
    expect(stdout).toContain(command);
  }
});

test("commands make their keys in a data directory of their own", async () => {
  const dataDir = await mkdtemp(path.join(tmpdir(), "voldaan-data-"));
  const ended = await runBuilt("admin", {
    args: ["keys:rotate", "--json"],
    env: { ...app.environment, DATA_DIR: dataDir },
  });
  await rm(dataDir, { recursive: true, force: true });
  expect(JSON.parse(ended.stdout)).toEqual({ newest: "key-2", renewed: 0 });
});

function dayFromNow(days: number): string {
  return new Date(Date.now() + days * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
}

async function ownerQuery(sql: string): Promise<void> {
  const { default: pg } = await import("pg");
  const client = new pg.Client({ connectionString: app.database.url });
  await client.connect();
  await client.query(sql);
  await client.end();
}

type Gate = { readonly url: string; shut(): void; open(): void; close(): Promise<void> };

/** A way to the database that can be shut, as when its server goes away. */
async function openGate(databaseUrl: string): Promise<Gate> {
  const target = new URL(databaseUrl);
  const open = new Set<{ destroy(): void }>();
  let shut = false;
  const server: Server = createServer((socket) => {
    if (shut) return void socket.destroy();
    const onward = connect(Number(target.port || 5432), target.hostname);
    for (const [from, to] of [[socket, onward], [onward, socket]] as const) {
      open.add(from);
      from.on("error", () => to.destroy()).on("close", () => {
        open.delete(from);
        to.destroy();
      });
      from.pipe(to);
    }
  }); // prettier-ignore
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const url = new URL(databaseUrl);
  const address = server.address();
  url.hostname = "127.0.0.1";
  url.port = String(typeof address === "object" ? address?.port : "");
  const cut = () => {
    for (const socket of open) socket.destroy();
  };
  return {
    url: url.href,
    shut() {
      shut = true;
      cut();
    },
    open() {
      shut = false;
    },
    async close() {
      cut();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
