import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { type MollieSimulator, startMollieSimulator } from "../../demo/mollie/simulator.ts";
import { startReceiver, type Receiver } from "../../demo/receiver/receiver.ts";
import { createTestDatabase, type TestDatabase } from "./database.ts";

const MOLLIE_API_KEY = "test_dHar4XY7LxsDOtmnkVtjNVWXLSlXsM";
const READY_WITHIN_MS = 60_000;
const IMPORTS = ["./demo/mollie/redirect.mjs", "./tests/support/crash-hook.mjs"].flatMap((file) => ["--import", file]);

export type ProcessName = "web" | "worker";

type Environment = Readonly<Record<string, string>>;

/** A process that came to its end by itself. */
export type Ended = { readonly code: number | null; readonly stdout: string; readonly stderr: string };

export type TestApp = {
  readonly baseUrl: string;
  readonly database: TestDatabase;
  readonly simulator: MollieSimulator;
  readonly receiver: Receiver;
  readonly dataDir: string;
  /** The settings that its processes have. */
  readonly environment: Environment;
  /** Runs an operator's command against the running application and answers its JSON; throws when it fails. */
  admin(...args: string[]): Promise<unknown>;
  start(name: ProcessName, env?: Environment): Promise<void>;
  /** Ends the running process as a power cut would as soon as it comes to that crash point. */
  crashAt(name: ProcessName, point: string): Promise<void>;
  /** Ends a process as a power cut would. */
  kill(name: ProcessName): Promise<void>;
  /** Asks a process to stop and answers its exit code. */
  stop(name: ProcessName): Promise<number | null>;
  /** Resolves with the exit code or signal of the process's last life when that is over. */
  ended(name: ProcessName): Promise<number | NodeJS.Signals | null>;
  /** What the process wrote to stdout and stderr so far, in all its lives. */
  output(name: ProcessName): string;
  close(): Promise<void>;
};

export type TestAppOptions = {
  readonly env?: Environment;
  readonly worker?: boolean;
  readonly webhookTimeScale?: number;
};

/** The production build as real processes on a database of its own, beside the simulator and a creditor's receiver. */
export async function startApp(options: TestAppOptions = {}): Promise<TestApp> {
  const [database, dataDir, port] = await Promise.all([
    createTestDatabase(),
    mkdtemp(path.join(tmpdir(), "voldaan-app-")),
    freePort(),
  ]);
  const simulator = await startMollieSimulator({ port: 0, allowUnauthenticatedControl: true, webhookTimeScale: options.webhookTimeScale ?? 0.01 }); // prettier-ignore
  const receiver = await startReceiver({ port: 0, keys: [] });
  const baseUrl = `http://localhost:${port}`;
  const receiverPort = new URL(receiver.url).port;
  const environment: Environment = {
    PATH: process.env["PATH"] ?? "",
    NODE_ENV: "test",
    PORT: String(port),
    BASE_URL: baseUrl,
    DATA_DIR: dataDir,
    DATABASE_URL: database.url,
    MOLLIE_API_KEY,
    MOLLIE_SIMULATOR_URL: simulator.url,
    WEBHOOK_ALLOWED_TARGETS: `127.0.0.1:${receiverPort},localhost:${receiverPort}`,
    LOG_LEVEL: "info",
    ...options.env,
  };
  const running = new Map<ProcessName, ChildProcess>();
  const exits = new Map<ProcessName, Promise<number | NodeJS.Signals | null>>();
  const outputs: Record<ProcessName, string> = { web: "", worker: "" };

  const crashFile = (name: ProcessName) => path.join(dataDir, `crash-${name}`);

  async function start(name: ProcessName, env: Environment = {}): Promise<void> {
    if (running.has(name)) throw new Error(`${name} runs already`);
    const child = spawnBuilt(name, { env: { ...environment, CRASH_FILE: crashFile(name), ...env }, imports: IMPORTS });
    const exit = exitOf(child);
    running.set(name, child);
    exits.set(name, exit);
    void exit.then(() => running.delete(name));
    const saysReady = name === "web" ? "web listens" : "worker runs";
    let own = "";
    await new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`${name} did not start:\n${own}`)), READY_WITHIN_MS);
      const look = (chunk: string) => {
        own += chunk;
        outputs[name] += chunk;
        if (!own.includes(saysReady)) return;
        clearTimeout(timer);
        resolve();
      };
      child.stdout?.setEncoding("utf8").on("data", look);
      child.stderr?.setEncoding("utf8").on("data", look);
      void exit.then((code) => {
        clearTimeout(timer);
        reject(new Error(`${name} ended with ${code}:\n${own}`));
      });
    });
  }

  async function end(name: ProcessName, signal: NodeJS.Signals): Promise<number | null> {
    const child = running.get(name);
    if (!child) return null;
    child.kill(signal);
    const code = await exits.get(name);
    return typeof code === "number" ? code : null;
  }

  const app: TestApp = {
    baseUrl,
    database,
    simulator,
    receiver,
    dataDir,
    environment,
    async admin(...args) {
      const { code, stdout, stderr } = await runBuilt("admin", { args: [...args, "--json"], env: environment });
      if (code !== 0) throw new Error(`${args[0] ?? ""} ended with ${code}: ${stderr}`);
      return JSON.parse(stdout) as unknown;
    },
    start,
    crashAt: (name, point) => writeFile(crashFile(name), point),
    kill: async (name) => void (await end(name, "SIGKILL")),
    stop: (name) => end(name, "SIGTERM"),
    ended: (name) => exits.get(name) ?? Promise.resolve(null),
    output: (name) => outputs[name],
    async close() {
      await Promise.all([end("web", "SIGTERM"), end("worker", "SIGTERM")]);
      await Promise.all([simulator.close(), receiver.close()]);
      await database.drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
  try {
    await Promise.all([start("web"), ...(options.worker === false ? [] : [start("worker")])]);
  } catch (error) {
    await app.close();
    throw error;
  }
  return app;
}

/** One of the built processes, on its own. */
export function spawnBuilt(
  name: ProcessName | "admin" | "start",
  { env, args = [], imports = [] }: { env: Environment; args?: readonly string[]; imports?: readonly string[] },
): ChildProcess {
  const command = ["--enable-source-maps", ...imports, `build/processes/${name}.js`, ...args];
  return spawn(process.execPath, command, { env: { ...env } as NodeJS.ProcessEnv, stdio: ["ignore", "pipe", "pipe"] });
}

/** Runs one of the built processes to its end. */
export async function runBuilt(
  name: ProcessName | "admin" | "start",
  options: { env: Environment; args?: readonly string[] },
): Promise<Ended> {
  const child = spawnBuilt(name, options);
  let stdout = "";
  let stderr = "";
  child.stdout?.setEncoding("utf8").on("data", (chunk: string) => (stdout += chunk));
  child.stderr?.setEncoding("utf8").on("data", (chunk: string) => (stderr += chunk));
  const code = await new Promise<number | null>((resolve) => child.once("close", resolve));
  return { code, stdout, stderr };
}

export function exitOf(child: ChildProcess): Promise<number | NodeJS.Signals | null> {
  return new Promise((resolve) => child.once("exit", (code, signal) => resolve(code ?? signal)));
}

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}
