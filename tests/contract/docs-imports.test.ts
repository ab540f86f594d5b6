import { execFile } from "node:child_process";
import { copyFile, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { CSV_COLUMNS } from "#app/server/imports/csv/csv-columns.server.ts";
import { makeZip } from "../support/make-zip.ts";
import { openPortal, type Portal } from "../support/portal.ts";

/** Every command of the page runs as it stands there, and its tables name what the code knows. */

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const run = promisify(execFile);

let page: string;
let portal: Portal;
let folder: string;

beforeAll(async () => {
  page = await readFile(path.join(ROOT, "docs/integrators/imports.md"), "utf8");
  portal = await openPortal();
  folder = await mkdtemp(path.join(tmpdir(), "voldaan-docs-"));
  const sample = (name: string) => path.join(ROOT, "tests/samples/own", name);
  for (const name of ["claims-excel.csv", "claims.jsonl"]) await copyFile(sample(name), path.join(folder, name));
  await copyFile(sample("peppol-bis-3-consumer.xml"), path.join(folder, "invoice.xml"));
  const invoice = await readFile(sample("iso-8859-1.xml"));
  await writeFile(path.join(folder, "invoices.zip"), makeZip([{ name: "maart/1.xml", content: invoice }]));
});
afterAll(async () => {
  await portal.close();
  await rm(folder, { recursive: true, force: true });
});

test("the commands do what the page says", async () => {
  const blocks = [...page.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, block = ""]) => block);
  const commands = blocks.flatMap((block) => block.trim().split("\n"));
  const environment = { ...process.env, KEY: portal.apiKey, API: `${portal.app.baseUrl}/api/v1` };
  const imports: string[] = [];
  const outputs: string[] = [];
  for (const command of commands) {
    const env = { ...environment, IMPORT: imports.at(-1) ?? "" };
    const { stdout } = await run("bash", ["-c", command], { cwd: folder, env });
    outputs.push(stdout);
    if (!command.includes("--data-binary")) continue;
    imports.push((JSON.parse(stdout) as { id: string }).id);
    await portal.quiet();
  }
  const ended = await Promise.all(imports.map((id) => portal.api("GET", `/imports/${id}`)));
  expect(ended.map(({ format, dryRun, status, total, created, failed }) => ({ format, dryRun, status, total, created, failed }))).toEqual([
    { format: "csv", dryRun: true, status: "done", total: 3, created: 3, failed: 0 },
    { format: "csv", dryRun: false, status: "done", total: 3, created: 3, failed: 0 },
    { format: "jsonl", dryRun: false, status: "done", total: 2, created: 2, failed: 0 },
    { format: "ubl", dryRun: false, status: "done", total: 1, created: 1, failed: 0 },
    { format: "zip", dryRun: false, status: "done", total: 1, created: 1, failed: 0 },
  ]); // prettier-ignore
  expect(JSON.parse(outputs[3] ?? "")).toMatchObject({ status: "done", processed: 3 });
  const template = await readFile(path.join(folder, "vorderingen.csv"), "utf8");
  expect(template.startsWith("\uFEFFkenmerk;")).toBe(true);
  expect(await readFile(path.join(folder, "errors.csv"), "utf8")).toBe(
    "\uFEFFrow;line;file;reference;field;code;message\r\n",
  );
  const claim = await portal.api("GET", "/claims/ref:2026-0801");
  expect(claim).toMatchObject({
    debtor: { name: "Zoë Müller", phone: "+31612345678", address: { street: "Dorpsstraat", houseNumber: "1a" } },
    invoices: [{ number: "F-801", amount: { value: "1120.00" }, description: "Contributie 2026 – eerste termijn" }, { number: "F-802" }],
  }); // prettier-ignore
  await portal.expectSound();
}, 180_000);

test("the operator's command tells by the content what a file is, and what is wrong with it", async () => {
  const { app, creditorId } = portal;
  const file = path.join(ROOT, "tests/samples/own/claims-with-errors.csv");
  const tried = await app.admin("import", "--creditor", creditorId, "--file", file, "--dry-run");
  expect(tried).toMatchObject({ format: "csv", fileName: "claims-with-errors.csv", total: 3, created: 1, failed: 2 });
  const { rows } = tried as { rows: { errors: { line: number; field: string; code: string }[] }[] };
  expect(rows.flatMap(({ errors }) => errors.map(({ line, field, code }) => `${line} ${field} ${code}`))).toEqual([
    "3 dueOn not_a_day",
    "3 amount ambiguous_amount",
    "4 dueOn due_before_issued",
  ]);
}, 120_000);

test("the table of columns is the one that is read", () => {
  const named = [...page.matchAll(/^\| `([^`]+)` +\| `(\w+)` +\|/gm)].map(([, nl, en]) => `${nl} ${en}`);
  expect(named.filter((name) => !name.startsWith("failureCode"))).toEqual(
    CSV_COLUMNS.map(({ nl, en }) => `${nl} ${en}`),
  );
});

test("every reason for which a whole import fails is named", async () => {
  const source = await readFile(path.join(ROOT, "app/server/imports/import-item.server.ts"), "utf8");
  const codes = [...(/readonly code:([^;]*);/.exec(source)?.[1] ?? "").matchAll(/"(\w+)"/g)].map(([, code]) => code);
  const rows = [...page.matchAll(/^ {2}\| ((?:`\w+` ?)+)/gm)].flatMap(([, cell = ""]) => [...cell.matchAll(/`(\w+)`/g)].map(([, code]) => code)); // prettier-ignore
  expect(rows.filter((code) => code !== "failureCode").sort()).toEqual([...codes, "broke_off", "file_gone"].sort());
});
