import { type ChildProcess, spawn } from "node:child_process";

export type Running = { readonly name: string; readonly child: ChildProcess; stop(): Promise<void> };

/** Starts one of the built processes, with the redirect to the simulator loaded from outside. */
export function startProcess(
  name: "web" | "worker",
  options: { env: Record<string, string>; quiet: boolean },
): Running {
  const child = spawn(
    process.execPath,
    ["--enable-source-maps", "--import", "./demo/mollie/redirect.mjs", `build/processes/${name}.js`],
    { env: { ...process.env, ...options.env }, stdio: ["ignore", options.quiet ? "ignore" : "inherit", "inherit"] },
  );
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  return {
    name,
    child,
    async stop() {
      child.kill("SIGTERM");
      await ended;
    },
  };
}

/** Resolves when the address answers 200; throws when the process ends first or the time is up. */
export async function untilReady(url: string, running: Running, patienceMs = 60_000): Promise<void> {
  const until = Date.now() + patienceMs;
  while (Date.now() < until) {
    if (running.child.exitCode !== null) throw new Error(`${running.name} ended with ${running.child.exitCode}`);
    const answer = await fetch(url, { signal: AbortSignal.timeout(2_000) }).catch(() => null);
    if (answer?.status === 200) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${running.name} did not become ready within ${patienceMs / 1000} s`);
}
