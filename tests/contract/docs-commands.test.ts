import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

/** What README and documents name is there: commands, files, routes and settings. */

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const read = (file: string): string => readFileSync(path.join(ROOT, file), "utf8");

const DOCUMENTS = [
  "README.md",
  "CONTRIBUTING.md",
  ...readdirSync(path.join(ROOT, "docs"), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".md"))
    .map((name) => path.posix.join("docs", name.split(path.sep).join("/"))),
].map((file) => ({ file, text: read(file) }));

const TEXT = DOCUMENTS.map(({ text }) => text).join("\n");

/** As the commands themselves say it: name and usage. */
const ADMIN_COMMANDS = new Map(
  readdirSync(path.join(ROOT, "app/admin/commands")).map((file) => {
    const [, name = "", usage = ""] = /name: "(.*)",\s+usage:\s+"(.*)",/.exec(read(`app/admin/commands/${file}`)) ?? [];
    return [name, usage] as const;
  }),
);

const SETTINGS = [...read("app/server/platform/config/config.server.ts").matchAll(/^ {2}([A-Z_]+): /gm)].map(name);

test("every npm script that is named exists", () => {
  const { scripts } = JSON.parse(read("package.json")) as { scripts: Record<string, string> };
  const named = new Set([...TEXT.matchAll(/\bnpm run (?:--silent )?([a-z0-9:]+)/g)].map(name));
  expect([...named].filter((script) => !(script in scripts))).toEqual([]);
  expect(named.size).toBeGreaterThan(5);
  expect(TEXT).toContain("npm ci && npm run demo");
  expect(TEXT).toContain("npm ci && npm test");
});

test("every command of the operator that is named exists, and every one is described with its usage", () => {
  const named = new Set([...TEXT.matchAll(/\bnpm run admin -- ([a-z:-]+)/g)].map(name));
  expect([...named].filter((command) => !ADMIN_COMMANDS.has(command))).toEqual([]);
  const sections = new Map(
    read("docs/operators/commands.md")
      .split(/^## /m)
      .slice(1)
      .map((section) => [section.split("\n", 1)[0] ?? "", section]),
  );
  expect([...sections.keys()].sort()).toEqual([...ADMIN_COMMANDS.keys()].sort());
  for (const [command, usage] of ADMIN_COMMANDS) {
    if (usage !== "") expect(sections.get(command)).toContain(`\`${usage}\``);
  }
});

test("every link to a file leads to one", () => {
  const links = DOCUMENTS.flatMap(({ file, text }) =>
    [...text.matchAll(/\]\(([^)#]+)(?:#[^)]*)?\)/g)]
      .map(name)
      .filter((target) => !/^https?:/.test(target))
      .map((target) => path.posix.join(path.posix.dirname(file), target)),
  );
  expect(links.filter((target) => !existsSync(path.join(ROOT, target)))).toEqual([]);
});

test("every file of the repository that is named exists", () => {
  // What a link leads to is looked at above.
  const prose = TEXT.replace(/\]\([^)]*\)/g, "]");
  const named = [...prose.matchAll(/(?<![@\w./-])((?:app|demo|docs|prisma|scripts|tests)\/[\w./-]*\w)/g)].map(name);
  expect([...new Set(named)].filter((file) => !existsSync(path.join(ROOT, file)))).toEqual([]);
});

test("every route of the API that is named exists", () => {
  const operations = readdirSync(path.join(ROOT, "app/server/api/operations"))
    .map((file) => read(`app/server/api/operations/${file}`))
    .join("\n");
  const routes = new Set([...operations.matchAll(/path: "(.*)"/g)].map((match) => shape(name(match))));
  const called = [...TEXT.matchAll(/"\$API(\/[^"?]+)/g), ...TEXT.matchAll(/(?:GET|POST|\/api\/v1)(?: \/api\/v1| )?(\/[a-z-]+(?:\/[^\s`?]+)*)/g)]; // prettier-ignore
  const unknown = called
    .map(name)
    .filter((route) => !routes.has(shape(route)) && !/^\/(webhooks\/voldaan|api\/)/.test(route));
  expect(unknown).toEqual([]);
  expect(called.length).toBeGreaterThan(10);
});

test("every setting is explained, and no other", () => {
  const table = [...read("docs/operators/install.md").matchAll(/^\| `([A-Z_]+)`/gm)].map(name);
  expect(table.sort()).toEqual(["NODE_ENV", ...SETTINGS].sort());
  const example = [...read(".env.example").matchAll(/^(?:# )?([A-Z_]+)=/gm)].map(name);
  expect(example.sort()).toEqual(["NODE_ENV", ...SETTINGS].sort());
});

test("decisions are numbered without gaps and have the same parts", () => {
  const records = DOCUMENTS.filter(({ file }) => file.startsWith("docs/decisions/"));
  const numbers = records.map(({ file }) => Number(path.basename(file).slice(0, 4))).sort((a, b) => a - b);
  expect(numbers).toEqual(records.map((_, index) => index + 1));
  for (const { file, text } of records) {
    const parts = [...text.matchAll(/^(?:## (.+)|(Date|Status): .+)$/gm)].map((match) => match[1] ?? match[2]);
    expect({ file, parts }).toEqual({ file, parts: ["Date", "Status", "Context", "Decision", "Consequences"] });
  }
});

function name(match: RegExpMatchArray): string {
  return match[1] ?? "";
}

/** `/claims/{claim}/links` and `/claims/ref:2026-00123/links` are the same route. */
function shape(route: string): string {
  return route
    .replace(/[.,;:]$/, "")
    .split("/")
    .map((part) => (/^[a-z-]+$/.test(part) ? part : part === "" ? "" : "*"))
    .join("/");
}
