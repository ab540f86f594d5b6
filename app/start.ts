import { spawn, type ChildProcess } from "node:child_process";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { configOrExit } from "#app/server/platform/process/start-process.server.ts";

/** Web and worker as two processes of one machine. One that ends by itself takes the other along, so that a supervisor sees it. */

configOrExit();
const directory = path.dirname(fileURLToPath(import.meta.url));
const children = ["web", "worker"].map((name): ChildProcess => {
  const child = spawn(process.execPath, [...process.execArgv, path.join(directory, `${name}.js`)], {
    stdio: "inherit",
  });
  child.on("exit", (code) => stop(code ?? 1));
  return child;
});

let stopping = false;
let exitCode = 0;

function stop(code: number): void {
  if (!stopping) exitCode = code;
  stopping = true;
  const running = children.filter((child) => child.exitCode === null && child.signalCode === null);
  for (const child of running) child.kill("SIGTERM");
  if (running.length === 0) process.exit(exitCode);
}

process.on("SIGTERM", () => stop(0));
process.on("SIGINT", () => stop(0));
