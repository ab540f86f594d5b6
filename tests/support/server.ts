import { type ChildProcess, execFile, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { type MollieSimulator, startMollieSimulator } from "../../demo/mollie/simulator.ts";
import { startReceiver, type Receiver } from "../../demo/receiver/receiver.ts";
import { createTestDatabase, type TestDatabase } from "./database.ts";

const run = promisify(execFile);

const MOLLIE_API_KEY = "test_dHar4XY7LxsDOtmnkVtjNVWXLSlXsM";
const READY_WITHIN_MS = 30_000;

export type ProcessName = "web" | "worker";

export type TestApp = {
  readonly baseUrl: string;
  readonly database: TestDatabase;
  readonly simulator: MollieSimulator;
  readonly receiver: Receiver;
  readonly dataDir: string;
  /** Runs an operator's command against the running application and answers its JSON. */
  admin(...args: string[]): Promise<unknown>;
  start(name: ProcessName, env?: Record<string, string>): Promise<void>;
  /** Ends a process as a power cut would. */
  kill(name: ProcessName): Promise<void>;
  /** Asks a process to stop and answers its exit code. */
  stop(name: ProcessName): Promise<number | null>;
  /** Resolves with the exit code or signal when the process ends by itself. */
  ended(name: ProcessName): Promise<number | NodeJS.Signals | null>;
  /** What the process wrote to stdout and stderr so far. */
  output(name: ProcessName): string;
  close(): Promise<void>;
};

export type TestAppOptions = { readonly env?: Record<string, string>; readonly worker?: boolean; readonly webhookTimeScale?: number };

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
  const environment: Record<string, string> = {
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
  const running = new Map<ProcessName, { child: ChildProcess; output: string[]; exit: Promise<number | NodeJS.Signals | null> }>(); // prettier-ignore

  async function start(name: ProcessName, env: Record<string, string> = {}): Promise<void> {
    const imports = ["./demo/mollie/redirect.mjs", "./tests/support/crash-hook.mjs"].flatMap((file) => ["--import", file]);
    const child = spawn(process.execPath, ["--enable-source-maps", ...imports, `build/processes/${name}.js`], {
      env: { ...environment, ...env } as NodeJS.ProcessEnv,
      stdio: ["ignore", "pipe", "pipe"],
    });
    const output: string[] = [];
    const exit = new Promise<number | NodeJS.Signals | null>((resolve) => child.once("exit", (code, signal) => resolve(code ?? signal))); // prettier-ignore
    running.set(name, { child, output, exit });
    const saysReady = name === "web" ? "web listens" : "worker runs";
    await new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`${name} did not start:\n${output.join("")}`)), READY_WITHIN_MS);
      const look = (chunk: Buffer) => {
        output.push(chunk.toString());
        if (!chunk.toString().includes(saysReady)) return;
        clearTimeout(timer);
        resolve();
      };
      child.stdout.on("data", look);
      child.stderr.on("data", look);
      void exit.then((code) => {
        clearTimeout(timer);
        reject(new Error(`${name} ended with ${code}:\n${output.join("")}`));
      });
    });
  }

  async function end(name: ProcessName, signal: NodeJS.Signals): Promise<number | null> {
    const one = running.get(name);
    if (!one) return null;
    one.child.kill(signal);
    const code = await one.exit;
    running.delete(name);
    return typeof code === "number" ? code : null;
  }

  const app: TestApp = {
    baseUrl,
    database,
    simulator,
    receiver,
    dataDir,
    async admin(...args) {
      const { stdout } = await run(process.execPath, ["build/processes/admin.js", ...args, "--json"], { env: environment as NodeJS.ProcessEnv }); // prettier-ignore
      return JSON.parse(stdout) as unknown;
    },
    start,
    kill: async (name) => void (await end(name, "SIGKILL")),
    stop: (name) => end(name, "SIGTERM"),
    ended: (name) => running.get(name)?.exit ?? Promise.resolve(null),
    output: (name) => running.get(name)?.output.join("") ?? "",
    async close() {
      await Promise.all([end("web", "SIGTERM"), end("worker", "SIGTERM")]);
      await Promise.all([simulator.close(), receiver.close()]);
      await database.drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
  await Promise.all([start("web"), ...(options.worker === false ? [] : [start("worker")])]);
  return app;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}
