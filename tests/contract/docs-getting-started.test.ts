import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createEmptyDatabase } from "../support/database.ts";
import { freePort } from "../support/server.ts";

/**
 * Somebody at a creditor goes through the pages with a terminal: every command in them is run as it stands, in its order,
 * against the demo. Only ports, the ids and keys that the page leaves open with `…`, and days that must be in the future are
 * filled in.
 */

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const START_WITHIN_MS = 300_000;
const IN_A_MONTH = new Date(Date.now() + 30 * 24 * 3_600_000).toISOString().slice(0, 10);

type Page = "getting-started" | "webhooks" | "arrangements" | "pauses";

const commandsOf = (page: Page): string[] => {
  const text = readFileSync(path.join(ROOT, `docs/integrators/${page}.md`), "utf8");
  return [...text.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].map(([, block = ""]) => block.trim());
};

const scratch = mkdtempSync(path.join(tmpdir(), "voldaan-docs-"));
const inbox = path.join(scratch, "inbox");
/** What stands where the page has `…`: by its prefix. */
const known = new Map<string, string>();
const started: ChildProcess[] = [];
let database: { url: string; drop(): Promise<void> };
let portalPort: number;
let receiverPort: number;
let environment: NodeJS.ProcessEnv;

beforeAll(async () => {
  mkdirSync(inbox);
  [database, portalPort, receiverPort] = [await createEmptyDatabase(), await threeFreePorts(), await freePort()];
  environment = {
    PATH: process.env["PATH"] ?? "",
    HOME: process.env["HOME"] ?? "",
    NODE_ENV: "development",
    PORT: String(portalPort),
    DATA_DIR: path.join(scratch, "data"),
    DATABASE_URL: database.url,
    WEBHOOK_INBOX: inbox,
  };
});

afterAll(async () => {
  for (const child of started) await end(child);
  await database.drop();
  rmSync(scratch, { recursive: true, force: true });
});

test(
  "getting started: from the demo to a verified webhook, step by step",
  async () => {
    for (const block of commandsOf("getting-started")) {
      if (block.endsWith("npm run demo")) await startDemo(block);
      else if (block.startsWith("export ")) await run(block, 'printf \'%s %s\' "$KEY" "$API"');
      else if (block.includes("docs/integrators/receivers/")) await startReceivers(block.split("\n"));
      else await run(block);
      if (block.includes('/test"')) await untilReceived("webhook.test");
    }
    await untilReceived("claim.opened");
    await untilReceived("payment.paid");
    expect(readdirSync(inbox)).toContain(`${known.get("evt_")}.json`);
  },
  2 * START_WITHIN_MS,
);

test.each(["webhooks", "arrangements", "pauses"] as const)(
  "the commands of %s",
  async (page) => {
    const blocks = commandsOf(page);
    expect(blocks.length).toBeGreaterThan(0);
    for (const block of blocks) await run(block);
  },
  START_WITHIN_MS,
);

/** The first step: ends with a table in which the key stands. */
async function startDemo(command: string): Promise<void> {
  const said = await start(command, /Ctrl-C stops everything/);
  const [, key] = /API key\s+(vk_\S+)/.exec(said) ?? [];
  if (!key) throw new Error(`no key in what the demo says:\n${said}`);
  known.set("vk_", key);
  environment = { ...environment, KEY: key, API: `http://localhost:${portalPort}/api/v1` };
}

/** Each of those whose language is here begins to listen; the last one stays. */
async function startReceivers(commands: readonly string[]): Promise<void> {
  const runnable = commands.filter((command) => {
    const [, program = ""] = /^(?:[A-Z_]+=\S+ )+(\S+)/.exec(command) ?? [];
    return spawnSync("bash", ["-c", `command -v ${program}`]).status === 0;
  });
  expect(runnable.length).toBeGreaterThan(0);
  for (const [index, command] of runnable.entries()) {
    await start(command, /Listening on port|Development Server .* started/);
    const child = started.at(-1);
    if (child && index < runnable.length - 1) await end(child);
  }
}

