import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import pg from "pg";
import { openEmbeddedPostgres } from "#app/server/platform/database/embedded-postgres.server.ts";
import { openSchemaEngine } from "#app/server/platform/database/schema-engine.server.ts";

// Writes the next migration: what turns the committed schema into the edited one. Constraints, triggers and partial indexes
// that Prisma's schema cannot express are added to the file by hand, which is why no live database is compared.

const USAGE = "usage: prisma-migration <name> [--from empty | --from <git revision>]   (default: --from HEAD)";

const root = fileURLToPath(new URL("..", import.meta.url));
const schemaPath = "prisma/schema.prisma";

type SchemaSource = { tag: "empty" } | { tag: "schemaDatamodel"; files: { path: string; content: string }[] };

await main();

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({ options: { from: { type: "string" } }, allowPositionals: true });
  const name = positionals[0];
  if (positionals.length !== 1 || !name || !/^[a-z0-9_]+$/.test(name)) {
    console.error(USAGE);
    process.exitCode = 2;
    return;
  }
  const script = await difference(readSource(values.from ?? "HEAD"), schemaSource(readEdited()));
  if (script === undefined) {
    console.log("The schema has not changed.");
    return;
  }
  console.log(writeMigration(name, script));
}

function readSource(revision: string): SchemaSource {
  if (revision === "empty") return { tag: "empty" };
  return schemaSource(execFileSync("git", ["show", `${revision}:${schemaPath}`], { cwd: root, encoding: "utf8" }));
}

function readEdited(): string {
  return readFileSync(join(root, schemaPath), "utf8");
}

function schemaSource(content: string): SchemaSource {
  return { tag: "schemaDatamodel", files: [{ path: schemaPath, content }] };
}

async function difference(from: SchemaSource, to: SchemaSource): Promise<string | undefined> {
  const postgres = await openEmbeddedPostgres({
    dataDir: join(root, ".cache/postgres"),
    log: () => undefined,
    durable: false,
  });
  const pool = new pg.Pool({ connectionString: postgres.url, max: 1 });
  try {
    const engine = await openSchemaEngine(pool);
    const filters = { externalTables: [], externalEnums: [] };
    const { stdout, exitCode } = await engine.diff({ from, to, script: true, exitCode: true, filters });
    return exitCode === 0 ? undefined : (stdout ?? "");
  } finally {
    await pool.end();
    await postgres.stop();
  }
}

function writeMigration(name: string, script: string): string {
  const timestamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
  const folder = join(root, "prisma/migrations", `${timestamp}_${name}`);
  mkdirSync(folder, { recursive: true });
  const file = join(folder, "migration.sql");
  writeFileSync(file, script, { flag: "wx" });
  return file;
}
