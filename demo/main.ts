import { spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { isBuilt } from "../scripts/build-stamp.ts";
import { openAsDebtor } from "./debtor-client.ts";
import { type DemoState, readDemoState, writeDemoState } from "./demo-state.ts";
import { startMollieSimulator } from "./mollie/simulator.ts";
import { startProcess, untilReady } from "./processes.ts";
import { startReceiver } from "./receiver/receiver.ts";

/**
 * Everything on one machine: database, pages, worker, a simulator of the payment provider, captured mail and a sample
 * creditor's receiver. Ctrl-C stops all of it; the next start goes on where this one ended.
 */

const { values } = parseArgs({ options: { reset: { type: "boolean" }, port: { type: "string" }, verbose: { type: "boolean" } } }); // prettier-ignore
const port = Number(values.port ?? process.env["PORT"] ?? 3000);
if (!Number.isInteger(port) || port < 1 || port > 65_533) {
  console.error("--port is a number from 1 to 65533");
  process.exit(2);
}
const baseUrl = `http://localhost:${port}`;
const dataDir = path.resolve(process.env["DATA_DIR"] ?? ".data");

if (!isBuilt()) {
  say("Building (once, and after a change of the sources)…");
  const built = spawnSync(process.execPath, ["--import", "tsx", "scripts/build.ts"], {
    stdio: ["ignore", "ignore", "inherit"],
  });
  if (built.status !== 0) process.exit(built.status ?? 1);
}
// Imported only now: the build makes the database's client.
const { makeCases } = await import("./make-cases.ts");
const { moveDemo } = await import("./move-demo.ts");
const { readConfig } = await import("#app/server/platform/config/config.server.ts");
const { openServices } = await import("#app/server/open-services.server.ts");
const { deleteEmbeddedPostgres } = await import("#app/server/platform/database/embedded-postgres.server.ts");

if (values.reset) {
  say("Starting anew…");
  await deleteEmbeddedPostgres({ dataDir });
  for (const name of ["demo", "documents"]) rmSync(path.join(dataDir, name), { recursive: true, force: true });
}

const simulator = await startMollieSimulator({
  port: port + 1,
  publicUrl: `http://localhost:${port + 1}`,
  persistTo: path.join(dataDir, "demo", "mollie.json"),
  allowUnauthenticatedControl: true,
  refundAfterMs: 3_000,
  cancelable: true,
});
const known = readDemoState(dataDir);
const receiver = await startReceiver({ port: port + 2, keys: secretsOf(known) });

const settings = {
  NODE_ENV: "development",
  PORT: String(port),
  BASE_URL: baseUrl,
  DATA_DIR: dataDir,
  LOG_LEVEL: values.verbose ? "info" : "warn",
  MOLLIE_API_KEY: "test_dHar4XY7LxsDOtmnkVtjNVWXLSlXsM",
  MOLLIE_SIMULATOR_URL: simulator.url,
  WEBHOOK_ALLOWED_TARGETS: `${process.env["WEBHOOK_ALLOWED_TARGETS"] ?? ""},127.0.0.1:${port + 2},localhost:${port + 2}`,
};
const config = readConfig({ ...process.env, ...settings }, process.cwd());
if (!config.ok) throw new Error(config.error.map((fault) => `${fault.name} ${fault.rule}`).join("; "));
const opening = await openServices(config.value, { process: "demo", poolSize: 4, providerDeadlineMs: 5_000 });
if (!opening.ok) throw new Error("the keys in the data directory cannot be read");
const { services, close } = opening.value;

const fresh = known ? null : await makeCases(services, { receiverUrl: receiver.url });
const made = fresh ?? (await whereItRuns(known!));
receiver.trust(secretsOf(made));

const web = startProcess("web", { env: settings, quiet: false });
const running = [web, startProcess("worker", { env: settings, quiet: false })];
let stopping = false;
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => void stop(0));
for (const one of running)
  one.child.once("exit", (code) => void (stopping || (say(`${one.name} ended (${code})`), stop(1))));
try {
  await untilReady(`${baseUrl}/readyz`, web);
  if (fresh) {
    await payAsTheDebtorsDid(fresh.toPay);
    const { toPay: _, ...state } = fresh;
    writeDemoState(dataDir, state);
  }
  printAddresses(made);
} catch (error) {
  console.error(error);
  await stop(1);
}

/** The demo that was there: at this address, or moved to it. */
async function whereItRuns(state: DemoState): Promise<DemoState> {
  if (state.baseUrl === baseUrl) return state;
  say(`Moving from ${state.baseUrl} to ${baseUrl}…`);
  const moved = await moveDemo(services, state, { baseUrl, receiverUrl: receiver.url });
  writeDemoState(dataDir, moved);
  return moved;
}

type ToPay = { readonly case: string; readonly url: string };

/** Also the demo's money comes through the provider: pressed through the pages, paid at the simulator, booked by the worker. */
async function payAsTheDebtorsDid(cases: readonly ToPay[]): Promise<void> {
  say("Paying what the demo's debtors paid…");
  for (const { case: name, url } of cases) {
    const debtor = await openAsDebtor(url);
    const providerId = await debtor.startPayment(name === "partly-paid" ? "50,00" : undefined);
    simulator.control.setStatus({ paymentId: providerId, status: name === "failed-payment" ? "failed" : "paid" });
    await untilSettled(providerId);
  }
}

async function untilSettled(providerId: string): Promise<void> {
  for (let tries = 0; tries < 300; tries += 1) {
    const payment = await services.database.prisma.payment.findUnique({ where: { providerId }, select: { status: true } }); // prettier-ignore
    if (payment?.status === "paid" || payment?.status === "failed") return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("the worker did not book a payment of the demo");
}

function secretsOf(state: DemoState | null): string[] {
  return Object.values(state?.creditors ?? {}).map((creditor) => creditor.webhookSecret);
}

function printAddresses(state: DemoState): void {
  const width = Math.max(...state.scenarios.map((scenario) => scenario.title.length)) + 2;
  const row = (title: string, url: string) => `  ${title.padEnd(width)}${url}`;
  const [creditor] = Object.values(state.creditors);
  console.log(
    [
      "",
      "Voldaan runs. Open as a debtor:",
      ...state.scenarios.map((scenario) => row(scenario.title, scenario.url)),
      "",
      "As the creditor:",
      row("inbox", `${baseUrl}/creditor`),
      row("sign in as", `${creditor?.userEmail ?? ""} (the code is in the mail that went out)`),
      "",
      "And behind the scenes:",
      row("payment provider", simulator.url.replace("127.0.0.1", "localhost")),
      row("mail that went out", `${baseUrl}/dev/outbox`),
      row("creditor's receiver", receiver.url),
      row("API", `${baseUrl}/api/openapi.json`),
      row("API key", creditor?.apiKey ?? ""),
      "",
      "Ctrl-C stops everything; -- --reset starts anew.",
    ].join("\n"),
  );
}

async function stop(code: number): Promise<void> {
  if (stopping) return;
  stopping = true;
  await Promise.all(running.map((one) => (one.child.exitCode === null ? one.stop() : null)));
  await Promise.all([simulator.close(), receiver.close()]);
  await close();
  process.exit(code);
}

function say(text: string): void {
  console.log(text);
}
