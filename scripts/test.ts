import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { findChromium } from "./find-chromium.ts";

/**
 * Every test there is, in the order in which they fail fastest. The last line counts them; a check of the whole code
 * (types, lint, format, dependencies) counts as one.
 */

const REPORTS = path.resolve(".cache/reports");
rmSync(REPORTS, { recursive: true, force: true });
mkdirSync(REPORTS, { recursive: true });

let passed = 0;
let failed = 0;

check("client of the database", ["node", "--import", "tsx", "scripts/prisma-generate.ts"]);
await atOnce([
  { title: "lint", command: ["npx", "eslint", "--max-warnings", "0", "."] },
  { title: "types", command: ["npx", "tsc", "--noEmit"] },
  { title: "types of the domain alone", command: ["npx", "tsc", "--noEmit", "-p", "app/domain/tsconfig.json"] },
  { title: "format", command: ["npx", "prettier", "--check", "--log-level", "warn", "."] },
  { title: "who may know whom", command: ["npx", "depcruise", "--config", "tests/architecture/dependency-rules.mjs", "--output-type", "err", "app", "demo"] }, // prettier-ignore
]);
vitest("unit");
if (check("production build", ["node", "--import", "tsx", "scripts/build.ts"])) {
  vitest("database");
  vitest("integration");
  const chromium = findChromium();
  if (chromium) playwright(chromium);
  else count("browser journeys: no Chromium found and none could be installed", false);
}

console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);

function check(title: string, command: string[]): boolean {
  const started = Date.now();
  const fine = run(command) === 0;
  count(`${title} (${Math.round((Date.now() - started) / 1000)} s)`, fine);
  return fine;
}

/** Two at a time, which is what a small machine has cores for; what each prints appears when it is done. */
async function atOnce(checks: { title: string; command: string[] }[]): Promise<void> {
  const waiting = [...checks];
  async function work(): Promise<void> {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const started = Date.now();
      const { code, output } = await quietly(next.command);
      if (code !== 0) console.log(output);
      count(`${next.title} (${Math.round((Date.now() - started) / 1000)} s)`, code === 0);
    }
  }
  await Promise.all([work(), work()]);
}

function quietly([program = "", ...args]: string[]): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (chunk: Buffer) => (output += chunk.toString()));
    child.on("close", (code) => resolve({ code: code ?? 1, output }));
    child.on("error", (error) => resolve({ code: 1, output: error.message }));
  });
}

function count(title: string, fine: boolean): void {
  console.log(`${fine ? "✓" : "✗"} ${title}`);
  if (fine) passed += 1;
  else failed += 1;
}

function vitest(project: string): void {
  const report = path.join(REPORTS, `${project}.json`);
  const status = run(["npx", "vitest", "run", "--project", project, "--reporter", "dot", "--reporter", "json", `--outputFile.json=${report}`]); // prettier-ignore
  const result = read<{ numPassedTests: number; numFailedTests: number }>(report);
  passed += result?.numPassedTests ?? 0;
  failed += result?.numFailedTests ?? 0;
  // A test file that cannot even start counts no failed test.
  if (status !== 0 && !result?.numFailedTests) count(`${project} tests ended with an error`, false);
}

function playwright(chromium: string): void {
  const report = path.join(REPORTS, "e2e.json");
  const status = run(["npx", "playwright", "test", "--config", "tests/e2e/playwright.config.ts"], { CHROMIUM: chromium, PLAYWRIGHT_JSON_OUTPUT_NAME: report }); // prettier-ignore
  const stats = read<{ stats: { expected: number; unexpected: number; flaky: number } }>(report)?.stats;
  passed += stats?.expected ?? 0;
  failed += (stats?.unexpected ?? 0) + (stats?.flaky ?? 0);
  if (status !== 0 && !stats?.unexpected && !stats?.flaky) count("browser journeys ended with an error", false);
}

function run(command: string[], env: Record<string, string> = {}): number {
  const [program = "", ...args] = command;
  return spawnSync(program, args, { stdio: "inherit", env: { ...process.env, ...env } }).status ?? 1;
}

function read<T>(file: string): T | null {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as T;
  } catch {
    return null;
  }
}