async function start(command: string, ready: RegExp): Promise<string> {
  const child = spawn("bash", ["-c", filledIn(command)], { cwd: ROOT, env: environment, detached: true, stdio: ["ignore", "pipe", "pipe"] }); // prettier-ignore
  started.push(child);
  let said = "";
  await new Promise<void>((resolve, reject) => {
    const fail = (why: string) => reject(new Error(`${command}\n${why}\n${said}`));
    const timer = setTimeout(() => fail("is not ready"), START_WITHIN_MS);
    const listen = (chunk: string) => {
      said += chunk;
      if (!ready.test(said)) return;
      clearTimeout(timer);
      resolve();
    };
    child.stdout?.setEncoding("utf8").on("data", listen);
    child.stderr?.setEncoding("utf8").on("data", listen);
    child.once("exit", (code) => fail(`ended with ${code}`));
  });
  return said;
}

/** Runs a block in one shell, in which an error of the portal ends it, and keeps the ids that come out. */
async function run(block: string, after = ""): Promise<void> {
  const prelude = 'set -euo pipefail\ncurl() { command curl --fail-with-body --show-error "$@"; }';
  const where = /npm run|@tests\//.test(block) ? ROOT : scratch;
  const child = spawn("bash", ["-c", [prelude, filledIn(block), after].join("\n")], { cwd: where, env: environment, stdio: ["ignore", "pipe", "pipe"] }); // prettier-ignore
  let out = "";
  let error = "";
  child.stdout.setEncoding("utf8").on("data", (chunk: string) => (out += chunk));
  child.stderr.setEncoding("utf8").on("data", (chunk: string) => (error += chunk));
  const code = await new Promise<number | null>((resolve) => child.once("close", resolve));
  expect({ block, code, answer: code === 0 ? "" : out + error }).toEqual({ block, code: 0, answer: "" });
  if (after !== "") expect(out).toBe(`${known.get("vk_")} http://localhost:${portalPort}/api/v1`);
  for (const [id, prefix = ""] of out.matchAll(/\b(crd_|whe_|evt_|whsec_)[\w+/=]+/g)) known.set(prefix, id);
}

function filledIn(block: string): string {
  return block
    .replaceAll("localhost:3000", `localhost:${portalPort}`)
    .replaceAll("localhost:4000", `localhost:${receiverPort}`)
    .replaceAll("PORT=4000", `PORT=${receiverPort}`)
    .replace(/"until":"\d{4}-\d{2}-\d{2}"/g, `"until":"${IN_A_MONTH}"`)
    .replace(/\b([a-z]+_)…/g, (_, prefix: string) => {
      const value = known.get(prefix);
      if (value === undefined) throw new Error(`nothing is known for ${prefix}… in\n${block}`);
      return value;
    });
}

async function untilReceived(type: string): Promise<void> {
  for (let tries = 0; tries < 600; tries += 1) {
    const bodies = readdirSync(inbox).filter((file) => file.endsWith(".json")).map((file) => readFileSync(path.join(inbox, file), "utf8")); // prettier-ignore
    if (bodies.some((body) => (JSON.parse(body) as { type: string }).type === type)) return;
    await pause(100);
  }
  throw new Error(`${type} did not arrive`);
}

/** With all that it started. */
async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  const gone = new Promise((resolve) => child.once("exit", resolve));
  process.kill(-child.pid, "SIGTERM");
  await gone;
}

/** The demo's: pages, payment provider and its own receiver. */
async function threeFreePorts(): Promise<number> {
  for (;;) {
    const port = await freePort();
    if ((await isFree(port + 1)) && (await isFree(port + 2))) return port;
  }
}

function isFree(port: number): Promise<boolean> {
  const server = createServer();
  return new Promise((resolve) => {
    server.once("error", () => resolve(false)).listen(port, "127.0.0.1", () => server.close(() => resolve(true)));
  });
}
