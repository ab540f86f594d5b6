import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { exampleClaim } from "../support/api.ts";
import { pdf } from "../support/hostile-files.ts";
import { send } from "../support/http.ts";
import { openPortal, type Portal } from "../support/portal.ts";

/** Every command of the pages on links and on correspondence works as it stands, one after the other. */

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const run = promisify(execFile);

let portal: Portal;
let folder: string;

beforeAll(async () => {
  portal = await openPortal();
  folder = await mkdtemp(path.join(tmpdir(), "voldaan-docs-"));
  await symlink(path.join(ROOT, "docs"), path.join(folder, "docs"));
  await portal.api("POST", "/claims", exampleClaim());
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await portal.close();
});

/** A block that the test puts after one of the page's, to look at what came of it. */
type Look = { readonly after: string; readonly shell: string };

async function runPage(file: string, looks: readonly Look[] = []): Promise<string> {
  const page = await readFile(path.join(ROOT, file), "utf8");
  const blocks = [...page.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].map(([, block]) => block ?? "");
  expect(blocks.length).toBeGreaterThan(2);
  const script = blocks.flatMap((block) => [
    block,
    ...looks.filter(({ after }) => block.includes(after)).map(({ shell }) => shell),
    "echo",
  ]);
  // What a reader would see as a problem ends the script.
  const strict = 'set -euo pipefail\ncurl() { command curl --fail-with-body "$@"; }';
  const env = { PATH: process.env["PATH"] ?? "", API: `${portal.app.baseUrl}/api/v1`, KEY: portal.apiKey };
  const { stdout } = await run("bash", ["--norc", "-c", [strict, ...script].join("\n")], {
    cwd: folder,
    env: env as never,
  });
  return stdout;
}

test("the page on links", async () => {
  const signed = { after: "sign-link.mjs sign", shell: 'echo "signed $LINK"; command curl -s -o /dev/null -w "pressed %{http_code}\\n" -X POST "$LINK"' }; // prettier-ignore
  const said = await runPage("docs/integrators/links.md", [signed]);
  const link = /^signed (\S+)$/m.exec(said)?.[1] ?? "";
  expect(link).toMatch(new RegExp(`^${portal.app.baseUrl}/l/`));
  expect(said).toContain("pressed 303");
  // Taken back at the end of the page, by its name and with its key.
  expect((await send(link)).status).toBe(404);

  const { prisma } = portal.app.database.db;
  const csv = await readFile(path.join(folder, "links.csv"), "utf8");
  expect(csv.split("\n")[1]).toMatch(/^2026-00123,http\S+\/l\/[\w.-]+,[0-9A-Z]{26},/);
  expect(await prisma.outgoingMail.count({ where: { kind: "link", recipient: "j@example.nl" } })).toBe(1);
  expect(await prisma.linkKey.count({ where: { kid: "letters-2026", revokedAt: { not: null } } })).toBe(1);
});

test("the page on correspondence", async () => {
  await writeFile(path.join(folder, "aanmaning.pdf"), await pdf());
  const said = await runPage("docs/integrators/correspondence.md");
  const listed = JSON.parse(said.trim().split("\n").at(-1) ?? "") as { data: { subject: string; documents: unknown[] }[] }; // prettier-ignore
  expect(listed.data.filter(({ subject }) => ["Gebeld", "Aanmaning"].includes(subject))).toMatchObject([
    { subject: "Gebeld", documents: [] },
    { subject: "Aanmaning", documents: [{ fileName: "aanmaning.pdf", mediaType: "application/pdf" }] },
  ]);
});
