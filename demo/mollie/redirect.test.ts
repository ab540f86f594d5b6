import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, onTestFinished, test } from "vitest";
import { startMollieSimulator } from "./simulator.ts";

const REDIRECT = fileURLToPath(new URL("./redirect.mjs", import.meta.url));

function run(script: string, env: Record<string, string>) {
  const { MOLLIE_SIMULATOR_URL: _, ...inherited } = process.env;
  return promisify(execFile)(process.execPath, ["--import", REDIRECT, "--input-type=module", "-e", script], {
    cwd: fileURLToPath(new URL("../..", import.meta.url)),
    env: { ...inherited, ...env },
  });
}

async function start() {
  const simulator = await startMollieSimulator({ port: 0, allowUnauthenticatedControl: true });
  onTestFinished(simulator.close);
  return simulator;
}

test("loaded from outside, it answers Mollie's address from the simulator and leaves others alone", async () => {
  const simulator = await start();
  const { stdout } = await run(
    `import { createMollieClient } from "@mollie/api-client";
     import http from "node:http";
     const { minimumAmount } = await createMollieClient({ apiKey: "test_firstShop" }).methods.get("ideal");
     http.get("${simulator.url}/checkout/tr_nothing", (answer) => {
       console.log(minimumAmount.value, answer.statusCode);
       answer.resume();
     });`,
    { MOLLIE_SIMULATOR_URL: simulator.url },
  );
  expect(stdout.trim()).toBe("0.01 404");
});

test("an answer that never comes never comes", async () => {
  const simulator = await start();
  simulator.control.addFault({ kind: "no_answer" });
  const { stdout } = await run(
    `import { createMollieClient } from "@mollie/api-client";
     let outcome = "silence";
     createMollieClient({ apiKey: "test_firstShop" }).methods.get("ideal").then(() => (outcome = "answer"), () => (outcome = "error"));
     let requests = [];
     while (!requests[0]?.outcome) {
       requests = (await (await fetch("${simulator.url}/control/requests", { method: "POST" })).json()).result;
     }
     console.log(outcome);
     process.exit(0);`,
    { MOLLIE_SIMULATOR_URL: simulator.url },
  );
  expect(stdout.trim()).toBe("silence");
  expect(simulator.control.requests()).toMatchObject([{ path: "/v2/methods/ideal", outcome: "no_answer" }]);
});

test("without the simulator's address the process does not start", async () => {
  await expect(run("", {})).rejects.toThrow("MOLLIE_SIMULATOR_URL");
});
